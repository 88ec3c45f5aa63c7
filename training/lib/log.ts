/** Tells what happens, on standard error. */
export const log = (text: string): void => void process.stderr.write(`${text}\n`);

/** Tells how a pass over the training text went. */
export const logPass = (what: string, pass: number, wrong: number): void =>
  log(`  ${what}, pass ${pass + 1}: ${wrong} wrong`);
