import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demarche, scratch } from './run.ts';

let cwd = '';

const CONLLU = `# sent_id = 1
# text = The envoy can’t sign.
1\tThe\t_\t_\t_\t_\t_\t_\t_\t_
2\tenvoy\t_\t_\t_\t_\t_\t_\t_\t_
3-4\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_
3\tca\t_\t_\t_\t_\t_\t_\t_\t_
4\tn’t\t_\t_\t_\t_\t_\t_\t_\t_
5\tsign\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
6\t.\t_\t_\t_\t_\t_\t_\t_\t_

`;

/** The description of a model of tags alone. */
const TINY = {
  format: 'demarche-analyser@1',
  id: 'tiny@1',
  languages: ['en'],
  vocabulary: { kind: 'words', pieces: ['?'], unknown: '?' },
  inputs: { ids: 'ids' },
  outputs: { upos: 'upos' },
  labels: { upos: ['X'] },
};

beforeAll(() => {
  cwd = scratch();
  writeFileSync(join(cwd, 'in.conllu'), CONLLU);
  writeFileSync(join(cwd, 'text.txt'), 'The envoy left Valdoria. She didn’t sign.\n\nTalks go on.\n');
  writeFileSync(join(cwd, 'ru.txt'), 'Посол уехал из Вальдории. Он не подписал договор.\n');
  writeFileSync(join(cwd, 'ja.txt'), '大使は帰国した。協議は続く。\n');
  writeFileSync(join(cwd, 'latin1.txt'), Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x0a));
  mkdirSync(join(cwd, 'folder'));
  writeFileSync(
    join(cwd, 'de.txt'),
    'Die Gespräche dauern an, und der Gesandte der Insel reist erst nächste Woche ab.\n',
  );
  writeFileSync(join(cwd, 'empty.txt'), '\ufeff\n');
  for (const name of ['bare', 'odd', 'good']) writeFileSync(join(cwd, `${name}.onnx`), 'no model');
  writeFileSync(join(cwd, 'odd.json'), '{}');
  writeFileSync(join(cwd, 'good.json'), JSON.stringify(TINY));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const rows = (out: string): readonly (readonly string[])[] =>
  out
    .split('\n')
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split('\t'));

const comments = (out: string, name: string): readonly string[] =>
  out.split('\n').filter((line) => line.startsWith(`# ${name}`));

describe('demarche parse FILE.conllu', () => {
  test('keeps sentences, words, tokens and comments, and fills the rest', async () => {
    const { status, out, err } = await demarche(['parse', 'in.conllu'], { cwd });
    expect(`${status} ${err}`).toBe('0 ');
    expect(out).toContain('# sent_id = 1\n# text = The envoy can’t sign.\n');
    expect(out).toContain('3-4\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_\n');
    expect(rows(out).map((row) => row[1])).toEqual(['The', 'envoy', 'ca', 'n’t', 'sign', '.']);
    expect(rows(out).map((row) => row[3])).toEqual(['DET', 'NOUN', 'AUX', 'PART', 'VERB', 'PUNCT']);
    expect(rows(out).map((row) => row[6])).toEqual(['2', '5', '5', '5', '0', '5']);
    expect(rows(out)[4]?.[9]).toBe('SpaceAfter=No');
  });

  test('reads standard input', async () => {
    const { status, out } = await demarche(['parse', '-'], { cwd, input: CONLLU });
    expect([status, rows(out).length]).toEqual([0, 6]);
  });

  test('what it wrote it reads again, and says the same', async () => {
    const { out } = await demarche(['parse', '--text', 'text.txt'], { cwd });
    const again = await demarche(['parse', '-'], { cwd, input: out });
    expect(again.out).toBe(out);
  });

  test('takes the analysis of another program for sentences that it knows', async () => {
    const { out } = await demarche(['parse', 'in.conllu'], { cwd });
    writeFileSync(join(cwd, 'other.conllu'), out.replaceAll('\tnsubj\t', '\tnsubj:pass\t'));
    const { out: taken } = await demarche(['parse', 'in.conllu', '--analysis', 'other.conllu'], { cwd });
    expect(rows(taken)[1]?.[7]).toBe('nsubj:pass');
    mkdirSync(join(cwd, 'analyses/deep'), { recursive: true });
    writeFileSync(join(cwd, 'analyses/deep/other.conllu'), out.replaceAll('\tnsubj\t', '\tnsubj:pass\t'));
    const input = `${CONLLU}${CONLLU.replace('\tenvoy\t', '\tfleet\t')}`;
    const folder = await demarche(['parse', '-', '--analysis', 'analyses'], { cwd, input });
    expect(rows(folder.out)[1]?.[7]).toBe('nsubj:pass');
    expect(rows(folder.out)[7]?.[7]).toBe('nsubj');
    expect(folder.err).toContain(
      'warning[analysis-unmatched]: 1 of 2 sentences have no analysis in analyses',
    );
  });
});

