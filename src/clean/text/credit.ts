import { allMatches } from '../../lib/matches.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { foldLine, openingKind } from '../lexicon.ts';
import { readDatelineLine } from '../marks/dateline.ts';
import type { Outlets } from '../outlets.ts';

/** A credit in brackets or behind a dash, as a line of its own. Example: `[(Reporting by Ana Kestrel; editing by Ivo Marsh)]` */
export const BRACKETED_CREDIT: RuleId = ruleId('clean/text/bracketed-credit@1');
/** A short line of nothing but agencies, names and words of credit. Example: `[reports Kestrel]`, `[Kestrel with staff in Orland]`. */
export const SIGNED_CREDIT: RuleId = ruleId('clean/text/signed-credit@1');
/** A dateline that stands on a line of its own. Example: `[VALDORIA, Dec. 16 (Kestrel)]` */
export const DATELINE_LINE: RuleId = ruleId('clean/text/dateline-line@1');
/** A picture's description that ends with its agency. Example: `[The harbour of Valdoria on Monday. (Kestrel)]` */
export const SIGNED_CAPTION: RuleId = ruleId('clean/text/signed-caption@1');
/** A picture's description with a word for the picture behind it. Example: `[The harbour of Valdoria. Photo: Ana Marsh]` */
export const CLOSED_CAPTION: RuleId = ruleId('clean/text/closed-caption@1');

const MAX_CREDIT = 40;
const MAX_SIGNED = 14;
const MAX_CAPTION = 40;
/** A dateline has a sign in brackets or slashes, or a day: most lines need not be read further. */
const DATELINE_MARK = /[(/\d—–-]/;
const OPENERS = /^[\s([{（［«"“—–―-]+/;

/** Who made the text or the picture, or where the story was filed: lines that are evidence and must not be lost. */
export const signatureLabel = (block: Block, words: Words, outlets: Outlets): Label | null => {
  if (block.words > MAX_CREDIT) return null;
  const line = { start: 0, end: block.sample.length };
  if (
    block.words <= MAX_SIGNED &&
    DATELINE_MARK.test(block.sample) &&
    readDatelineLine(block.sample, line, words, outlets) !== null
  )
    return { kind: 'dateline', rule: DATELINE_LINE };
  const inner = block.folded.replace(OPENERS, '');
  if (
    inner.length < block.folded.length &&
    block.words <= MAX_CREDIT &&
    openingKind(inner, words) === 'credit'
  )
    return { kind: 'credit', rule: BRACKETED_CREDIT };
  if (isSignedCredit(block, words, outlets)) return { kind: 'credit', rule: SIGNED_CREDIT };
  return captionLabel(block, words, outlets);
};

const TOKEN = /[\p{L}\p{M}’'-]+/gu;
const MAX_NAMES = 4;

/** Agencies, at most four other capitalised words, and words of the closed list; one of the list or a second agency is asked for. */
const isSignedCredit = (block: Block, words: Words, outlets: Outlets): boolean => {
  if (block.words > MAX_SIGNED || /^\P{L}*$|\d/u.test(block.sample)) return false;
  const found = outlets.agenciesIn(block.sample, 0, block.sample.length);
  let rest = block.sample;
  for (const { at } of [...found].reverse()) rest = `${rest.slice(0, at.start)} ${rest.slice(at.end)}`;
  let listed = 0;
  let names = 0;
  let collective = false;
  for (const [token] of allMatches(rest, TOKEN)) {
    const folded = foldLine(token);
    if (words.creditWords.has(folded)) listed++;
    else if (words.collectives.has(folded)) collective = true;
    else if (token[0] !== folded[0]) names++;
    else return false;
  }
  if (found.length === 0 && !collective) return false;
  return names <= MAX_NAMES && (listed > 0 || collective || found.length > 1);
};

const captionLabel = (block: Block, words: Words, outlets: Outlets): Label | null => {
  if (block.words > MAX_CAPTION || block.words < 4) return null;
  const closing = /^.*[.!?…]["”’»)]?\s+(\S.{0,80})$/su.exec(block.folded)?.[1];
  if (closing !== undefined && openingKind(closing, words) === 'caption')
    return { kind: 'caption', rule: CLOSED_CAPTION };
  if (/[\s.]©\s?[^©\d\n]{2,60}$/u.test(block.sample)) return { kind: 'caption', rule: SIGNED_CAPTION };
  const sign = /(?:\(|©\s?|\/\s?)([^()©/\n]{2,40})\)?\.?$/u.exec(block.sample);
  if (sign === null) return null;
  const found = outlets.agenciesIn(sign[1] ?? '', 0, sign[1]?.length ?? 0)[0];
  return found !== undefined && found.at.start === 0 && /[(©/]/.test(sign[0])
    ? { kind: 'caption', rule: SIGNED_CAPTION }
    : null;
};
