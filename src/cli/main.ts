import { watchOutput } from './io.ts';
import { loadAction } from './load.ts';
import { buildProgram } from './program.ts';
import { outputError, reportError } from './report.ts';

/** Runs the command line of this process and sets its exit status. */
const main = async (): Promise<void> => {
  const fail = (error: unknown): void => process.exit(reportError(error));
  watchOutput((error) => fail(outputError(error)));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
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
