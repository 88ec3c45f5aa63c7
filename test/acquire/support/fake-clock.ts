import type { WebClock } from '../../../src/acquire/web-hosts.ts';

/** A clock that stands still but for waiting, which takes no time; `slept` lists the waits in milliseconds. */
export const fakeClock = (): WebClock & { readonly slept: number[] } => {
  let time = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      time += ms;
      slept.push(ms);
    },
    random: () => 0,
  };
};
