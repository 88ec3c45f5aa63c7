import type { Token } from '../../../model/sentence.ts';
import { firstPerson, lastPair } from '../plain-actors.ts';
import type { Actor } from '../stage.ts';
import { actorOf } from '../stage.ts';
import { isIn } from './forms.ts';
import type { Ground } from './ground.ts';
import type { Case } from './words.ts';

/** Actors at a place of the sentence, before their case and preposition are read. */
export interface Item {
  readonly actors: readonly Actor[];
  readonly first: number;
  readonly last: number;
  /** The cases that its own words give, when it is a name; null when they give none. */
  readonly cases: readonly Case[] | null;
  readonly adjective: boolean;
}

const SELF: Readonly<Record<string, readonly Case[]>> = {
  я: ['Nom'],
  мне: ['Dat'],
  меня: ['Gen', 'Acc'],
  мной: ['Ins'],
  мы: ['Nom'],
  нам: ['Dat'],
  нас: ['Gen', 'Acc'],
  нами: ['Ins'],
};

/** `обе стороны`, `оба лидера`: the two last spoken of; `мы`, `мне` in what somebody says: whoever speaks. */
export const pointingItems = (ground: Ground, named: readonly Item[]): readonly Item[] =>
  ground.tokens.flatMap((token, i): readonly Item[] => {
    const self = SELF[ground.low[i] ?? ''];
    if (self !== undefined) return selfItem(ground, token, i, self);
    if (isCountry(ground, i)) return countryItem(ground, named, i);
    const isNamed = named.some(({ first, last }) => first <= i && i <= last);
    return isNamed || !isPair(ground, i) ? [] : pairItem(ground, named, i);
  });

const selfItem = (
  { stage, low }: Ground,
  token: Token,
  i: number,
  cases: readonly Case[],
): readonly Item[] => {
  const actor = firstPerson(stage, token, /^(?:мы|на)/.test(low[i] ?? ''));
  return actor === null ? [] : [{ actors: [actor], first: i, last: i, cases, adjective: false }];
};

const pairItem = ({ stage, low, tokens }: Ground, named: readonly Item[], i: number): readonly Item[] => {
  const token = tokens[i];
  if (token === undefined) return [];
  const actors = lastPair(
    stage,
    named.flatMap((item) => item.actors),
    token,
  );
  // `президенты [двух стран]`
  const first = OF_TWO.test(low[i - 1] ?? '') ? i - 1 : i;
  return actors.length < 2 ? [] : [{ actors, first, last: i, cases: null, adjective: false }];
};

const OF_TWO = /^(?:двух|обеих|обоих)$/;

/** `страна готова`: the state spoken of just before. */
const isCountry = ({ low, words }: Ground, i: number): boolean =>
  /^(?:страна|республика|государство|королевство)$/.test(low[i] ?? '') &&
  !/Case=Gen/.test(words.feats[i + 1] ?? '');

const countryItem = ({ stage, tokens }: Ground, named: readonly Item[], i: number): readonly Item[] => {
  const token = tokens[i];
  const before = named
    .filter(({ last }) => last < i)
    .at(-1)
    ?.actors.at(-1);
  const last = before ?? stage.recent.at(-1);
  const state = last?.type === 'STATE' ? last.ref : (last?.party ?? null);
  if (state === null || state === undefined || token === undefined) return [];
  const actor = actorOf(stage, state, 'STATE', token);
  return [{ actors: [actor], first: i, last: i, cases: ['Nom'], adjective: false }];
};

const isPair = ({ lists, low, words }: Ground, i: number): boolean =>
  (OF_TWO.test(low[i - 1] ?? '') &&
    /^(?:стран|государств|держав|столиц|сторон|лидеров|президентов|министров)$/.test(low[i] ?? '')) ||
  (isIn(lists.pairs, low[i] ?? '') &&
    (/^об[ае]$/.test(low[i - 1] ?? '') || /Number=Plur/.test(words.feats[i] ?? '')) &&
    !/Case=Gen/.test(words.feats[i + 1] ?? ''));
