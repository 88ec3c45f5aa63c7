import type { Mention } from '../../../model/annotation.ts';
import type { EntityRef } from '../../../model/page.ts';
import { contains } from '../../../model/span.ts';
import { plain } from '../../attribution/russian/lexicon.ts';
import { nameAt, type RussianNames, russianNames, stemsOf } from '../../mention/russian/names.ts';
import { tokenRange } from '../groups.ts';
import { isOutlet } from '../plain-actors.ts';
import type { Actor } from '../stage.ts';
import { actorOf } from '../stage.ts';
import { nameCases } from './declension.ts';
import { isIn } from './forms.ts';
import type { Ground } from './ground.ts';
import { type Item, pointingItems } from './pointing.ts';
import { type Case, caseAt } from './words.ts';

/** Actors that stand together in a case: `президент Вальдории Паво Ленц`, `Вальдорией и Орландом`, `орландский катер`. */
export interface Phrase {
  readonly actors: readonly Actor[];
  /** Indices of the first and last token. */
  readonly first: number;
  readonly last: number;
  /** The cases it can stand in. */
  readonly cases: readonly Case[];
  /** The preposition that leads it in; empty when it stands free. */
  readonly prep: string;
  /** The noun that it belongs to: `[визит] Орлова`, `вальдорские [санкции]`. */
  readonly under: number | null;
  /** An adjective of nation that describes {@link under}. */
  readonly adjective: boolean;
  /** `стороны`, `лидеры`: whoever was spoken of last. */
  readonly vague?: true;
}

const ACTING: ReadonlySet<string> = new Set(['PERSON', 'STATE', 'ORG']);

/** The actors of a sentence, by mentions, adjectives of nation and the bodies that stand with them. */
export const findPhrases = (ground: Ground): readonly Phrase[] => {
  const names = russianNames(ground.stage.input.knowledge);
  const named = mentionItems(ground, names);
  const free = [...named, ...adjectiveItems(ground, names, named)];
  const items = [...free, ...pointingItems(ground, free)].sort((a, b) => a.first - b.first);
  const phrases = items.map((item) => phraseOf(ground, item));
  return joinPhrases(ground, dropHeld(phrases));
};

const mentionItems = (ground: Ground, names: RussianNames): readonly Item[] => {
  const outer = ground.mentions.filter(
    (mention) =>
      ACTING.has(mention.type) &&
      !ground.mentions.some(
        (other) =>
          other !== mention &&
          ACTING.has(other.type) &&
          contains(other.span, mention.span) &&
          other.span.end - other.span.start > mention.span.end - mention.span.start,
      ),
  );
  return outer.flatMap((mention) => {
    const range = tokenRange(ground.tokens, mention.span);
    if (range === null) return [];
    const actor = actorIn(ground, names, mention, range);
    return actor === null
      ? []
      : [
          {
            actors: [actor],
            first: range[0],
            last: range[1],
            cases: mention.form === 'name' ? casesOfName(ground, names, mention, range) : null,
            adjective: false,
          },
        ];
  });
};

/** A woman's surname that ends in a consonant keeps its form in every case; her given name ends in -a. */
const isWoman = ({ type, refersTo }: Mention): boolean =>
  type === 'PERSON' && /^\S+a\s/.test(refersTo?.name ?? '');

const casesOfName = (
  { tokens, low }: Ground,
  names: RussianNames,
  mention: Mention,
  [first, last]: readonly [number, number],
): readonly Case[] | null => {
  const here = tokens.slice(first, last + 1);
  const entry = nameAt(
    names,
    here,
    here.map(({ text }) => stemsOf(text)[0] ?? ''),
    0,
  )?.entry;
  if (entry === undefined) return null;
  const base = plain(entry.text.toLowerCase()).split(' ');
  return nameCases(base, low.slice(first, last + 1), isWoman(mention));
};

