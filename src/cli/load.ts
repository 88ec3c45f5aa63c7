import type { Io } from './io.ts';
import { processIo } from './io.ts';
import type { Action, GlobalOptions } from './program.ts';

type Options = Readonly<Record<string, unknown>> & GlobalOptions;
type Run = (io: Io, args: readonly unknown[], options: Options) => Promise<number>;

const RUNS: Readonly<Record<string, () => Promise<Run>>> = {
  init: async () => (await import('./commands/init.ts')).run,
  add: async () => (await import('./commands/add.ts')).run,
  timeline: async () => (await import('./commands/timeline.ts')).run,
  statements: async () => (await import('./commands/statements.ts')).run,
  show: async () => (await import('./commands/show.ts')).run,
  search: async () => (await import('./commands/search.ts')).run,
  export: async () => (await import('./commands/export.ts')).run,
  serve: async () => (await import('./commands/serve.ts')).run,
  extract: async () => (await import('./commands/extract.ts')).run,
  times: async () => (await import('./commands/times.ts')).run,
  parse: async () => (await import('./commands/parse.ts')).run,
  verify: async () => (await import('./commands/verify.ts')).run,
  doctor: async () => (await import('./commands/doctor.ts')).run,
  'pack list': async () => (await import('./commands/pack-list.ts')).run,
  'pack lint': async () => (await import('./commands/pack-lint.ts')).run,
  demo: async () => (await import('./commands/demo.ts')).run,
};

/** Loads the implementation of the command at `path` (`add`, `pack lint`, …). */
export const loadAction = async (path: string): Promise<Action> => {
  const run = await RUNS[path]?.();
  if (run === undefined) throw new TypeError(`no implementation of the command ${path}`);
  return (args, options) =>
    run(processIo({ quiet: options.quiet === true, json: options.json === true }), args, options);
};
