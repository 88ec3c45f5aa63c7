import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { NAME_TYPES } from '../../src/language/names/model.ts';
import type { NamedSentence } from './corpus.ts';

interface Row {
  readonly form: string;
  readonly upos: string;
  readonly glued: boolean;
  /** The bracket notation of entities of GUM (`(6-person-…`, `6)`), or ''. */
  readonly entity: string;
}

/** Sentences of a CoNLL-U file with their tags; words only. */
const readRows = (path: string): readonly (readonly Row[])[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n\n')
    .map((block) =>
      block.split('\n').flatMap((line): readonly Row[] => {
        const cells = line.split('\t');
        if (!/^\d+$/.test(cells[0] ?? '')) return [];
        const misc = cells[9] ?? '_';
        return [
          {
            form: cells[1] ?? '',
            upos: cells[3] ?? '',
            glued: misc.includes('SpaceAfter=No'),
            entity: /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '',
          },
        ];
      }),
    )
    .filter((rows) => rows.length > 0);

/** Joins what Universal Dependencies splits and the recogniser's tokens keep whole: `Bailey`, `-`, `Ross`. */
const joinHyphens = (rows: readonly Row[]): readonly Row[] => {
  const joined: Row[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last?.glued && (row.form === '-' || last.form.endsWith('-')) && last.form !== '-')
      joined[joined.length - 1] = {
        form: last.form + row.form,
        upos: row.upos === 'PUNCT' ? last.upos : row.upos,
        glued: row.glued,
        entity: last.entity + row.entity,
      };
    else joined.push(row);
  }
  return joined;
};

/** Sentences without a proper noun: they teach what a capital letter at a beginning does not mean. */
export const namelessSentences = (path: string): readonly NamedSentence[] =>
  readRows(path)
    .filter((rows) => rows.length > 3 && rows.every(({ upos }) => upos !== 'PROPN' && upos !== 'X'))
    .filter((rows) => rows.some(({ form }) => /^\p{Lu}/u.test(form)))
    .map((rows) => ({ tokens: joinHyphens(rows).map(({ form }) => form), names: [] }));

const GUM_TYPES: Readonly<Record<string, (typeof NAME_TYPES)[number]>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'PLACE',
  event: 'OTHER',
};

interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly type: string;
}

/** The entities of a sentence of GUM that open and close in it. */
const bracketsOf = (rows: readonly Row[]): readonly Bracket[] => {
  const open = new Map<string, { readonly from: number; readonly type: string }[]>();
  const found: Bracket[] = [];
  for (const [i, { entity }] of rows.entries())
    for (const [, id, type = '', closed, ending = ''] of entity.matchAll(BRACKET)) {
      if (id === undefined) {
        const start = open.get(ending)?.pop();
        if (start !== undefined) found.push({ ...start, to: i + 1 });
      } else if (closed === undefined) open.set(id, [...(open.get(id) ?? []), { from: i, type }]);
      else found.push({ from: i, to: i + 1, type });
    }
  return found;
};

/** An entity that opens (and perhaps closes at once), or the end of one. */
const BRACKET = /\((\d+)-(\w+)[^()]*(\))?|(\d+)\)/g;

const JOINT = /^(?:of|the|for|and|in|'s|'|on|de|la|von|van|al|&|-)$/;

/** Sentences of GUM whose proper nouns are all in entities that consist of nothing else. */
export const gumSentences = (path: string, titles: ReadonlySet<string>): readonly NamedSentence[] =>
  readRows(path).flatMap((raw) => {
    const rows = joinHyphens(raw);
    const names = outermost(
      bracketsOf(rows)
        .filter(({ from, to, type }) => type in GUM_TYPES && isProper(rows.slice(from, to)))
        .map((bracket) => trimmed(bracket, rows, titles))
        .filter(({ from, to }) => from < to),
    );
    const uncovered = rows.some(
      ({ upos, form }, i) =>
        upos === 'PROPN' &&
        !titles.has(form.toLowerCase()) &&
        !names.some(({ from, to }) => from <= i && i < to),
    );
    if (names.length === 0 || uncovered) return [];
    return [
      {
        tokens: rows.map(({ form }) => form),
        names: names.map(({ from, to, type }) => ({
          from,
          to,
          type: NAME_TYPES.indexOf(GUM_TYPES[type] ?? 'OTHER'),
        })),
      },
    ];
  });

const isProper = (rows: readonly Row[]): boolean =>
  rows.some(({ upos, form }) => upos === 'PROPN' && /^\p{Lu}/u.test(form)) &&
  rows.every(({ upos, form }) => upos === 'PROPN' || /^\p{Lu}/u.test(form) || JOINT.test(form));

const trimmed = ({ from, to, type }: Bracket, rows: readonly Row[], titles: ReadonlySet<string>): Bracket => {
  let [start, end] = [from, to];
  while (start < end && isOuter(rows[start]?.form ?? '', type, titles)) start++;
  while (end > start && /^(?:'s|'|the|The)$/.test(rows[end - 1]?.form ?? '')) end--;
  return { from: start, to: end, type };
};

const isOuter = (form: string, type: string, titles: ReadonlySet<string>): boolean =>
  /^(?:the|a|an)$/i.test(form) || (type === 'person' && titles.has(form.toLowerCase()));

const outermost = (brackets: readonly Bracket[]): readonly Bracket[] =>
  brackets
    .filter(
      (a, i) =>
        !brackets.some(
          (b, j) => i !== j && b.from <= a.from && a.to <= b.to && (b.to - b.from > a.to - a.from || j < i),
        ),
    )
    .sort((a, b) => a.from - b.from);
