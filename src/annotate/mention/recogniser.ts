import { type NameModel, readNameModel, recogniseNames } from '../../language/index.ts';
import { isCapitalised } from '../../lib/capital.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Token } from '../../model/sentence.ts';

/** A name that the recogniser saw: the tokens `[from, to)` of the sentence. */
export interface Seen {
  readonly from: number;
  readonly to: number;
  readonly type: 'PERSON' | 'ORG' | 'PLACE';
}

const models = new WeakMap<Uint8Array, NameModel | null>();

/** The recogniser of the knowledge, made ready on first use; null without weights. English alone has them. */
export const recogniserOf = ({ nameModel }: Knowledge, language: string): NameModel | null => {
  if (nameModel == null || language !== 'en') return null;
  const known = models.get(nameModel);
  if (known !== undefined) return known;
  const model = readNameModel(nameModel);
  models.set(nameModel, model);
  return model;
};

const TYPES: Readonly<Record<string, Seen['type']>> = { PER: 'PERSON', ORG: 'ORG', PLACE: 'PLACE' };
const POSSESSIVE = /['’]s?$/;

/** From this share of capitalised words on a sentence is a headline in capitals, where a capital tells nothing. */
const TITLE_CASE = 0.6;

const isTitleCase = (tokens: readonly Token[]): boolean => {
  let words = 0;
  let capitals = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'word') continue;
    words++;
    if (isCapitalised(text)) capitals++;
  }
  return words > 4 && capitals > TITLE_CASE * words;
};

/** The names that the recogniser sees in a sentence that is not all in capitals. It reads possessives as words of their own. */
export const seenIn = (tokens: readonly Token[], model: NameModel): readonly Seen[] => {
  if (isTitleCase(tokens)) return [];
  const texts: string[] = [];
  const home: number[] = [];
  for (const [i, { text }] of tokens.entries()) {
    const ending = text.length > 2 ? POSSESSIVE.exec(text) : null;
    texts.push(ending === null ? text : text.slice(0, ending.index));
    home.push(i);
    if (ending === null) continue;
    texts.push(ending[0].replace('’', "'"));
    home.push(i);
  }
  return recogniseNames(texts, model).flatMap(({ from, to, type }): readonly Seen[] => {
    const mine = TYPES[type];
    const start = home[from];
    const end = home[to - 1];
    return mine === undefined || start === undefined || end === undefined
      ? []
      : [{ from: start, to: end + 1, type: mine }];
  });
};