describe('demarche parse --text', () => {
  test('cuts and analyses; every word has its place in the text', async () => {
    const { status, out } = await demarche(['parse', '--text', 'text.txt'], { cwd });
    expect(status).toBe(0);
    expect(comments(out, 'text')).toEqual([
      '# text = The envoy left Valdoria.',
      '# text = She didn’t sign.',
      '# text = Talks go on.',
    ]);
    expect(comments(out, 'newpar')).toHaveLength(2);
    expect(
      rows(out)
        .map((row) => row[1])
        .join(' '),
    ).toBe('The envoy left Valdoria . She did n’t sign . Talks go on .');
    expect(rows(out)[7]?.[9]).toBe('TokenRange=32:35');
  });

  test('Russian is told by its script', async () => {
    const { status, out } = await demarche(['parse', '--text', 'ru.txt'], { cwd });
    expect(status).toBe(0);
    expect(
      rows(out)
        .map((row) => row[3])
        .slice(0, 3),
    ).toEqual(['NOUN', 'VERB', 'ADP']);
    expect(comments(out, 'text')).toHaveLength(2);
  });

  test('Japanese is cut, not analysed, and says so', async () => {
    const { status, out, err } = await demarche(['parse', '--text', 'ja.txt'], { cwd });
    expect(status).toBe(0);
    expect(err).toContain('warning[analyser-fallback]');
    expect(err).toContain('npm i lindera-wasm-ipadic@');
    expect(comments(out, 'text')).toEqual(['# text = 大使は帰国した。', '# text = 協議は続く。']);
    expect(rows(out)[0]?.slice(2, 9)).toEqual(['_', '_', '_', '_', '_', '_', '_']);
  });
});

describe('what is asked for and what is there', () => {
  test('another language is cut into sentences and words, and says so', async () => {
    const { status, out, err } = await demarche(['parse', '--text', 'de.txt'], { cwd });
    expect(status).toBe(0);
    expect(err).toContain('warning[language-unsupported]: the language is none that is known here');
    expect(
      rows(out)
        .slice(0, 2)
        .map((row) => row[1]),
    ).toEqual(['Die', 'Gespräche']);
    const told = await demarche(['parse', '--text', 'de.txt', '--lang', 'de'], { cwd });
    expect(told.err).toContain('there are no weights for de');
  });

  test('--analyser none cuts and is silent', async () => {
    const { out, err } = await demarche(['parse', '--text', 'text.txt', '--analyser', 'none'], { cwd });
    expect(err).toBe('');
    expect(out).toContain('# newdoc id = text.txt\n# generator = demarche words\n# newpar\n');
    expect(new Set(rows(out).map((row) => row[3]))).toEqual(new Set(['_']));
  });

  test('what is empty is told of and is no error', async () => {
    const text = await demarche(['parse', '--text', 'empty.txt'], { cwd });
    expect([text.status, text.out, text.err]).toEqual([
      0,
      '',
      'empty.txt is empty: there is nothing to analyse\n',
    ]);
    const conllu = await demarche(['parse', '-'], { cwd, input: '' });
    expect([conllu.status, conllu.out]).toEqual([0, '']);
    expect(conllu.err).toContain('standard input is empty');
  });

  test('a broken line costs its own sentence, with its number, and a findings status', async () => {
    const input = `${CONLLU}1\tbroken\n\n${CONLLU}`;
    const { status, out, err } = await demarche(['parse', '-'], { cwd, input });
    expect(status).toBe(1);
    expect(err).toContain('warning[analysis-broken]: line 11 is no CoNLL-U: it has 2 columns, not 10');
    expect(rows(out).filter((row) => row[7] === 'root')).toHaveLength(2);
    expect(out).toContain('\n1\tbroken\n\n');
  });
});

