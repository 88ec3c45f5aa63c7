import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { MarkerKind } from '../../model/knowledge/clean-lexicon.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { holdsPhrase, phraseKind } from '../lexicon.ts';
import { clockRule, isDateLine } from '../marks/clock.ts';
import { findDates } from '../marks/dates.ts';
import type { Outlets } from '../outlets.ts';
import { signatureLabel } from './credit.ts';

/** A line of marks only. Example: `[* * *]`, `[-]`. */
export const SEPARATOR: RuleId = ruleId('clean/text/separator@1');
/** A line that is one word or phrase of the list `whole`. Example: `[Facebook]`. */
export const WHOLE: RuleId = ruleId('clean/text/whole-marker@1');
/** A short line that opens with a marker. Example: `[Read also: Ministers to meet in Valdoria]`. */
export const OPENING: RuleId = ruleId('clean/text/opening-marker@1');
/** A line that holds a marker phrase. Example: `[Copyright 2020 Kestrel Media. All rights reserved.]` */
export const PHRASE: RuleId = ruleId('clean/text/phrase-marker@1');
/** A line of agency names only. Example: `[(AFP, Reuters)]`, `[AFP/TASS]`. */
export const AGENCY_LINE: RuleId = ruleId('clean/text/agency-line@1');
/** A line that is a date, with an hour or a word such as `Published`. Example: `[Published 3 March 2020 06:12]`. */
export const DATE_LINE: RuleId = ruleId('clean/text/date-line@1');
/** A line that asks the reader to follow the outlet. Example: `[Subscribe to the Kestrel messenger channel!]` */
export const PLUG: RuleId = ruleId('clean/text/plug@1');
/** A line of short parts between bars. Example: `[Europe | Asia | Americas | Sign in]` */
export const BARS: RuleId = ruleId('clean/text/bar-menu@1');
/** A date and an author or desk between bars. Example: `[3 March 2020 | Foreign desk and AFP]` */
export const DATED_BYLINE: RuleId = ruleId('clean/text/dated-byline@1');
/** `[By Ana Kestrel]`: a short line of names behind a word for the author. */
export const BYLINE: RuleId = ruleId('clean/text/byline@1');
/** `[Ana Kestrel (left) and Ivo Marsh are seen in Valdoria.]`: a picture description with a sign of where somebody stands. */
export const CAPTION_SIGN: RuleId = ruleId('clean/text/caption-sign@1');
/** `[© Kestrel / Ana Marsh]`: who made a picture. */
export const PICTURE_CREDIT: RuleId = ruleId('clean/text/picture-credit@1');

const MARKS_ONLY = /^[^\p{L}\p{N}]+$/u;
const SHORT_MARKER = 14;
const SHORT_BYLINE = 14;
const SHORT_CAPTION = 60;
const PICTURE = /^(?:©|\(c\))(?!.{0,40}\b(?:19|20)\d\d\b)/i;
const ASIDE = /\(([^()]{1,30})\)/g;

/** The label a block bears on its own evidence, wherever it stands; null when that needs its neighbours. */
export const sureLabel = (
  block: Block,
  index: number,
  next: Block | undefined,
  words: Words,
  outlets: Outlets,
): Label | null => {
  if (MARKS_ONLY.test(block.sample)) return { kind: 'other', rule: SEPARATOR };
  const clock = clockRule(block, index, next, words);
  if (clock !== null) return { kind: 'clock', rule: clock };
  if (isDateLine(block, words) || saysPublished(block, words)) return { kind: 'other', rule: DATE_LINE };
  const bars = barLabel(block, words);
  if (bars !== null) return bars;
  const whole = words.whole.get(block.folded.replace(/[\s.:|»›>]+$/, ''));
  if (whole !== undefined) return { kind: whole, rule: WHOLE };
  if (isAgencyLine(block, outlets)) return { kind: 'credit', rule: AGENCY_LINE };
  const phrase = phraseKind(block.folded, words.phrases);
  if (phrase !== null && (phrase !== 'caption' || block.words <= SHORT_CAPTION))
    return { kind: phrase, rule: PHRASE };
  if (isPlug(block, words)) return { kind: 'promo', rule: PLUG };
  return pictureLabel(block, words) ?? openingLabel(block) ?? signatureLabel(block, words, outlets);
};

