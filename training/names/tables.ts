import { readFileSync } from 'node:fs';
import { phraseHash } from '../../src/language/names/decode.ts';
import { FLAGS, type Flag, flagBit, PHRASE_KINDS } from '../../src/language/names/flags.ts';
import { hashText } from '../../src/language/names/hash.ts';
import { type HashTable, tableOf } from '../../src/language/names/table.ts';
import { keyText } from '../../src/language/names/word.ts';
import type { NameLexicon } from './lexicon-file.ts';

const readJson = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

/** The flags that are lists of single words of the lexicon, under the names those have there. */
const MORE: Readonly<Record<string, Flag>> = {
  happening: 'event',
  'noun-communication': 'noun-act',
};

/** Kinds of names that are also flags of their words when they are one word. */
const flagOf = (list: string): Flag | null =>
  (FLAGS as readonly string[]).includes(list) ? (list as Flag) : (MORE[list] ?? null);

const orInto = (table: Map<number, number>, hash: number, bit: number): void => {
  table.set(hash, (table.get(hash) ?? 0) | bit);
};

/** The words of a class made by hand. */
export const classWords = (name: Flag): readonly string[] =>
  (readJson<Readonly<Record<string, string>>>('classes.json')[name] ?? '').split(' ');

/** The tables of words and of whole names, from the lexicon and the classes. */
export const makeTables = (): { readonly words: HashTable; readonly phrases: HashTable } => {
  const words = new Map<number, number>();
  const phrases = new Map<number, number>();
  const { lists } = readJson<NameLexicon>('lexicon.json');
  const { note: _, ...classes } = readJson<Readonly<Record<string, string>>>('classes.json');
  for (const [name, list] of Object.entries(lists)) {
    const kind = (PHRASE_KINDS as readonly string[]).indexOf(name);
    const flag = flagOf(name);
    for (const entry of list.split(';')) {
      const keys = entry.split(/\s+/).map((part) => hashText(keyText(part)));
      if (kind >= 0) orInto(phrases, phraseHash(keys), 1 << kind);
      if (flag !== null && keys.length === 1) orInto(words, keys[0] ?? 0, flagBit(flag));
    }
  }
  for (const [name, list] of Object.entries(classes))
    for (const word of list.split(' ')) orInto(words, hashText(keyText(word)), flagBit(name as Flag));
  return { words: tableOf(words), phrases: tableOf(phrases) };
};
