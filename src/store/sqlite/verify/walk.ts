import { isDemarcheError } from '../../../model/error.ts';
import type { VerifyFinding, VerifyProgress } from '../../../model/store-port.ts';
import type { Connection } from '../connection.ts';

/** What every part of the walk works with. */
export interface Walk {
  readonly connection: Connection;
  readonly dispute: string;
  /** Adds to the counts and tells whoever watches. */
  readonly count: (more: Partial<VerifyProgress>) => void;
}

/** A part of the walk: what it finds wrong, one at a time. */
export type Part = (walk: Walk) => AsyncIterable<VerifyFinding>;

/**
 * What the error says is wrong, for a finding. A damaged row may hold values of any type, so that the language itself
 * objects; other errors (a lock, the disk) are no damage and are thrown on.
 */
export const damageOf = (error: unknown): string => {
  if (isDemarcheError(error) && error.code === 'record-corrupt') return error.message;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)
    return `the record is damaged: ${error.message}`;
  throw error;
};

/** Runs a part of the walk; damage that stops it becomes a finding, so that the other parts are still walked. */
export async function* survive(part: Part, walk: Walk): AsyncGenerator<VerifyFinding> {
  try {
    yield* part(walk);
  } catch (error) {
    yield { what: 'file', id: walk.connection.path, message: damageOf(error) };
  }
}
