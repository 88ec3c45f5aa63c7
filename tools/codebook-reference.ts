import type { Codebook } from './knowledge/codebook-schema.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const code = (text: string | null): string => (text === null ? '—' : `\`${text}\``);

const typeRows = (book: Codebook): readonly (readonly string[])[] =>
  book['event-types.json'].map((type) => [
    code(type.id),
    cell(type.about),
    code(type.frame),
    code(type.plover),
    [type.cameo, ...type.cameoAlso].filter((entry) => entry !== null).join(', ') || '—',
    code(type.icow),
    cell(type.realis),
  ]);

const cueLines = (book: Codebook): readonly string[] =>
  book['event-types.json'].map(({ id }) => {
    const english = book['cues/en.json'].filter(({ type }) => type === id);
    const list = (of: 'verbs' | 'nouns'): string => english.flatMap((cue) => cue[of]).join('; ') || '—';
    const broad = book['cues/en-broad.json'].filter(({ type }) => type === id);
    const everyday = broad.flatMap(({ verbs, nouns }) => [...verbs, ...nouns]).join('; ') || '—';
    const stems = (file: 'cues/ru.json' | 'cues/ja.json'): string =>
      book[file]
        .filter(({ type }) => type === id)
        .flatMap(({ verbs, nouns }) => [...verbs, ...nouns])
        .join('; ') || '—';
    return [
      `### ${id}`,
      '',
      `- verbs: ${list('verbs')}`,
      `- nouns: ${list('nouns')}`,
      `- only where it is known who acts on whom: ${everyday}`,
      `- ru: ${stems('cues/ru.json')}`,
      `- ja: ${stems('cues/ja.json')}`,
    ].join('\n');
  });

type Seats = Codebook['frames.json'][number]['seats']['active'];

/** "target: object, else to, else against". */
const seatsCell = (seats: Seats): string =>
  cell(
    seats
      .map(({ role, from, all }) => {
        const places = from.map((source) => (typeof source === 'string' ? source : source.join(' and ')));
        return `${role}: ${all === true ? 'all of ' : ''}${places.join(', else ')}`;
      })
      .join('; '),
  );

type Needs = Codebook['frames.json'][number]['needs'];

/** "verb: visitor, host or place; noun: visitor". Voices that ask for the same are told once. */
const needsCell = (needs: Needs): string => {
  const told = new Map<string, string[]>();
  for (const voice of ['active', 'passive', 'noun'] as const) {
    const { roles, parts, named, apart } = needs[voice];
    const what = [
      roles.length === 0 ? `any ${parts}` : roles.map((some) => some.join(' or ')).join(', '),
      ...(named > 0 ? [`${named} of them in the clause`] : []),
      ...(apart === true ? ['of different states'] : []),
    ].join(', ');
    told.set(what, [...(told.get(what) ?? []), voice === 'active' ? 'verb' : voice]);
  }
  return cell([...told].map(([what, voices]) => `${voices.join(', ')}: ${what}`).join('; '));
};

/** docs/reference/codebook.md, made of the files of `knowledge/codebook`. */
export const codebookReference = (book: Codebook): string =>
  [
    '# The codebook of events',
    'Generated from `knowledge/codebook` by `npx tsx tools/build-codebook-docs.ts`. Shapes are in `knowledge/codebook/schema.json`.',
    `Version ${book['codebook.json'].version}: ${book['codebook.json'].changes.at(-1)?.what ?? ''}`,
    '## Types',
    'An event keeps its type when it is only planned, or did not come about: its realis says so. Codes of other codebooks are\nwritten beside it; what a plan or a denial becomes there is decided on export only (see Roots).',
    table(['type', 'what it is', 'frame', 'PLOVER', 'CAMEO', 'ICOW', 'realis'], typeRows(book)),
    '## Frames',
    table(
      ['frame', 'version', 'what', 'verb', 'passive', 'noun', 'who must take part', 'example'],
      book['frames.json'].map(({ id, version, about, seats, needs, example }) => [
        code(id),
        `${version}`,
        cell(about),
        seatsCell(seats.active),
        seatsCell(seats.passive),
        seatsCell(seats.noun),
        needsCell(needs),
        cell(example),
      ]),
    ),
    '## Roots',
    'What an event of a root is exported as when it is planned, proposed or hypothetical, and when it did not come about.',
    table(
      ['root', 'quad', 'planned', 'negated'],
      book['roots.json'].map(({ id, quad, planned, negated }) => [
        code(id),
        `${quad}`,
        code(planned),
        negated === null ? 'left out' : code(negated),
      ]),
    ),
    '## Where the codes come from',
    table(
      ['codebook', 'version', 'source', 'licence', 'note'],
      book['books.json'].map(({ name, version, source, licence, note }) => [
        name,
        version,
        cell(source),
        licence,
        cell(note),
      ]),
    ),
    '## Cues',
    'English verbs stand in the base form, irregular past and participle behind slashes; `…` stands for up to six words, `|`\nbetween alternatives, `?` after a word that may be absent. Russian cues are stems (`*`; behind the slash imperfective verbs),\nJapanese ones characters as they stand.',
    ...cueLines(book),
  ]
    .join('\n\n')
    .concat('\n');
