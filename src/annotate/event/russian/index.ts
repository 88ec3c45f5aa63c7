import { treesOf } from '../../../language/index.ts';
import type { Mention, TimeExpression } from '../../../model/annotation.ts';
import type { Token } from '../../../model/sentence.ts';
import { contains } from '../../../model/span.ts';
import { plain } from '../../attribution/russian/lexicon.ts';
import type { Draft } from '../draft.ts';
import { mergeDrafts } from '../merge.ts';
import { rememberActors } from '../plain-actors.ts';
import type { EventReader } from '../reader.ts';
import type { Actor, Stage } from '../stage.ts';
import { actorOf } from '../stage.ts';
import { historyIn, readHistory, timesIn } from '../timing.ts';
import { codeRussian } from './coder.ts';
import { findRussianTriggers, type RussianTrigger } from './cues.ts';
import { isIn } from './forms.ts';
import { groundOf } from './ground.ts';
import { compileRussian, type RussianTables } from './lists.ts';
import { findPhrases } from './phrases.ts';
import { wordsOf } from './words.ts';

/** A longer sentence is a table or a list that lost its marks. In tokens. */
const LONGEST_SENTENCE = 400;

/**
 * Codes the events of a Russian article: cues by stem and ending, who takes part by case, preposition and, where words leave
 * it open, by the tree. A sentence without a cue or without an actor is not analysed.
 */
export const readRussian: EventReader = (stage, lexicon) => {
  const tables = compileRussian(lexicon);
  const { sentences, annotations } = stage.input;
  const mentions = [...annotations.mentions].sort((a, b) => a.span.start - b.span.start);
  const longest = annotations.times.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  const drafts: Draft[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const here: Mention[] = [];
    while (next < mentions.length && (mentions[next]?.span.start ?? 0) < sentence.end) {
      const mention = mentions[next++];
      if (mention !== undefined && contains(sentence, mention.span)) here.push(mention);
    }
    if (sentence.tokens.length <= LONGEST_SENTENCE)
      drafts.push(
        ...inSentence(stage, tables, sentence, here, timesIn(annotations.times, sentence, longest)),
      );
  }
  return drafts;
};

/** Words of cues that are no nouns: `на`, `в`, `жестко`. */
const SMALL = /^.{1,3}$|[^о]о$|^(?:против|своим|своей|себя|себе)$/;

const inSentence = (
  stage: Stage,
  { cues, lists }: RussianTables,
  sentence: Stage['input']['sentences'][number],
  mentions: readonly Mention[],
  times: readonly TimeExpression[],
): readonly Draft[] => {
  const { tokens } = sentence;
  const low = tokens.map(({ lower }) => plain(lower));
  const triggers = isPastime(lists, low) ? [] : findRussianTriggers(cues, tokens, low);
  if (triggers.length === 0) {
    rememberActors(stage, mentioned(stage, mentions));
    return [];
  }
  const verbs = new Map(
    triggers.flatMap(({ form, first }) => (form === 'noun' ? [] : [[first, form] as const])),
  );
  const nouns = new Set(triggers.flatMap(({ matched }) => matched.filter((i) => !verbs.has(i))));
  const isNoun = (i: number): boolean =>
    (nouns.has(i) && !SMALL.test(low[i] ?? '')) ||
    (!verbs.has(i) &&
      (isIn(lists.bodies, low[i] ?? '') ||
        isIn(lists.courts, low[i] ?? '') ||
        isIn(lists.agents, low[i] ?? '') ||
        (i === 0 && isIn(lists.objects, low[0] ?? ''))));
  const ground = groundOf({
    stage,
    sentence,
    tokens,
    low,
    words: wordsOf(tokens, treesOf(stage.input)(sentence), isNoun, (i) =>
      isNamed(mentions, tokens[i]) ? 'name' : (verbs.get(i) ?? null),
    ),
    lists,
    mentions,
    times,
  });
  const phrases = findPhrases(ground);
  rememberActors(
    stage,
    phrases.filter(({ prep }) => !/^(?:во?|на|из)$/.test(prep)).flatMap(({ actors }) => actors),
  );
  if (phrases.length === 0 && stage.recent.length === 0) return [];
  return mergeDrafts(
    codeRussian(
      { ...ground, triggers, phrases, held: heldBy(triggers) },
      historyIn(tokens, readHistory(stage.grammar)),
    ),
  );
};

const ACTIVE: ReadonlySet<string> = new Set(['past', 'fin', 'infinitive', 'gerund']);

const heldBy = (triggers: readonly RussianTrigger[]): ReadonlySet<number> =>
  new Set(
    triggers.flatMap(({ form, matched, first }) =>
      ACTIVE.has(form) ? matched.filter((i) => i !== first) : [],
    ),
  );

const isNamed = (mentions: readonly Mention[], token: Token | undefined): boolean =>
  token !== undefined &&
  /^\p{Lu}/u.test(token.text) &&
  mentions.some(({ form, span }) => form === 'name' && contains(span, token));

/** Whether a sentence tells of sport, the stage or a sale: what is done in them is no act of a party. */
const isPastime = ({ pastimes }: RussianTables['lists'], low: readonly string[]): boolean =>
  low.some((word) => isIn(pastimes, word));

/** Whom a sentence without a cue names. */
const mentioned = (stage: Stage, mentions: readonly Mention[]): readonly Actor[] =>
  mentions.flatMap(({ refersTo, type, span }) =>
    refersTo === null || (type !== 'PERSON' && type !== 'STATE')
      ? []
      : [actorOf(stage, refersTo, type, span)],
  );
