import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { takesColor } from '../../src/cli/io.ts';
import { createProgress } from '../../src/cli/progress.ts';

const record = (errIsTerminal: boolean, quiet = false): { io: Io; written: string[] } => {
  const written: string[] = [];
  const io = {
    err: (text: string) => void written.push(text),
    errIsTerminal,
    quiet,
    width: 60,
  } as unknown as Io;
  return { io, written };
};

const runFor = (io: Io, until: number, step: number): void => {
  let now = 0;
  const progress = createProgress(io, 'reading', () => now);
  for (now = 0; now <= until; now += step) progress.update(now, until, 'page');
  progress.clear();
};

describe('createProgress', () => {
  test('says nothing in the first second', () => {
    for (const terminal of [true, false]) {
      const { io, written } = record(terminal);
      runFor(io, 990, 10);
      expect(written).toEqual([]);
    }
  });

  test('draws one line over again on a terminal and takes it away', () => {
    const { io, written } = record(true);
    runFor(io, 2_000, 10);
    expect(written.length).toBeGreaterThan(5);
    expect(written.every((text) => text.startsWith('\r'))).toBe(true);
    expect(written[0]).toContain('█');
    expect(written.at(-1)).toBe('\r\u001b[2K');
  });

  test('writes a plain line every five seconds elsewhere', () => {
    const { io, written } = record(false);
    runFor(io, 16_000, 100);
    expect(written).toHaveLength(3);
    expect(written.join('')).not.toContain('\r');
  });

  test('is silent when asked to be quiet', () => {
    const { io, written } = record(true, true);
    runFor(io, 5_000, 100);
    expect(written).toEqual([]);
  });
});

describe('takesColor', () => {
  test.each<[boolean, Record<string, string>, boolean]>([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, { CI: 'true' }, false],
  ])('terminal %s with %j: %s', (terminal, environment, expected) => {
    expect(takesColor(terminal, environment)).toBe(expected);
  });
});
