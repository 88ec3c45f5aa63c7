import type { Mention } from '../model/annotation.ts';
import type { Article } from '../model/page.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { cover, overlaps } from '../model/span.ts';

/** The words of a venue as they are told. */
export const bareVenue = (text: string): string =>
  text
    .replace(/^(?:the|an?)\s+/i, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

const VENUE =
  /\b(?:joint\s+)?(?:press|news|annual|public|television|televised)?[\s-]*(?:conference|interview|briefing|phone-in|call-in|speech|address|hearing|session|ceremony|meeting|forum|summit|interpellation|debate|rally|ceremony|parliament|statement|letter|note|call|communiqu[eé]|memo|broadcast|podcast|column)\b/giu;

/** Whether words name an occasion. */
export const isVenue = (text: string): boolean => new RegExp(VENUE.source, 'iu').test(text);

/** The occasion named in the sentence outside the contents: `a news conference`, `the Vladivostok forum`. */
export const venueOf = (
  { text, language }: Article,
  sentence: Sentence,
  contents: readonly Span[],
  mentions: readonly Mention[],
): string | null => {
  const other = language === 'en' ? null : otherVenue(text, sentence, contents, language);
  if (other !== null) return other;
  const gathering = mentions.find(
    (mention) => mention.type === 'GATHERING' && isAttended(text, sentence, mention.span),
  );
  if (gathering !== undefined) return cover(text, gathering.span).replace(/\s+/g, ' ');
  for (const match of cover(text, sentence).matchAll(VENUE)) {
    const end = sentence.start + match.index + match[0].length;
    const at = { start: end - match[0].trimStart().length, end };
    if (contents.some((content) => overlaps(content, at)) || !isAttended(text, sentence, at)) continue;
    return match[0].replace(/\s+/g, ' ').trim().toLowerCase();
  }
  return null;
};

/** Occasions in Russian behind a preposition, and in Japanese before a particle. */
const OTHERS: Readonly<Record<string, RegExp>> = {
  ru: /(?<!\p{L})(?:на|в|во|по)\s((?:\p{L}{1,30}(?:ой|ом|ем|ей)\s){0,2}(?:пресс-конференции|брифинге|интервью|парламенте|заявлении|церемонии|форуме|встрече|саммите|эфире|письме|телефону|речи|выступлении|беседе|разговоре|заседании|совещании))(?!\p{L})/giu,
  ja: /((?:共同|定例|緊急)?(?:記者)?会見|インタビュー|議会|国会|声明|コメント|演説|取材|番組|フォーラム|談話)(?=で|の中で|に対し|に応じ|を(?:出し|発表|通じ))/gu,
};

const otherVenue = (
  text: string,
  sentence: Sentence,
  contents: readonly Span[],
  language: string,
): string | null => {
  const pattern = OTHERS[language];
  if (pattern === undefined) return null;
  for (const match of cover(text, sentence).matchAll(pattern)) {
    const words = match[1] ?? '';
    const start = sentence.start + match.index + match[0].length - words.length;
    if (!contents.some((at) => overlaps(at, { start, end: start + words.length }))) return words;
  }
  return null;
};

const ATTENDED = /\b(?:at|during|in|on|by|to|of|told|tells?|gave|gives?|held)\s+(?:\S+\s+){0,3}$/i;
const STILL_AHEAD = /\b(?:ahead of|before|prior to|will|would|plans? to|next)\b/i;

/** `at the forum`, `told a news conference`, but not `ahead of a meeting at the forum` nor `will take place at the forum`. */
const isAttended = (text: string, sentence: Sentence, at: Span): boolean => {
  const before = text.slice(sentence.start, at.start);
  return ATTENDED.test(before.slice(-60)) && !STILL_AHEAD.test(before);
};