/** A picture's maker or description, by the sign of right or of where somebody stands. */
const pictureLabel = (block: Block, words: Words): Label | null => {
  if (block.words <= 12 && PICTURE.test(block.sample)) return { kind: 'caption', rule: PICTURE_CREDIT };
  const isCaption = block.words <= SHORT_CAPTION && block.words >= 4 && hasCaptionSign(block, words);
  return isCaption ? { kind: 'caption', rule: CAPTION_SIGN } : null;
};

const BAR = /\s+[|>»›•·/]\s+|\s*[|›]\s*/;
const PART_WORDS = 5;

/** Three and more short parts between bars are a menu or a path; two with a date in one are a byline. */
const barLabel = (block: Block, words: Words): Label | null => {
  if (block.words > 30 || block.stopped) return null;
  const parts = block.sample.split(BAR).filter((part) => part.trim() !== '');
  if (parts.length < 2) return null;
  const dated = parts.length <= 4 && block.words <= 20 && findDates(block.sample, words).length > 0;
  if (dated) return { kind: 'byline', rule: DATED_BYLINE };
  const short = parts.filter((part) => part.trim().split(/\s+/).length <= PART_WORDS).length;
  return parts.length >= 3 && short >= parts.length - 1 ? { kind: 'navigation', rule: BARS } : null;
};

const LONG_WORD = 4;

/** `Posted on 3 March 2020 at 6:12 | Follow us`: opens with a word for publication and goes on with a date. */
const saysPublished = (block: Block, words: Words): boolean => {
  if (block.words > 16 || block.stopped) return false;
  const opens = words.publishedWords.some(
    (word) => word.length >= LONG_WORD && block.folded.startsWith(word),
  );
  return opens && (findDates(block.sample.slice(0, 60), words)[0]?.start ?? 60) <= 30;
};

const isPlug = (block: Block, words: Words): boolean =>
  block.words <= 24 &&
  words.plugs.nouns.some((noun) => holdsPhrase(block.folded, noun)) &&
  words.plugs.verbs.some(
    (verb) =>
      block.folded.startsWith(verb) ||
      block.folded.includes(`: ${verb}`) ||
      block.folded.includes(`${verb} to our`) ||
      block.folded.includes(`! ${verb}`),
  );

const openingLabel = (block: Block): Label | null => {
  const kind = block.opening;
  if (kind === null) return null;
  if (kind === 'byline') return isByline(block) ? { kind, rule: BYLINE } : null;
  if (kind === 'credit' || kind === 'legal') return isNarrative(block, kind) ? null : { kind, rule: OPENING };
  if (kind === 'caption') return block.words <= SHORT_CAPTION ? { kind, rule: OPENING } : null;
  return block.words < SHORT_MARKER ? { kind, rule: OPENING } : null;
};

/** `Disclaimer` and `Reported by` also open sentences of a story; a credit or notice is short or opens with its colon. */
const isNarrative = (block: Block, kind: MarkerKind): boolean => block.words > (kind === 'credit' ? 40 : 120);

const NAME_SHARE = 0.6;

const isByline = (block: Block): boolean =>
  block.words >= 2 &&
  block.words <= SHORT_BYLINE &&
  (!block.stopped || block.words <= 4) &&
  block.capitalShare >= NAME_SHARE;

const hasCaptionSign = (block: Block, words: Words): boolean => {
  for (const match of block.folded.matchAll(ASIDE))
    if (words.captionSigns.has((match[1] ?? '').trim())) return true;
  return false;
};

/** Whether nothing is left of a short line once agency names, marks and `and` are taken out. */
export const isAgencyLine = (block: Block, outlets: Outlets): boolean => {
  if (block.words > 10) return false;
  const found = outlets.agenciesIn(block.sample, 0, block.sample.length);
  if (found.length === 0) return false;
  let rest = block.sample;
  for (const { at } of [...found].reverse()) rest = rest.slice(0, at.start) + rest.slice(at.end);
  return /^(?:[^\p{L}\p{N}]|\band\b|\bи\b|\bvia\b)*$/u.test(rest);
};

/** The kind that a phrase of the tail list gives a block, or null. To be asked only behind the last of the body. */
export const tailKind = (block: Block, words: Words): MarkerKind | null =>
  phraseKind(block.folded, words.tailPhrases);
