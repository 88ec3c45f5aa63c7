import { endOnBrokenPipe } from './io.ts';
import { loadAction } from './load.ts';
import { buildProgram } from './program.ts';
import { reportError } from './report.ts';

/** Runs the command line of this process and sets its exit status. */
const main = async (): Promise<void> => {
  endOnBrokenPipe();
  let status = 0;
  const program = buildProgram(loadAction, (value) => {
    status = value;
  });
  try {
    if (process.argv.length < 3) program.outputHelp();
    else await program.parseAsync(process.argv);
  } catch (error) {
    status = reportError(error);
  }
  process.exitCode = status;
};

await main();
