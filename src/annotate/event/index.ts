import type { EventMention, Mention } from '../../model/annotation.ts';
import type { Annotator, AnnotatorInput } from '../../model/annotator.ts';
import type { Diagnostic, StageResult } from '../../model/diagnostic.ts';
import type { EventGrammar, EventLexicon } from '../../model/knowledge/event-lexicon.ts';
import { bySpan, contains, cover } from '../../model/span.ts';
import { withAnswered } from './answered.ts';
import type { Carried } from './carried.ts';
import { carriedBy } from './carried.ts';
import { codeSentence } from './coder.ts';
import type { CueIndex } from './cues.ts';
import { compileCues } from './cues.ts';
import type { Draft } from './draft.ts';
import { codeInstruments } from './instruments.ts';
import { readJapanese } from './japanese/index.ts';
import { mergeDrafts } from './merge.ts';
import { occasionKey } from './noun.ts';
import { withOpened } from './opened.ts';
import type { EventReader } from './reader.ts';
import { readRussian } from './russian/index.ts';
import { readScene } from './scene.ts';
import { withSettings } from './settings.ts';
import { withSpeakers } from './speakers.ts';
import type { GrammarSets, Stage } from './stage.ts';
import { remember, setStage } from './stage.ts';
import type { HistoryPhrase } from './timing.ts';
import { historyIn, namedTimes, readBreaks, readHistory, timesIn } from './timing.ts';

/**
 * Codes events in the headline and body: cue, participants by their places in the clause, time, realis, fate, outcome,
 * stance. An event needs a participant that knowledge or the text resolves, save acts told of one who acts in
 * public though nobody knows him (a court, deputies), in an article about known parties; words of speech alone are no event. English,
 * Russian and Japanese: another language yields none and the diagnostic `language-unsupported`.
 */
export const eventAnnotator: Annotator<EventMention> = {
  id: 'event',
  needs: ['time', 'mention', 'attribution'],
  gives: 'event',
  run: (input): StageResult<readonly EventMention[]> => {
    const lexicon = input.knowledge.languages[input.article.language]?.event ?? null;
    const read = READERS[input.article.language];
    if (read !== undefined && lexicon?.grammar != null)
      return {
        output: set(input, codedBy(read, input, lexicon, lexicon.grammar)),
        diagnostics: overlong(input),
      };
    const tables = lexicon === null ? null : tablesFor(lexicon);
    if (tables === null) return { output: [], diagnostics: unsupported(input) };
    return { output: set(input, codeArticle(input, tables)), diagnostics: overlong(input) };
  },
};

/** Each act with the occasion that it is done at, where the language has words for that. */
const set = (
  { article, knowledge, sentences }: AnnotatorInput,
  events: readonly EventMention[],
): readonly EventMention[] => {
  const words = knowledge.languages[article.language]?.event?.settings;
  return words === undefined ? events : withSettings(events, sentences, article.text, words);
};

/** Coders of languages with a grammar of their own. */
const READERS: Readonly<Record<string, EventReader>> = { ru: readRussian, ja: readJapanese };

const codedBy = (
  read: EventReader,
  input: AnnotatorInput,
  lexicon: EventLexicon,
  grammar: EventGrammar,
): readonly EventMention[] => {
  const events = read(setStage(input, asSets(grammar)), lexicon).map(({ event }) => event);
  return withSpeakers(
    events.sort((a, b) => bySpan(a.trigger, b.trigger)),
    input.annotations.attributions,
  );
};

const unsupported = (input: AnnotatorInput): readonly Diagnostic[] => [
  {
    code: 'language-unsupported',
    severity: 'info',
    message: `events are not coded in ${input.article.language}`,
    article: input.article.id,
  },
];

/** A longer sentence is a table or a list that lost its marks; grammar says nothing of it. In tokens. */
const LONGEST_SENTENCE = 400;

const overlong = ({ article, sentences }: AnnotatorInput): readonly Diagnostic[] =>
  sentences
    .filter((sentence) => sentence.tokens.length > LONGEST_SENTENCE)
    .map(({ start, end, tokens }) => ({
      code: 'text-windowed',
      severity: 'info',
      message: `a sentence of ${tokens.length} words is too long for events to be read from it`,
      article: article.id,
      span: { start, end },
    }));

interface Tables {
  readonly cues: CueIndex;
  readonly grammar: GrammarSets;
  readonly history: readonly HistoryPhrase[];
}

// Keyed by the lexicon itself, so that tables live as long as it does; a pure cache.
const cache = new WeakMap<EventLexicon, Tables>();

const tablesFor = (lexicon: EventLexicon): Tables | null => {
  if (lexicon.grammar === null || lexicon.cues.length === 0) return null;
  const held = cache.get(lexicon);
  if (held !== undefined) return held;
  const grammar = asSets(lexicon.grammar);
  const tables = { cues: compileCues(lexicon), grammar, history: readHistory(grammar) };
  cache.set(lexicon, tables);
  return tables;
};

const asSets = (grammar: EventGrammar): GrammarSets =>
  Object.fromEntries(
    Object.entries(grammar).map(([name, words]) => [name, new Set(words)]),
  ) as unknown as GrammarSets;

/** Keeps who took part in the occasions of a sentence, for "the talks" and "the visit" after it. */
const rememberOccasions = (stage: Stage, told: readonly Draft[]): void => {
  const { text } = stage.input.article;
  for (const { event, setting } of told)
    if (setting)
      stage.occasions.set(
        occasionKey(event.type, cover(text, event.trigger).toLowerCase()),
        event.participants,
      );
};

const codeArticle = (input: AnnotatorInput, { cues, grammar, history }: Tables): readonly EventMention[] => {
  const stage = setStage(input, grammar);
  const { times } = input.annotations;
  const longest = times.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  const drafts: Draft[] = [];
  let carried: Carried | null = null;
  let before: readonly EventMention[] = [];
  let next = 0;
  const mentions = [...input.annotations.mentions].sort((a, b) => bySpan(a.span, b.span));
  for (const sentence of input.sentences) {
    const here: Mention[] = [];
    while (next < mentions.length && (mentions[next]?.span.start ?? 0) < sentence.end) {
      const mention = mentions[next++];
      if (mention !== undefined && contains(sentence, mention.span)) here.push(mention);
    }
    if (sentence.tokens.length > LONGEST_SENTENCE) continue;
    const timesHere = timesIn(times, sentence, longest);
    const scene = readScene(
      stage,
      sentence,
      here,
      timesHere.map((time) => time.span),
    );
    const read = {
      scene,
      mentions: here,
      times: timesHere,
      named: namedTimes(sentence.tokens, timesHere, here, grammar),
      history: historyIn(sentence.tokens, history),
      breaks: readBreaks(sentence.tokens),
      carried,
    };
    carried = carriedBy(timesHere, carried);
    const merged = mergeDrafts([...codeSentence(stage, cues, read), ...codeInstruments(stage, read)]);
    const told = withOpened(withAnswered(merged, before, sentence.tokens), sentence.tokens);
    before = sentence.headline ? [] : told.map(({ event }) => event);
    if (!sentence.headline) rememberOccasions(stage, told);
    drafts.push(...told);
    remember(stage, scene);
  }
  const events = drafts.map((draft) => draft.event).sort((a, b) => bySpan(a.trigger, b.trigger));
  return withSpeakers(events, input.annotations.attributions);
};
