/** Milliseconds of processor time that `yardstick` takes on the machine the bounds were written on. */
const REFERENCE = 12;
/** A bound is missed when it is missed this many times in a row: a collection of garbage may hit one try. */
const TRIES = 3;
/** The same of a growth, which is the quotient of two small times. */
const GROWTH_TRIES = 6;

/** Work of a fixed size, of the kind the program does: strings are scanned, cut and counted. */
const yardstick = (): number => {
  const counts = new Map<string, number>();
  let seed = 7;
  for (let i = 0; i < 120_000; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const word = `w${(seed % 5_000).toString(36)}`;
    counts.set(word, (counts.get(word) ?? 0) + word.charCodeAt(word.length - 1));
  }
  return counts.size;
};

/** Milliseconds of processor time of `work`: what else the machine does counts little. */
export const processorTime = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
};

/**
 * How many times slower this machine is at this moment than the one the bounds were written on; at least 1. Machines that
 * run the tests differ by a factor of three, and by what else they do.
 */
export const slowness = (): number => {
  const best = Math.min(...Array.from({ length: 3 }, () => processorTime(yardstick)));
  return Math.max(1, best / REFERENCE);
};

/**
 * Runs `work` and says how its processor time stands to `ms` on the machine the bounds were written on: above 1 is too slow,
 * three times in a row. Use it for bounds that tell linear work from quadratic, with room to spare.
 */
export const shareOfBound = (ms: number, work: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && best > 1; i++) best = Math.min(best, processorTime(work) / (ms * slowness()));
  return best;
};

/** So little work says nothing of growth: it passes. */
const TOO_LITTLE_MS = 15;

/**
 * How the processor time of `work` grows from `size` to four times as much, the best of six tries: 4 when it is linear, 16
 * when it is quadratic, 0 when the larger one takes next to nothing. Needs no bound in milliseconds, so the speed of the
 * machine does not matter. `enough`: a growth below it ends the tries.
 */
export const growthOf = (size: number, work: (size: number) => unknown, enough: number): number => {
  let best = Number.POSITIVE_INFINITY;
  // Once for the compiler: else the larger one, which is measured first, would bear its time alone.
  work(size);
  for (let i = 0; i < GROWTH_TRIES && best > enough; i++) {
    const large = processorTime(() => work(4 * size));
    if (large < TOO_LITTLE_MS) return 0;
    best = Math.min(
      best,
      large /
        Math.max(
          processorTime(() => work(size)),
          // What linear work takes there when the larger is just enough to tell: less is noise of the clock.
          TOO_LITTLE_MS / 4,
        ),
    );
  }
  return best;
};
