import type { TimeExpression } from '../../model/annotation.ts';
import type { Annotator, AnnotatorInput } from '../../model/annotator.ts';
import type { Diagnostic, StageResult } from '../../model/diagnostic.ts';
import type { TimeLexicon } from '../../model/knowledge/time-lexicon.ts';
import { toExpression } from './expression.ts';
import type { Refused } from './filters.ts';
import { makeAll } from './make.ts';
import { modOf } from './mod.ts';
import { publicationOf, rivalOf } from './publication.ts';
import type { Found } from './scan.ts';
import { tellAll } from './tell.ts';

const run = (input: AnnotatorInput): StageResult<readonly TimeExpression[]> => {
  const lexicon = input.knowledge.languages[input.article.language]?.time ?? null;
  return lexicon === null ? { output: [], diagnostics: [] } : read(input, lexicon);
};

const read = (input: AnnotatorInput, lexicon: TimeLexicon): StageResult<readonly TimeExpression[]> => {
  const published = publicationOf(input.article);
  const { told, refused } = tellAll(input, lexicon, published);
  const output: TimeExpression[] = [];
  const diagnostics: Diagnostic[] = refused.map((each) => refusal(input, each));
  const made = makeAll(told, published, rivalOf(input.article, published));
  for (const [index, each] of told.entries()) {
    const result = made[index] ?? null;
    if (result === null) diagnostics.push(impossible(input, each.found));
    else {
      const mod = modOf(each.found, each.atoms, lexicon.mods ?? null);
      output.push(toExpression(input.article, { ...result, found: each.found, mod }));
    }
  }
  return { output, diagnostics };
};

const refusal = ({ article }: AnnotatorInput, { found: { span }, filter }: Refused): Diagnostic => ({
  code: 'time-refused',
  severity: 'info',
  message: `"${article.text.slice(span.start, span.end)}" is ${filter.what}.`,
  article: article.id,
  span,
  rule: filter.id,
});

const impossible = ({ article }: AnnotatorInput, { span, rule }: Found): Diagnostic => ({
  code: 'date-impossible',
  severity: 'warning',
  message: `The calendar has no "${article.text.slice(span.start, span.end)}".`,
  article: article.id,
  span,
  rule,
});

/**
 * Finds expressions of time and says what days they mean: English, Russian and Japanese. Reads the grammar of the
 * article's language from knowledge; without one it gives nothing. Linear in the text; never throws on a text.
 */
export const timeAnnotator: Annotator<TimeExpression> = { id: 'time', needs: [], gives: 'time', run };