/** Whom a mention means; an office that nobody is known to hold stands for its state. */
const actorIn = (
  { stage, tokens }: Ground,
  names: RussianNames,
  mention: Mention,
  [first, last]: readonly [number, number],
): Actor | null => {
  const isPerson = mention.type === 'PERSON';
  const own = stateWithin(names, tokens.slice(first, last + 1));
  const ref = mention.refersTo ?? own;
  if (ref === null || isOutlet(stage, ref)) return null;
  const actor = actorOf(stage, ref, mention.refersTo === null ? 'STATE' : mention.type, mention.span);
  return { ...actor, party: actor.party ?? own, travels: isPerson, isForce: false };
};

const stateWithin = (names: RussianNames, tokens: Ground['tokens']): EntityRef | null => {
  const stems = tokens.flatMap(({ text }) => stemsOf(text)[0] ?? '');
  for (let i = 0; i < tokens.length; i++) {
    const found = nameAt(names, tokens, stems, i);
    if (found?.entry.type === 'STATE') return found.entry.entity;
    const adjective = names.adjectives.get(stems[i] ?? '');
    if (adjective !== undefined) return adjective;
  }
  return null;
};

/** `вальдорские`, `вальдорско-орландские`: adjectives of nation outside mentions. */
const adjectiveItems = (ground: Ground, names: RussianNames, named: readonly Item[]): readonly Item[] =>
  ground.tokens.flatMap((token, i) => {
    if (token.kind !== 'word' || named.some(({ first, last }) => first <= i && i <= last)) return [];
    const parts = (ground.low[i] ?? '').split('-');
    const states = parts.flatMap((part, k) => {
      const stem = k < parts.length - 1 ? part.replace(/о$/, '') : (stemsOf(part)[0] ?? '');
      const state = names.adjectives.get(stem);
      return state === undefined ? [] : [state];
    });
    if (states.length < parts.length) return [];
    const actors = states.map((state) => actorOf(ground.stage, state, 'STATE', token));
    return [{ actors, first: i, last: i, cases: null, adjective: true }];
  });

const phraseOf = (ground: Ground, item: Item): Phrase => {
  const noun = item.adjective ? nounAfter(ground, item.last) : null;
  if (noun !== null && !isBody(ground, noun)) return adjectivePhrase(item, noun);
  const { first, last, body } = extended(ground, item, noun);
  const prep = prepBefore(ground, first);
  const cases = casesOf(ground, headOf(ground, first, last), prep, item);
  const owner = prep === '' && cases.includes('Gen') ? ownerBefore(ground, first) : null;
  const led = LED[ground.low[owner ?? -1] ?? ''];
  const under = led === undefined ? owner : null;
  return {
    actors:
      body === null ? item.actors : item.actors.map((actor) => withBody(ground, actor, body, first, last)),
    first,
    last,
    cases: owner === null ? cases : ['Gen'],
    prep: led ?? (isBySide(ground, first, prep) ? AGENT : prep),
    under,
    adjective: false,
  };
};

/** The words with the bodies that they belong to: `[сотрудников посольства] Вальдории`, `орландский [катер]`. */
const extended = (
  ground: Ground,
  item: Item,
  noun: number | null,
): { readonly first: number; readonly last: number; readonly body: number | null } => {
  let { first } = item;
  let body = noun;
  for (let before = nounBefore(ground, first, item); before !== null; ) {
    body = before;
    first = pastAdjectives(ground, before);
    before = nounBefore(ground, first, item);
  }
  return { first: pastAdjectives(ground, first), last: noun ?? item.last, body };
};

/** Who does it: `со стороны Орланда`. */
export const AGENT = 'со стороны';

const LED: Readonly<Record<string, string>> = { отношении: 'против', адрес: 'против', отношению: 'к' };

const isBySide = ({ low }: Ground, first: number, prep: string): boolean =>
  /^со?$/.test(prep) && low[first] === 'стороны';

