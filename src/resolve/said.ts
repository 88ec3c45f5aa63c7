import { firstAbove, overlapping } from '../lib/sorted.ts';
import type { Attribution, TimeExpression } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Day, Edtf } from '../model/brand.ts';
import { publishedOf } from '../model/page.ts';
import type { Sentence } from '../model/sentence.ts';
import { cover } from '../model/span.ts';

type Said = Attribution['said'];

/** Days a report of news looks back for what it dates. */
const NEWS_DAYS = 3;
/** Days before publication that a date at the head of a document may lie. */
const HEAD_DAYS = 31;
/** No content is longer, in UTF-16 code units. */
const LONGEST_CONTENT = 12_000;
const DAY_MS = 86_400_000;

const dayBefore = (day: Day, days = 1): Day =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10) as Day;

/**
 * When a statement was made that its own words and occasion do not date, in this order: the date its paragraph opens with
 * (a chronology), the day of a live report (paragraphs that open with a clock), the date at the head of a document, the day
 * on which the same report had others speak; else in a report of news the day of publication or the day before; else some
 * time up to it.
 */
export const undatedSaid = (
  attributions: readonly Attribution[],
  dated: readonly Said[],
  input: AnnotatorInput,
): readonly Said[] => {
  const published = publishedOf(input.article)?.value ?? null;
  const latest = published?.latest ?? null;
  if (published === null || latest === null) return dated;
  const day = published.earliest === latest ? latest : null;
  const heads = paragraphDates(input, latest);
  const news = day === null ? null : readNews(attributions, dated, input, day);
  return attributions.map((attribution, i) => {
    const own = dated[i] ?? null;
    if (own !== null) return own;
    const at = attribution.cue[0] ?? attribution.content[0];
    const sentence = input.sentences[firstAbove(input.sentences, at.start, (s) => s.end)];
    const head = sentence === undefined ? undefined : heads.get(sentence.paragraph);
    if (head !== undefined) return head;
    const earlier = attribution.nested || PERFECT.test(cover(input.article.text, at));
    return (earlier ? null : news?.(at.start, sentence?.paragraph ?? 0)) ?? bounded(latest);
  });
};

/** `had promised`, `has often said`: not news of the day. */
const PERFECT = /^(?:ha[sd]|have|ранее|прежде)(?![\p{L}])/iu;

/** When something was said at a place of the text, as far as the article as a whole tells. */
type News = (at: number, paragraph: number) => Said;

const readNews = (
  attributions: readonly Attribution[],
  dated: readonly Said[],
  input: AnnotatorInput,
  day: Day,
): News | null => {
  const told = toldDays(attributions, input, day);
  const turns = attributions.some(({ rule }) => /\/(?:dialogue|transcript)-turn@/.test(rule));
  const whole = liveDay(input, day) ?? headDate(input, day) ?? (turns ? (told[0]?.said ?? null) : null);
  if (whole !== null) return () => whole;
  if (turns || !isReport(attributions, dated, input, day)) return null;
  const first = told[0];
  return (at, paragraph) => {
    const before = told[firstAbove(told, at - 1, (one) => one.start) - 1];
    const lead = first !== undefined && first.paragraph <= LEAD ? first : undefined;
    const near = before ?? (paragraph <= LEAD ? lead : undefined);
    return near !== undefined && paragraph - near.paragraph <= NEAR
      ? near.said
      : between(dayBefore(day), day);
  };
};

/** So many paragraphs at the head of an article sum up what is told later. */
const LEAD = 2;
/** A day told holds for so many paragraphs behind it. */
const NEAR = 1;

interface ToldDay {
  readonly start: number;
  readonly paragraph: number;
  readonly said: Said;
}

/** The days of the last few that the author tells of, outside what others say, in text order. */
const toldDays = (
  attributions: readonly Attribution[],
  { sentences, annotations }: AnnotatorInput,
  day: Day,
): readonly ToldDay[] => {
  const contents = attributions.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  return annotations.times.flatMap((time) => {
    const said = asSaid(time);
    if (said === null || !isRecent(said, day) || overlapping(contents, time.span, (at) => at).length > 0)
      return [];
    const sentence = sentences[firstAbove(sentences, time.span.start, (s) => s.end)];
    return sentence === undefined ? [] : [{ start: time.span.start, paragraph: sentence.paragraph, said }];
  });
};

const bounded = (latest: Day): Said => ({ edtf: `../${latest}` as Edtf, earliest: null, latest });
const between = (earliest: Day, latest: Day): Said => ({
  edtf: `${earliest}/${latest}` as Edtf,
  earliest,
  latest,
});
const onDay = (day: Day): Said => ({ edtf: day as string as Edtf, earliest: day, latest: day });

/** One day of the last few. */
const isRecent = (said: Said, day: Day): boolean =>
  said !== null &&
  said.earliest !== null &&
  said.earliest === said.latest &&
  said.earliest <= day &&
  said.earliest >= dayBefore(day, NEWS_DAYS);

const asSaid = ({ edtf, earliest, latest }: TimeExpression): Said =>
  edtf === null || latest === null ? null : { edtf, earliest, latest };

