import { quotedRegions } from '../language/quotes.ts';
import type { Attribution } from '../model/annotation.ts';
import type { RuleId } from '../model/brand.ts';
import { ruleId } from '../model/brand.ts';
import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Span } from '../model/span.ts';
import { contains, hull } from '../model/span.ts';
import { standingLines } from './house-lines.ts';

/**
 * A line that an outlet prints day after day about itself or to its readers supports no claim. Example, on most pages of
 * one outlet: `[The Kestrel Post was founded in Orland, and we hold talks with our readers every May.]`
 */
export const FURNITURE: RuleId = ruleId('record/furniture@1');

/** A line on fewer of its outlet's pages may be background of one story: three in ten is what one dispute's follow-ups reach. */
const LEAST_SHARE = 0.3;

/**
 * The extractions without the statements and events that stand in furniture, with a diagnostic for each line left out.
 * Furniture is a body line that its outlet prints on at least three days and three in ten of its pages **and** that speaks
 * of the outlet or to the reader, outside quotation marks. A paragraph of background that follow-up stories repeat is none,
 * nor is a line in which somebody is known to say something: what was once said stays said, however often it is printed.
 * The texts and their labels stay as they are.
 */
export const withoutFurniture = (
  extractions: readonly Extraction[],
  knowledge: Knowledge,
): StageResult<readonly Extraction[]> => {
  const standing = standingLines(
    extractions.map(({ article }) => article),
    LEAST_SHARE,
  );
  const diagnostics: Diagnostic[] = [];
  const output = extractions.map((extraction, i) => {
    const lines = (standing[i] ?? []).filter((line) => isFurniture(extraction, line, knowledge));
    return lines.length === 0 ? extraction : without(extraction, lines, diagnostics);
  });
  return { output, diagnostics };
};

const isFurniture = (extraction: Extraction, line: Span, knowledge: Knowledge): boolean => {
  const { article, annotations } = extraction;
  const said = annotations.attributions.some(
    (attribution) => stands(attribution, line) && isSomebodyElses(attribution, extraction),
  );
  if (said) return false;
  const words = unquoted(article.text, line);
  const name = article.outlet === null ? null : fold(article.outlet.name);
  if (name !== null && name.length > 0 && ` ${words.join(' ')} `.includes(` ${name} `)) return true;
  const reader = knowledge.languages[article.language]?.clean?.lineWords.reader ?? [];
  return words.some((word) => reader.includes(word));
};

const isSomebodyElses = ({ speaker }: Attribution, { article }: Extraction): boolean =>
  speaker !== null && speaker.id !== article.outlet?.id;

const stands = ({ content }: Attribution, line: Span): boolean => contains(line, hull(content));

const fold = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** The words of a line that stand outside quotation marks, in small letters. */
const unquoted = (text: string, line: Span): readonly string[] => {
  let rest = '';
  let from = line.start;
  for (const region of quotedRegions(text, line)) {
    rest += `${text.slice(from, region.start)} `;
    from = Math.max(from, region.end);
  }
  return (rest + text.slice(from, line.end)).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
};

const without = (extraction: Extraction, lines: readonly Span[], diagnostics: Diagnostic[]): Extraction => {
  const { annotations, article } = extraction;
  const left = new Set<Span>();
  const isFree = (at: Span): boolean => {
    const line = lines.find((own) => contains(own, at));
    if (line !== undefined) left.add(line);
    return line === undefined;
  };
  const attributions = annotations.attributions.filter(({ content }) => isFree(hull(content)));
  const events = annotations.events.filter(({ trigger }) => isFree(trigger));
  for (const span of lines)
    if (left.has(span))
      diagnostics.push({
        code: 'claim-furniture',
        severity: 'info',
        message:
          'a line that the outlet prints day after day about itself or to its readers supports no claim',
        article: article.id,
        span,
        rule: FURNITURE,
      });
  return { ...extraction, annotations: { ...annotations, attributions, events } };
};