const adjectivePhrase = ({ actors, first, last }: Item, under: number): Phrase => ({
  actors,
  first,
  last,
  cases: [],
  prep: '',
  under,
  adjective: true,
});

const isBody = ({ low, lists, timed }: Ground, i: number): boolean =>
  timed[i] !== true && (isIn(lists.bodies, low[i] ?? '') || isIn(lists.forces, low[i] ?? ''));

const withBody = (
  { low, lists, tokens }: Ground,
  actor: Actor,
  body: number,
  first: number,
  last: number,
): Actor => ({
  ...actor,
  span: { start: tokens[first]?.start ?? actor.span.start, end: tokens[last]?.end ?? actor.span.end },
  isForce: isIn(lists.forces, low[body] ?? ''),
  travels: actor.travels || isIn(lists.travellers, low[body] ?? ''),
});

/** The noun that an adjective describes, over further adjectives. */
const nounAfter = ({ words, tokens }: Ground, at: number): number | null => {
  for (let i = at + 1; i <= at + 3 && i < tokens.length; i++) {
    if (words.upos[i] === 'NOUN') return i;
    if (words.upos[i] !== 'ADJ') return null;
  }
  return null;
};

const OTHER_CASE = /Case=(?:Ins|Dat|Loc)/;

/** The body just before a state in the genitive: `[пограничники] Вальдории`; of a person no further. */
const nounBefore = (ground: Ground, first: number, item: Item): number | null => {
  const at = first - 1;
  if (at < 0 || !isBody(ground, at)) return null;
  // `траулера [вальдорскими пограничниками]`: who follows in another case does not own it.
  if (item.adjective && item.first === first && OTHER_CASE.test(ground.words.feats[item.last + 1] ?? ''))
    return null;
  return item.cases?.includes('Gen') === false && item.first === first ? null : at;
};

const pastAdjectives = ({ words, low, tokens, timed }: Ground, first: number): number => {
  let at = first;
  while (
    at > 0 &&
    at > first - 3 &&
    tokens[at - 1]?.kind !== 'mark' &&
    timed[at - 1] !== true &&
    !/^котор/.test(low[at - 1] ?? '') &&
    /^(?:ADJ|NUM|DET)$/.test(words.upos[at - 1] ?? '') &&
    !/Variant=Short/.test(words.feats[at - 1] ?? '')
  )
    at--;
  return at;
};

const headOf = ({ words }: Ground, first: number, last: number): number => {
  for (let i = first; i <= last; i++) if (/NOUN|PROPN|PRON/.test(words.upos[i] ?? '')) return i;
  return first;
};

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'в во на с со к ко у от из за под над о об при по для между против перед через без до после среди вокруг около ради'.split(
    ' ',
  ),
);

const prepBefore = ({ low }: Ground, first: number): string => {
  const before = low[first - 1] ?? '';
  return PREPOSITIONS.has(before) ? before : '';
};

const OF_PREPOSITION: Readonly<Record<string, readonly Case[]>> = {
  с: ['Ins', 'Gen'],
  со: ['Ins', 'Gen'],
  между: ['Ins'],
  перед: ['Ins'],
  в: ['Acc', 'Loc'],
  во: ['Acc', 'Loc'],
  на: ['Acc', 'Loc'],
  к: ['Dat'],
  ко: ['Dat'],
  по: ['Dat'],
};

const casesOf = (ground: Ground, head: number, prep: string, item: Item): readonly Case[] => {
  const own = head === item.first ? item.cases : null;
  const possible = own ?? likeCases(ground.low[head] ?? '', caseAt(ground.words, head));
  const led = OF_PREPOSITION[prep];
  if (led === undefined) return prep === '' ? possible : ['Gen'];
  const both = led.filter((one) => possible.includes(one));
  return both.length > 0 ? both : led;
};

const ALL: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'];

