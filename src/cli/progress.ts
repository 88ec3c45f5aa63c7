import type { Io } from './io.ts';
import { clip } from './text.ts';

/** Tells a person how far a piece of work has come, on standard error. */
export interface Progress {
  /** `done` of `total` (null when that is not known), and what is being worked on. */
  readonly update: (done: number, total: number | null, what: string) => void;
  /** Takes the line away, so that other text may follow. */
  readonly clear: () => void;
}

const QUIET_MS = 1_000;
const REDRAW_MS = 100;
const LINE_MS = 5_000;
const BAR = 20;
const ERASE = '\r\u001b[2K';

const bar = (done: number, total: number): string => {
  const full = Math.round((BAR * Math.min(done, total)) / Math.max(1, total));
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done}/${total}`;
};

/**
 * Progress of work called `label`. Nothing shows in the first second. On a terminal one line is drawn over again; elsewhere
 * a line is written every five seconds. Nothing at all with `--quiet`.
 */
export const createProgress = (
  io: Io,
  label: string,
  now: () => number = () => performance.now(),
): Progress => {
  const start = now();
  let last = start;
  let drawn = false;
  const clear = (): void => {
    if (drawn) io.err(ERASE);
    drawn = false;
  };
  const update: Progress['update'] = (done, total, what) => {
    const at = now();
    const pause = io.errIsTerminal ? REDRAW_MS : LINE_MS;
    if (io.quiet || at - start < QUIET_MS || at - last < pause) return;
    last = at;
    const line = `${label} ${total === null ? done : bar(done, total)} ${what}`;
    if (io.errIsTerminal) {
      io.err(`${ERASE}${clip(line, io.width - 1)}`);
      drawn = true;
    } else io.err(`${line}\n`);
  };
  return { update, clear };
};
