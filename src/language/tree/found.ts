import type { Chunk } from './phrases.ts';

/** How the subject of a verb of speech was found. */
export type SubjectWay =
  | 'before'
  | 'behind-aside'
  | 'relative'
  | 'inverted'
  | 'joined'
  | 'beside'
  | 'described'
  | 'none'
  | 'tree'
  | 'learnt';

export interface Found {
  readonly chunk: Chunk | null;
  readonly way: SubjectWay;
  /** Item behind the last one of the extent. */
  readonly to: number;
}
