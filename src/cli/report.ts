import { DemarcheError, isDemarcheError } from '../model/error.ts';
import { EXIT, EXIT_OF } from './exit.ts';
import { takesColor } from './io.ts';
import { isPrinted, isUsage } from './program.ts';
import { printable } from './text.ts';

/** `error` as one of ours: what is no `DemarcheError` is a fault of this program, code `internal`. */
const asDemarcheError = (error: unknown): DemarcheError => {
  if (isDemarcheError(error)) return error;
  if (isUsage(error)) {
    const message = error.message.replace(/^error: /, '').replace(/\.?\n\(Did you mean/, ' (did you mean');
    return new DemarcheError('usage', message, { hint: 'demarche --help' });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new DemarcheError('internal', message === '' ? 'unknown fault' : message, {
    hint: 'this is a fault of demarche; DEMARCHE_DEBUG=1 shows where it arose',
    cause: error,
  });
};

/** Why standard output cannot be written. */
export const outputError = (cause: NodeJS.ErrnoException): DemarcheError =>
  cause.code === 'ENOSPC'
    ? new DemarcheError('disk-full', 'the output cannot be written: the disk is full', {
        hint: 'free some space and run the same command again',
        cause,
      })
    : new DemarcheError('internal', `the output cannot be written (${cause.code ?? cause.message})`, {
        cause,
      });

const red = (text: string): string =>
  takesColor(Boolean(process.stderr.isTTY), process.env) ? `\u001b[31m${text}\u001b[39m` : text;

/**
 * Tells of the error that ended a command, on standard error (`error[code]: message`, `hint: …`), and gives the exit status.
 * The stack is shown with DEMARCHE_DEBUG=1 only.
 */
export const reportError = (error: unknown): number => {
  if (isPrinted(error)) return EXIT.ok;
  const ours = asDemarcheError(error);
  const lines = [`${red(`error[${ours.code}]`)}: ${printable(ours.message)}`];
  if (ours.hint !== null) lines.push(`hint: ${printable(ours.hint)}`);
  if (process.env.DEMARCHE_DEBUG === '1' && error instanceof Error) lines.push(error.stack ?? '');
  process.stderr.write(`${lines.join('\n')}\n`);
  return EXIT_OF[ours.code];
};
