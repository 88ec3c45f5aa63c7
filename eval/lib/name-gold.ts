import { readFileSync } from 'node:fs';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Span } from '../../src/model/span.ts';

/** A mention of the gold: its span, what it means (null: nobody), and its type (null: not asked for). */
export interface GoldName {
  readonly span: Span;
  readonly id: string | null;
  readonly type: string | null;
}

/** A text of `eval/corpora/names`. */
export interface NameText {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly names: readonly GoldName[];
  readonly part: 'tuning' | 'test';
}

const MARK = /\[([^[\]]+)\]\((\S+?)(?: ([A-Z]+))?\)/g;

/** Reads one line: `NNN EDTF | text with [words](id TYPE)`. */
export const readNameText = (line: string): NameText => {
  const match = /^(\d{3}) (\S+) \| (.+)$/.exec(line);
  if (match === null) throw new Error(`not a marked text: ${line.slice(0, 30)}`);
  const [, id = '', published = '', marked = ''] = match;
  const names: GoldName[] = [];
  let text = '';
  let at = 0;
  for (const found of marked.matchAll(MARK)) {
    text += marked.slice(at, found.index);
    const [all, words = '', entity = '-', type = null] = found;
    names.push({
      span: { start: text.length, end: text.length + words.length },
      id: entity === '-' ? null : entity,
      type,
    });
    text += words;
    at = found.index + all.length;
  }
  return {
    id,
    published,
    text: text + marked.slice(at),
    names,
    part: Number(id) % 2 === 1 ? 'tuning' : 'test',
  };
};

const read = (name: string): string =>
  readFileSync(new URL(`../corpora/names/${name}`, import.meta.url), 'utf8');

/** All texts. */
export const nameTexts = (): readonly NameText[] =>
  read('articles.txt')
    .split('\n')
    .filter((line) => line !== '')
    .map(readNameText);

/** The world with the invented one beside it. */
export const withInvented = (world: Knowledge): Knowledge => {
  const invented = JSON.parse(read('knowledge.json')) as Pick<Knowledge, 'places' | 'persons'>;
  return {
    ...world,
    places: [...world.places, ...invented.places],
    persons: [...world.persons, ...invented.persons],
  };
};