/** `[14 October 2019.] The chancellor opens the pipe.`: the dates that paragraphs open with. */
const paragraphDates = (
  { article, sentences, annotations }: AnnotatorInput,
  latest: Day,
): ReadonlyMap<number, Said> => {
  const found = new Map<number, Said>();
  const starts = new Map<number, number>();
  for (const { paragraph, start } of sentences) if (!starts.has(paragraph)) starts.set(paragraph, start);
  const openers = new Map([...starts].map(([paragraph, start]) => [start, paragraph]));
  for (const time of annotations.times) {
    const paragraph = openers.get(time.span.start);
    const said = time.type === 'DATE' && time.anchor === 'calendar' ? asSaid(time) : null;
    if (paragraph === undefined || said?.latest == null || said.latest > latest) continue;
    if (/^\s?[.:–—-]/.test(article.text.slice(time.span.end, time.span.end + 2))) found.set(paragraph, said);
  }
  return found.size > 1 ? found : new Map();
};

const CLOCK = /^\s*(?:[01]?\d|2[0-3])[:.][0-5]\d\b/;

/** The day of a report that goes along with the clock. */
const liveDay = ({ article, sentences }: AnnotatorInput, day: Day): Said => {
  const openers = firstSentences(sentences).filter((sentence) => CLOCK.test(cover(article.text, sentence)));
  return openers.length >= 3 ? onDay(day) : null;
};

const firstSentences = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.filter(({ paragraph }, i) => sentences[i - 1]?.paragraph !== paragraph);

/** The date that stands alone, or with a place, in one of the first lines of a document that is no dispatch. */
const headDate = ({ article, annotations, sentences }: AnnotatorInput, day: Day): Said => {
  if (article.dateline !== null || article.wires.length > 0) return null;
  const end = firstSentences(sentences)[4]?.start ?? article.text.length;
  const time = annotations.times.find(
    (one) =>
      one.type === 'DATE' && one.span.start < end && isHeadDay(asSaid(one), day) && isLine(article.text, one),
  );
  return time === undefined ? null : asSaid(time);
};

/** A single day of the weeks before publication. */
const isHeadDay = (said: Said, day: Day): boolean =>
  said?.earliest != null &&
  said.earliest === said.latest &&
  said.latest <= day &&
  said.earliest >= dayBefore(day, HEAD_DAYS);

/** Whether an expression ends a short line without a verb: `Lock Nine, [8 July 2019]`. */
const isLine = (text: string, { span }: TimeExpression): boolean => {
  const head = `\n${text.slice(Math.max(0, span.start - LINE), span.start)}`.split('\n').at(-1) ?? '';
  const tail = text.slice(span.end, span.end + LINE).split('\n')[0] ?? '';
  return head.length + span.end - span.start <= LINE && tail.trim().length <= 2 && !/[.!?]/.test(tail);
};

/** The longest line that is only a place and a date, in UTF-16 code units. */
const LINE = 80;

const FIRST_PERSON = /(?:^|[^\p{L}])(?:I|I['’]m|my|me|we|our|я|мы|наш\p{L}*|私(?:たち)?|我々)(?!\p{L})/u;
const PRESENT =
  /^(?:says?|tells?|adds?|asks?|recalls?|thinks?|believes?|describes?|admits?|jokes?|insists?|argues?|calls?)$/i;
const PAST = /(?:ed|said|told|wrote|spoke|swore|shot back)$/i;

/**
 * Whether the article tells news of its day: a dispatch, or one that dates something said to the last days, or one whose
 * speakers `said` and do not `say`; not one whose author speaks as `I` or `we`.
 */
const isReport = (
  attributions: readonly Attribution[],
  dated: readonly Said[],
  input: AnnotatorInput,
  day: Day,
): boolean => {
  const { article } = input;
  if (article.dateline !== null || article.wires.length > 0) return true;
  if (isAuthored(attributions, input)) return false;
  if (dated.some((said) => isRecent(said, day))) return true;
  if (article.language !== 'en')
    return !attributions.some(({ rule }) => /\/dialogue-turn@|\/transcript-turn@/.test(rule));
  const cues = attributions.flatMap(({ cue }) => (cue[0] === undefined ? [] : [cover(article.text, cue[0])]));
  return cues.filter((cue) => PAST.test(cue)).length > cues.filter((cue) => PRESENT.test(cue)).length;
};

/** Whether the author speaks of himself twice outside what others say. */
const isAuthored = (
  attributions: readonly Attribution[],
  { article, sentences }: AnnotatorInput,
): boolean => {
  const contents = attributions.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const own = sentences.filter((sentence) => {
    const inside = overlapping(contents, sentence, (at) => at, LONGEST_CONTENT);
    const start = inside.find((at) => at.end > sentence.start)?.start ?? sentence.end;
    const words = article.text.slice(sentence.start, Math.max(sentence.start, Math.min(start, sentence.end)));
    return !/[“"«„]/.test(words) && FIRST_PERSON.test(words);
  });
  return own.length >= 2;
};
