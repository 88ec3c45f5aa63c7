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
  return [...lintTypes(book), ...lintFrames(book), ...lintRoots(book), ...lintCues(book)];
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

type Frame = Codebook['frames.json'][number];

/** What a frame asks for must be seated by it, and what it names must be types that are told by it. */
const lintFrames = (book: Codebook): readonly string[] => {
  const file = 'frames.json';
  const frames = book[file];
  const cues = [...LANGUAGES, 'cues/en-broad.json' as const].flatMap((each) => book[each]);
  const isTold = (frame: string, type: string): boolean =>
    cues.some((cue) => cue.frame === frame && cue.type === type) ||
    book['event-types.json'].some((entry) => entry.frame === frame && entry.id === type);
  return [
    ...repeated(
      file,
      frames.map(({ id }) => id),
    ),
    ...frames.flatMap(({ id, lone, unnamed }) =>
      [...lone, ...unnamed.flatMap(({ types }) => types ?? [])]
        .filter((type) => !isTold(id, type))
        .map((type) => `${file}: ${id}: ${type} is not told by this frame`),
    ),
    ...frames.flatMap(lintNeeds),
  ];
};

const lintNeeds = ({ id, seats, needs }: Frame): readonly string[] =>
  (['active', 'passive', 'noun'] as const).flatMap((voice) => {
    const { roles, parts, named } = needs[voice];
    const seated = new Set<string>(seats[voice].map(({ role }) => role));
    return [
      ...roles
        .filter((some) => !some.some((role) => seated.has(role)))
        .map((some) => `frames.json: ${id}: ${voice} asks for ${some.join(' or ')}, whom nothing seats`),
      ...(named > parts ? [`frames.json: ${id}: ${voice} names more than take part`] : []),
    ];
  });

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
const STRAY = /^…|…$|… …|\|\||\/\/|(?:^| )\||[^ ] \/|[|/](?: |$)/;

const LANGUAGES = ['cues/en.json', 'cues/ru.json', 'cues/ja.json'] as const;

const lintCues = (book: Codebook): readonly string[] => [
  ...LANGUAGES.flatMap((file) => {
    const told = new Set(book[file].map(({ type }) => type));
    return book['event-types.json']
      .filter(({ id }) => !told.has(id))
      .map(({ id }) => `${file}: ${id}: no cue`);
  }),
  ...([...LANGUAGES, 'cues/en-broad.json'] as const).flatMap((file) => lintPatterns(book, file)),
  ...lintStems(book),
];

const lintPatterns = (
  book: Codebook,
  file: (typeof LANGUAGES)[number] | 'cues/en-broad.json',
): readonly string[] => {
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

/** A stem of fewer letters than stems are looked up by, and stars that begin a word or stand twice in it. */
const BAD_STEM = /(?:^|[ /|])(?:\*|[а-яё]{1,2}\*)|\*[^ /|]*\*|\*(?!ся)[а-яё]/;

const lintStems = (book: Codebook): readonly string[] =>
  book['cues/ru.json'].flatMap(({ type, verbs, nouns }) =>
    [...verbs, ...nouns]
      .filter((written) => BAD_STEM.test(written))
      .map((written) => `cues/ru.json: ${type}: "${written}" has a stem that is none`),
  );
