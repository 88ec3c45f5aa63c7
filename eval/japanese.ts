// Usage: npx tsx eval/japanese.ts [--corpora FOLDER]
// Japanese with the optional package lindera-wasm-ipadic (installed beside this one, or named by NODE_PATH) against UD
// Japanese-GSD dev: words on raw text, universal parts of speech on gold words and on words found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { loadLindera } from '../src/app/analysers/lindera.ts';
import { analyseText, formsOf, plainTools, readConllu } from '../src/language/index.ts';
import { bootstrap } from './lib/bootstrap.ts';

const { values } = parseArgs({ options: { corpora: { type: 'string', default: '../shared/data' } } });
const file = gunzipSync(readFileSync(join(values.corpora, 'language/ja_gsd-dev.conllu.gz'))).toString();

/** By sentence: words of gold, words found, found right, of these with the right tag, gold words tagged right. */
type Row = readonly [gold: number, found: number, right: number, tagged: number, onGold: number];

const tools = await loadLindera();
const plain = plainTools('ja');
const wrong = new Map<string, number>();

const spansOf = (forms: readonly string[]): readonly string[] => {
  let at = 0;
  return forms.map((form) => {
    const from = at;
    at += form.length;
    return `${from}:${at}`;
  });
};

const rowsOf = (language: typeof tools): readonly Row[] =>
  readConllu(file).sentences.map((sentence): Row => {
    const forms = formsOf(sentence);
    const tags = sentence.rows.filter(({ kind }) => kind === 'word').map(({ columns }) => columns[3] ?? '');
    const gold = new Map(spansOf(forms).map((span, i) => [span, tags[i]]));
    const words = analyseText(language, forms.join('')).flatMap(({ sentences }) => sentences);
    const found = words.flatMap(({ words: all, analysis }) =>
      all.map(({ start, end }, i) => [`${start}:${end}`, analysis?.[i]?.upos ?? ''] as const),
    );
    const right = found.filter(([span]) => gold.has(span));
    const mine = language.analyser?.analyse(forms) ?? [];
    for (const [i, word] of mine.entries()) {
      const key = `${tags[i]} as ${word.upos} (${word.xpos})`;
      if (word.upos !== tags[i]) wrong.set(key, (wrong.get(key) ?? 0) + 1);
    }
    return [
      forms.length,
      found.length,
      right.length,
      right.filter(([span, upos]) => gold.get(span) === upos).length,
      mine.filter(({ upos }, i) => upos === tags[i]).length,
    ];
  });

const sum = (rows: readonly Row[], at: number): number =>
  rows.reduce((total, row) => total + (row[at] ?? 0), 0);
const show = (name: string, rows: readonly Row[], figure: (rows: readonly Row[]) => number): void => {
  console.log(`${name}: ${(100 * figure(rows)).toFixed(1)} ± ${(100 * bootstrap(rows, figure)).toFixed(1)}`);
};
const f1 = (rows: readonly Row[]): number => (2 * sum(rows, 2)) / (sum(rows, 0) + sum(rows, 1));

show('words F1, Intl.Segmenter', rowsOf(plain), f1);
wrong.clear();
const rows = rowsOf(tools);
show(`words F1, ${tools.analyser?.id}`, rows, f1);
show('UPOS of words found right', rows, (all) => sum(all, 3) / sum(all, 2));
show('UPOS on gold words', rows, (all) => sum(all, 4) / sum(all, 0));
for (const [key, count] of [...wrong].sort(([, a], [, b]) => b - a).slice(0, 30))
  console.log(`${count}\t${key}`);