test.each<[readonly string[], number, string]>([
  [['parse'], 2, 'name a file in CoNLL-U, --text FILE or --page FILE'],
  [['parse', 'in.conllu', '--text', 'text.txt'], 2, 'give one of'],
  [['parse', 'nowhere.conllu'], 3, 'cannot read nowhere.conllu'],
  [['parse', '--text', 'folder'], 2, 'folder is a folder'],
  [['parse', 'text.txt'], 1, 'line 1 is no CoNLL-U'],
  [['parse', '--text', 'latin1.txt'], 1, 'latin1.txt is not UTF-8'],
  [['parse', '--text', 'text.txt', '--language', 'xx'], 2, 'no such language: xx'],
  [['parse', 'in.conllu', '--language', 'ja'], 2, 'nobody analyses ja'],
  [['parse', 'in.conllu', '--analyser', 'none'], 2, 'nobody analyses en'],
  [['parse', 'in.conllu', '--analyser', 'spacy'], 2, 'no such analyser: spacy'],
  [['parse', '--text', 'text.txt', '--analyser', 'lindera'], 2, 'lindera reads Japanese, not en'],
  [['parse', '--text', 'ja.txt', '--analyser', 'lindera'], 3, 'lindera-wasm-ipadic, which is not installed'],
  [['parse', 'in.conllu', '--analyser', 'onnx'], 2, '--analyser onnx needs a model'],
  [['parse', 'in.conllu', '--onnx', 'm.onnx', '--analyser', 'own'], 2, '--onnx goes with --analyser onnx'],
  [['parse', 'in.conllu', '--onnx', 'nowhere.onnx'], 3, 'cannot read nowhere.onnx'],
  [['parse', 'in.conllu', '--onnx', 'bare.onnx'], 3, 'cannot read bare.json, the description of bare.onnx'],
  [['parse', 'in.conllu', '--onnx', 'odd.onnx'], 1, 'format is not demarche-analyser@1'],
  [['parse', 'in.conllu', '--onnx', 'good.onnx'], 3, 'onnxruntime-node, which is not installed'],
  [['parse', 'in.conllu', '--onnx', 'good.onnx', '--lang', 'ru'], 2, 'the model tiny@1 is one of en, not ru'],
  [['parse', 'in.conllu', '--analysis', 'folder'], 3, 'there is no .conllu file in folder'],
])('%j ends with %i and says why', async (args, status, message) => {
  const run = await demarche(args, { cwd });
  expect(run.status).toBe(status);
  expect(run.err).toContain(message);
  expect(run.err).toContain('hint: ');
});

describe('demarche parse --page', () => {
  const PAGE =
    '<html><body><article><h1>Talks on the Sorrel strait go on</h1><p>PORT LISS, May 3 - The envoy of Orland left on Thursday. “We wait,” she said.</p><p>The talks go on in June, after the harvest, in the same place.</p></article></body></html>';

  test('cuts the headline and body of a page as extract reads them', async () => {
    writeFileSync(join(cwd, 'page.html'), PAGE);
    const { status, out, err } = await demarche(['parse', '--page', 'page.html', '--analyser', 'none'], {
      cwd,
    });
    expect(`${status} ${err}`).toBe('0 ');
    expect(comments(out, 'newdoc')).toEqual(['# newdoc id = page.html']);
    expect(comments(out, 'text')).toEqual([
      '# text = Talks on the Sorrel strait go on',
      '# text = The envoy of Orland left on Thursday.',
      '# text = “We wait,” she said.',
      '# text = The talks go on in June, after the harvest, in the same place.',
    ]);
    expect(comments(out, 'newpar')).toHaveLength(3);
    expect(rows(out)[0]?.slice(1, 8)).toEqual(['Talks', '_', '_', '_', '_', '_', '_']);
  });

  test('what it cut and another filled in is taken for the page', async () => {
    const { out } = await demarche(['parse', '--page', 'page.html'], { cwd });
    writeFileSync(join(cwd, 'page.conllu'), out);
    const again = await demarche(['parse', '--page', 'page.html', '--analysis', 'page.conllu'], { cwd });
    expect(`${again.status} ${again.err}`).toBe('0 ');
    expect(rows(again.out)).toEqual(rows(out));
  });

  test('extract asks the analyses given first and tells of what they lack', async () => {
    const { out } = await demarche(['parse', '--page', 'page.html'], { cwd });
    writeFileSync(join(cwd, 'whole.conllu'), out);
    writeFileSync(join(cwd, 'one.conllu'), `${out.split('\n\n')[0] ?? ''}\n\n`);
    const read = async (...more: readonly string[]) => demarche(['extract', 'page.html', ...more], { cwd });
    const unmatched = 'warning[analysis-unmatched]';
    expect((await read('--analysis', 'whole.conllu')).err).not.toContain(unmatched);
    expect((await read('--analysis', 'one.conllu')).err).toContain('have no analysis in one.conllu');
    expect((await read()).err).not.toContain(unmatched);
    const wrong = await read('--analysis', 'page.html');
    expect([wrong.status, wrong.err]).toEqual([1, expect.stringContaining('is no CoNLL-U')]);
  });

  test('a page that cannot be read is told of', async () => {
    const { status, err } = await demarche(['parse', '--page', 'nowhere.html'], { cwd });
    expect(status).not.toBe(0);
    expect(err).toContain('nowhere.html');
  });
});