/** What the tagger says; nominative and accusative, and genitive and accusative, look alike. */
const likeCases = (word: string, told: Case | null): readonly Case[] => {
  if (told === null) return ALL;
  if (told === 'Nom' || told === 'Acc') return /[ауюяы]$/.test(word) ? [told] : ['Nom', 'Acc'];
  return told === 'Gen' ? ['Gen', 'Acc'] : [told];
};

const ownerBefore = (ground: Ground, first: number): number | null => {
  const at = first - 1;
  const { words, timed, low } = ground;
  return at >= 0 && words.upos[at] === 'NOUN' && timed[at] !== true && low[at] !== 'данным' ? at : null;
};

/** A phrase that lies in another one adds nothing. */
const dropHeld = (phrases: readonly Phrase[]): readonly Phrase[] => {
  const kept: Phrase[] = [];
  for (const phrase of phrases) {
    const last = kept.at(-1);
    if (last !== undefined && phrase.first <= last.last && !phrase.adjective && !last.adjective)
      kept[kept.length - 1] = merged(last, phrase);
    else kept.push(phrase);
  }
  return kept;
};

const merged = (a: Phrase, b: Phrase): Phrase => ({
  ...a,
  actors: [...a.actors, ...b.actors],
  last: Math.max(a.last, b.last),
});

/** Joins what stands in apposition (`президент Вальдории [Паво Ленц]`) and in a row (`Вальдория, Ульмира и Орланд`). */
const joinPhrases = (ground: Ground, phrases: readonly Phrase[]): readonly Phrase[] => {
  const joined: Phrase[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (last !== undefined && isOneWith(ground, last, phrase))
      joined[joined.length - 1] = merged(last, phrase);
    else joined.push(phrase);
  }
  return joined;
};

const isOneWith = (ground: Ground, a: Phrase, b: Phrase): boolean => {
  const { low } = ground;
  if (a.adjective || b.adjective || b.first <= a.last) return false;
  const gap = low.slice(a.last + 1, b.first).join(' ');
  // `президент Вальдории [Паво Ленц]`; two states side by side are two, and so are `в Янтарном доме [министра]`.
  if (gap === '') return b.prep === '' && b.actors.some(({ type }) => type !== 'STATE') && !isPlace(a);
  if (isOfMany(ground, a) && b.prep === '' && b.cases.includes('Gen'))
    return /^(?:и|, а также|а также)$/.test(gap) || (gap === ',' && isList(low, b));
  if (gap === 'и' || gap === 'а также' || gap === ', а также')
    return b.prep === '' && (a.cases.length === 0 || b.cases.some((one) => a.cases.includes(one)));
  if (gap === 'и с' || gap === 'и со' || gap === 'и между') return gap.slice(2) === a.prep;
  return gap === ',' && b.prep === '' && b.cases.some((one) => a.cases.includes(one)) && isList(low, b);
};

const isPlace = ({ prep, cases, actors }: Phrase): boolean =>
  /^(?:во?|на)$/.test(prep) && cases.includes('Loc') && actors.every(({ type }) => type === 'STATE');

/** `[лидеры Вальдории] и Орланда`: several heads, and whose they are in the genitive. */
const isOfMany = ({ words }: Ground, { first, last }: Phrase): boolean => {
  if (last === first || !/Case=Gen/.test(words.feats[last] ?? '')) return false;
  for (let i = first; i < last; i++)
    if (words.upos[i] === 'NOUN') return /Number=Plur/.test(words.feats[i] ?? '');
  return false;
};

/** A row goes on to its `и`. */
const isList = (low: readonly string[], { last }: Phrase): boolean =>
  low.slice(last + 1, last + 6).includes('и');

/** Whether an actor phrase lies over a span of tokens. */
export const phraseAt = (phrases: readonly Phrase[], i: number): Phrase | null =>
  phrases.find(({ first, last }) => first <= i && i <= last) ?? null;
