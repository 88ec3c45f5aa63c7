import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EVENT_PHRASES } from '../../src/record/event-phrases.ts';
import { codebookReference } from '../../tools/codebook-reference.ts';
import { lintCodebook, readCodebook } from '../../tools/knowledge/codebook-lint.ts';
import { type Codebook, codebookSchema } from '../../tools/knowledge/codebook-schema.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const files = readCodebook(ROOT);
const book = files as unknown as Codebook;

type Rows = readonly Readonly<Record<string, unknown>>[];

/** The codebook with the first row of a file changed. */
const changed = (file: keyof Codebook, with_: Readonly<Record<string, unknown>>) => {
  const [first, ...rest] = files[file] as Rows;
  return lintCodebook({ ...files, [file]: [{ ...first, ...with_ }, ...rest] });
};

describe('the codebook that ships', () => {
  test('has nothing wrong with it', () => {
    expect(lintCodebook(files)).toEqual([]);
  });

  test.each([
    ['knowledge/codebook/schema.json', () => codebookSchema()],
    ['docs/reference/codebook.md', () => codebookReference(book)],
  ])('%s (npx tsx tools/build-codebook-docs.ts)', (file, make) => {
    expect(readFileSync(`${ROOT}${file}`, 'utf8')).toBe(make());
  });

  test('every type has its phrase for the record', () => {
    expect(book['event-types.json'].filter(({ id }) => EVENT_PHRASES[id] === undefined)).toEqual([]);
  });
});

describe('the linter finds', () => {
  test.each([
    ['event-types.json', { root: 'FEAST' }, 'unknown root'],
    ['event-types.json', { frame: 'dance' }, 'frame'],
    ['event-types.json', { plover: 'AID' }, 'its root is not that of its PLOVER code'],
    ['event-types.json', { frame: 'act' }, 'reciprocal, but its frame tells its parties apart'],
    ['event-types.json', { cameoAlso: ['040'] }, 'its CAMEO code is repeated'],
    ['event-types.json', { cameo: '99' }, 'cameo'],
    ['event-types.json', { id: 'visit' }, 'visit is there twice'],
    ['event-types.json', { extra: 1 }, 'extra'],
    ['roots.json', { planned: 'FEAST' }, 'becomes a root that is not there'],
    ['books.json', { writes: 'icow' }, 'no codebook is pinned for plover'],
    ['cues/en.json', { type: 'feast' }, 'unknown type'],
    ['cues/en.json', { verbs: ['meet …'] }, 'stray mark'],
    ['cues/en.json', { verbs: ['meet||see'] }, 'stray mark'],
    ['cues/en.json', { verbs: ['Meet'] }, 'verbs.0'],
    ['cues/en.json', { verbs: ['meet', 'meet'] }, 'meet is there twice'],
    ['cues/ru.json', { type: 'feast' }, 'unknown type'],
    ['cues/ru.json', { verbs: ['meet*'] }, 'verbs.0'],
    ['cues/ru.json', { nouns: ['*встреч'] }, 'has a stem that is none'],
    ['cues/ru.json', { nouns: ['ис*'] }, 'has a stem that is none'],
    ['cues/ru.json', { verbs: ['встрет*л'] }, 'has a stem that is none'],
    ['cues/ja.json', { nouns: ['会談*'] }, 'nouns.0'],
  ] as const)('%s %o: %s', (file, with_, message) => {
    expect(changed(file, with_).join('\n')).toContain(message);
  });

  test('a type without cues', () => {
    const rest = (files['cues/ja.json'] as Rows).filter(({ type }) => type !== 'visit');
    expect(lintCodebook({ ...files, 'cues/ja.json': rest })).toContain('cues/ja.json: visit: no cue');
  });
});
