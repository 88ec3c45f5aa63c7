import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel, toolsOf } from '../../src/language/index.ts';
import { writeModel } from '../../src/language/weights/model-file.ts';
import { readTrees, type Tree } from '../../training/lib/corpus.ts';
import { crossValidate } from '../../training/lib/cross-validate.ts';
import { LANGUAGES } from '../../training/lib/languages.ts';
import { alignForms, rawDocuments } from '../../training/lib/raw-text.ts';
import { learnSplitting, type Recipe, trainLanguage } from '../../training/lib/recipe.ts';

let folder = '';
let trees: readonly Tree[] = [];

const WORDS = {
  noun: ['envoy', 'minister', 'harbour', 'treaty', 'ship', 'council'],
  verb: ['signed', 'told', 'left', 'opened', 'praised', 'refused'],
} as const;

const row = (
  id: number,
  form: string,
  upos: string,
  xpos: string,
  head: number,
  label: string,
  misc = '_',
): string => [id, form, form.toLowerCase(), upos, xpos, '_', head, label, '_', misc].join('\t');

/** An invented treebank: "The envoy signed the treaty." with other words each time. */
const sentence = (i: number): string => {
  const [a, v, b] = [WORDS.noun[i % 6], WORDS.verb[i % 5], WORDS.noun[(i * 5 + 1) % 6]];
  return [
    ...(i % 4 === 0 ? [`# newdoc id = d${i}`, '# newpar'] : []),
    `# sent_id = s${i}`,
    `# text = The ${a} ${v} the ${b}.`,
    row(1, 'The', 'DET', 'DT', 2, 'det'),
    row(2, a ?? '', 'NOUN', 'NN', 3, 'nsubj'),
    row(3, v ?? '', 'VERB', 'VBD', 0, 'root'),
    row(4, 'the', 'DET', 'DT', 5, 'det'),
    row(5, b ?? '', 'NOUN', 'NN', 3, 'obj', 'SpaceAfter=No'),
    row(6, '.', 'PUNCT', '.', 3, 'punct'),
  ].join('\n');
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-training-'));
  mkdirSync(join(folder, 'language'));
  const text = `${Array.from({ length: 48 }, (_, i) => sentence(i)).join('\n\n')}\n\n`;
  writeFileSync(join(folder, 'language', 'harbour.conllu.gz'), gzipSync(text));
  trees = readTrees(folder, 'harbour');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SMALL: Recipe = {
  ...(LANGUAGES['en'] as (typeof LANGUAGES)[string]).recipe,
  splitBits: 12,
  beamWidth: 4,
  beamPasses: 2,
  beam: { width: 4, margin: 1_000 },
};
const PROVENANCE = (LANGUAGES['en'] as (typeof LANGUAGES)[string]).provenance;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('the same trees and recipe give the same bytes, and those parse', () => {
  const bytes = writeModel(trainLanguage(trees, SMALL, PROVENANCE));
  expect(digest(writeModel(trainLanguage(trees, SMALL, PROVENANCE)))).toBe(digest(bytes));
  const { analyser, splitter } = toolsOf(readModel(bytes));
  const found = analyser?.analyse(['The', 'council', 'praised', 'the', 'ship', '.']) ?? [];
  expect(found.map(({ upos }) => upos)).toEqual(['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT']);
  expect(found.map(({ head }) => head)).toEqual([1, 2, -1, 4, 2, 2]);
  expect(found.map(({ deprel }) => deprel)).toEqual(['det', 'nsubj', 'root', 'det', 'obj', 'punct']);
  const text = 'The ship left the harbour. The envoy told the council.';
  expect(splitter.sentences(text, { start: 0, end: text.length })).toEqual([
    { start: 0, end: 26 },
    { start: 27, end: text.length },
  ]);
});

test('features are learnt part by part: a noun that was only ever a subject is told to be an object', () => {
  const inflected = trees.map((tree, t) => ({
    ...tree,
    forms: tree.forms.map((form, i) => (i === 1 ? `${form}a` : i === 4 ? `${form}u` : form)),
    feats: tree.upos.map((upos, i) =>
      upos === 'NOUN' ? `Case=${i === 1 ? 'Nom' : 'Acc'}|Number=Sing` : t % 2 === 0 ? '_' : 'Foreign=Yes',
    ),
  }));
  const recipe: Recipe = { ...SMALL, fineAre: 'feats', tagMargin: 30, beamPasses: 1 };
  const learnt = inflected.filter(({ forms }) => forms[4] !== 'shipu');
  const bytes = writeModel(trainLanguage(learnt, recipe, PROVENANCE));
  expect(digest(writeModel(trainLanguage(learnt, recipe, PROVENANCE)))).toBe(digest(bytes));
  const { analyser } = toolsOf(readModel(bytes));
  const found = analyser?.analyse(['The', 'councila', 'praised', 'the', 'shipu', '.']) ?? [];
  expect(found.map(({ feats }) => feats).filter((_, i) => i === 1 || i === 4)).toEqual([
    'Case=Nom|Number=Sing',
    'Case=Acc|Number=Sing',
  ]);
  expect(found.map(({ head }) => head)).toEqual([1, 2, -1, 4, 2, 2]);
});

test('sentences that the parser is not to learn teach it nothing', () => {
  const some = (wanted: (name: string) => boolean): string =>
    digest(
      writeModel(
        trainLanguage(
          trees,
          { ...SMALL, beamPasses: 0, parseTimes: (name) => (wanted(name) ? 1 : 0) },
          PROVENANCE,
        ),
      ),
    );
  expect(some(() => true)).not.toBe(some((name) => name !== 's1'));
});

test('text is learnt to be cut alone with the bytes of a whole run, and not at all without text', () => {
  const bytes = writeModel(trainLanguage(trees, SMALL, PROVENANCE));
  const other = writeModel(trainLanguage(trees, SMALL, PROVENANCE, trees.slice(0, 12)));
  expect(digest(other)).not.toBe(digest(bytes));
  const relearnt = writeModel({ ...readModel(other), split: learnSplitting(trees, SMALL) });
  expect(digest(relearnt)).toBe(digest(bytes));
  expect(trainLanguage(trees, SMALL, PROVENANCE, []).split).toBeNull();
});

test('cross-validation deals every sentence out once', () => {
  const language = { ...LANGUAGES['en'], recipe: SMALL } as (typeof LANGUAGES)[string];
  const scores = crossValidate(folder, 'harbour', trees, language, 2);
  expect(Object.keys(scores)).toEqual(['UPOS', 'XPOS', 'feats', 'lemma', 'UAS', 'LAS']);
  expect(scores['UPOS']).toBeGreaterThan(0.5);
  expect(scores['UPOS']).toBeLessThanOrEqual(1);
  expect(scores['LAS']).toBeLessThanOrEqual(scores['UAS'] ?? 0);
});

test('documents are put together with their paragraphs, and words are found in them', () => {
  const documents = rawDocuments(trees);
  expect(documents).toHaveLength(12);
  const [first] = documents;
  const [at] = first?.words ?? [];
  expect(at?.map(({ start, end }) => first?.text.slice(start, end)).join('|')).toBe(
    'The|envoy|signed|the|minister|.',
  );
});

test('words that are no pieces of the text are not found in it', () => {
  expect(alignForms('I am here', 0, ['I', 'am', 'here'])).not.toBeNull();
  expect(alignForms('Im here', 0, ['I', 'am', 'here'])).toBeNull();
});
