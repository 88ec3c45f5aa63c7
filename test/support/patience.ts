/** Milliseconds that anything a test waits for may take to come, on the slowest machine: it comes as soon as it is there. */
export const PATIENCE = 60_000;
