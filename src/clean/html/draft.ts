import type { StageResult } from '../../model/diagnostic.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Draft } from '../draft.ts';

/** Labels the blocks of an HTML page; null when its mark-up must not be parsed. */
export const draftOfHtml = (
  _html: string,
  _knowledge: Knowledge,
  _url: string | null,
): StageResult<Draft | null> => ({
  output: null,
  diagnostics: [],
});
