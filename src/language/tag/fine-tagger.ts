import type { Table } from '../weights/table.ts';
import { createFeatsTagger } from './feats.ts';
import { createFineTagger, type FineTags, type TagFine } from './fine.ts';

/** Makes the tagger of a language's fine tags, or of its features. */
export const createFineTaggerOf = (
  fineAre: 'xpos' | 'feats',
  table: Table,
  fineTags: FineTags,
  { fine, upos }: { readonly fine: readonly string[]; readonly upos: readonly string[] },
): TagFine =>
  fineAre === 'xpos'
    ? createFineTagger(table, fineTags, upos)
    : createFeatsTagger(table, fineTags, fine, upos);
