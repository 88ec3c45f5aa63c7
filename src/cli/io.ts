import { once } from 'node:events';
import { createColors } from 'picocolors';

/** Colours and marks for one stream; they change nothing when the stream takes none. */
export type Colors = ReturnType<typeof createColors>;

/** Where a command writes and what it may use there. */
export interface Io {
  /** Writes to standard output; resolves when the stream takes more. */
  readonly out: (text: string) => Promise<void>;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  readonly colors: Colors;
  readonly errColors: Colors;
  /** Columns that output may take: those of the terminal, 60 to 120; 100 when it is none. */
  readonly width: number;
  /** Whether standard error is a terminal. */
  readonly errIsTerminal: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

const MOST_COLUMNS = 120;
const FEWEST_COLUMNS = 60;
const COLUMNS = 100;

/** Whether to colour: NO_COLOR wins, then FORCE_COLOR, then whether the stream is a terminal that can. */
export const takesColor = (
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean => {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = environment;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return isTerminal && term !== 'dumb';
};

const columnsOf = (columns: number | undefined): number =>
  Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, columns ?? COLUMNS));

/** The streams of this process. */
export const processIo = (options: { readonly quiet: boolean; readonly json: boolean }): Io => {
  const { stdout, stderr, env } = process;
  // Not in the types: `isTTY` is undefined, not false, when the stream is no terminal.
  const isTerminal = { out: Boolean(stdout.isTTY), err: Boolean(stderr.isTTY) };
  return {
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    err: (text) => void stderr.write(text),
    colors: createColors(takesColor(isTerminal.out, env)),
    errColors: createColors(takesColor(isTerminal.err, env)),
    width: columnsOf(isTerminal.out ? stdout.columns : Number(env.COLUMNS) || undefined),
    errIsTerminal: isTerminal.err && env.TERM !== 'dumb',
    ...options,
  };
};

/**
 * Ends the process quietly when the reader of standard output goes away (`| head`), and hands on every other error of
 * that stream (a full disk behind `>`).
 */
export const watchOutput = (onError: (error: NodeJS.ErrnoException) => void): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    onError(error);
  });
  process.stderr.on('error', () => undefined);
};

/** Writes one value as one line of JSON. */
export const outJson = (io: Io, value: unknown): Promise<void> => io.out(`${JSON.stringify(value)}\n`);
