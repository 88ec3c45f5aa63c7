import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODEBOOK_SCHEMAS, type Codebook } from './codebook-schema.ts';

/** The parsed files of the codebook below the folder `root`, by their names in `knowledge/codebook`. */
export const readCodebook = (root: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.keys(CODEBOOK_SCHEMAS).map((file) => [
      file,
      JSON.parse(readFileSync(join(root, 'knowledge/codebook', file), 'utf8')) as unknown,
    ]),
  );

/**
 * Everything wrong with the files of a codebook, one line each: their shapes, then what they say of each other. Empty when
 * all is well.
 */
export const lintCodebook = (files: Readonly<Record<string, unknown>>): readonly string[] => {
  const misshapen = Object.entries(CODEBOOK_SCHEMAS).flatMap(([file, schema]) => {
    const read = schema.safeParse(files[file]);
    return read.success
      ? []
      : read.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`);
  });
  if (misshapen.length > 0) return misshapen;
  const book = files as unknown as Codebook;
  return [...lintTypes(book), ...lintRoots(book), ...lintEnglish(book), ...lintStems(book)];
};

const repeated = (file: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${file}: ${id} is there twice`);

const lintTypes = (book: Codebook): readonly string[] => {
  const file = 'event-types.json';
  const types = book[file];
  const roots = new Set(book['roots.json'].map(({ id }) => id));
  const frames = new Set<string>(book['frames.json'].map(({ id }) => id));
  return [
    ...repeated(
      file,
      types.map(({ id }) => id),
    ),
    ...types
      .filter(({ root }) => root !== null && !roots.has(root))
      .map(({ id }) => `${file}: ${id}: unknown root`),
    ...types.filter(({ frame }) => !frames.has(frame)).map(({ id }) => `${file}: ${id}: unknown frame`),
    ...types
      .filter(({ plover, root }) => root !== (plover?.split('-')[0] ?? null))
      .map(({ id }) => `${file}: ${id}: its root is not that of its PLOVER code`),
    ...types
      .filter(({ reciprocal, frame }) => reciprocal && frame !== 'joint' && frame !== 'body')
      .map(({ id }) => `${file}: ${id}: reciprocal, but its frame tells its parties apart`),
    ...types
      .filter(({ cameo, cameoAlso }) => cameo !== null && cameoAlso.includes(cameo))
      .map(({ id }) => `${file}: ${id}: its CAMEO code is repeated`),
  ];
};

const lintRoots = (book: Codebook): readonly string[] => {
  const roots = book['roots.json'];
  const known = new Set(roots.map(({ id }) => id));
  return [
    ...repeated(
      'roots.json',
      roots.map(({ id }) => id),
    ),
    ...roots
      .filter(({ planned, negated }) => !known.has(planned) || (negated !== null && !known.has(negated)))
      .map(({ id }) => `roots.json: ${id}: becomes a root that is not there`),
    ...['plover', 'cameo', 'icow']
      .filter((writes) => !book['books.json'].some((row) => row.writes === writes))
      .map((writes) => `books.json: no codebook is pinned for ${writes}`),
  ];
};

/** Marks that say nothing where they stand: a gap at either end, an empty alternative. */
const STRAY = /^…|…$|… …|\|\||\/\/|(?:^| )[|/]|[|/](?: |$)/;

const lintEnglish = (book: Codebook): readonly string[] => {
  const told = new Set(book['cues/en.json'].map(({ type }) => type));
  return [
    ...book['event-types.json']
      .filter(({ id }) => !told.has(id))
      .map(({ id }) => `cues/en.json: ${id}: no cue`),
    ...(['cues/en.json', 'cues/en-broad.json'] as const).flatMap((file) => lintPatterns(book, file)),
  ];
};

const lintPatterns = (book: Codebook, file: 'cues/en.json' | 'cues/en-broad.json'): readonly string[] => {
  const cues = book[file];
  const types = new Set(book['event-types.json'].map(({ id }) => id));
  return [
    ...cues.filter(({ type }) => !types.has(type)).map(({ type }) => `${file}: ${type}: unknown type`),
    ...cues.flatMap(({ type, verbs, nouns }) => [
      ...[...verbs, ...nouns]
        .filter((p) => STRAY.test(p))
        .map((p) => `${file}: ${type}: stray mark in "${p}"`),
      ...repeated(`${file}: ${type}`, verbs),
      ...repeated(`${file}: ${type}`, nouns),
    ]),
  ];
};

const SCRIPTS = {
  'cues/ru.json': /^[а-яё*\- ]+$/i,
  'cues/ja.json': /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u,
};

const lintStems = (book: Codebook): readonly string[] =>
  (['cues/ru.json', 'cues/ja.json'] as const).flatMap((file) => {
    const types = new Set(book['event-types.json'].map(({ id }) => id));
    const rows = book[file];
    return [
      ...rows.filter(({ type }) => !types.has(type)).map(({ type }) => `${file}: ${type}: unknown type`),
      ...[...types]
        .filter((type) => !rows.some((row) => row.type === type))
        .map((type) => `${file}: ${type}: no cue`),
      ...rows.flatMap(({ type, cues }) => [
        ...repeated(`${file}: ${type}`, cues),
        ...cues
          .filter((cue) => !SCRIPTS[file].test(cue) || /^\*|\*[^ ]|\*$/.test(cue.replace(/\*(?= |$)/g, '')))
          .map((cue) => `${file}: ${type}: "${cue}" is no stem or phrase of the language`),
      ]),
    ];
  });
