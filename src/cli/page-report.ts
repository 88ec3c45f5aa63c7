import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from './io.ts';
import { printable } from './text.ts';

/** A warning about a page, as one line of standard error. A page read as plain text is told of once, as an error. */
export const warn = (io: Io, path: string, { code, severity, message }: Diagnostic): void => {
  if (io.quiet || severity !== 'warning' || code === 'poison-fallback') return;
  io.err(`${printable(path)}: ${io.errColors.yellow(`warning[${code}]`)}: ${printable(message)}\n`);
};

/** A page that could not be read, as one line of standard error. */
export const tellError = (
  io: Io,
  path: string,
  error: { readonly code: string; readonly message: string },
): void =>
  io.err(`${printable(path)}: ${io.errColors.red(`error[${error.code}]`)}: ${printable(error.message)}\n`);
