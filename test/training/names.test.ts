import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readNameModel, recogniseNames } from '../../src/language/names/index.ts';
import { NAME_TYPES } from '../../src/language/names/model.ts';
import { type NamedSentence, readBio } from '../../training/names/corpus.ts';
import { averageOf, learn } from '../../training/names/learn.ts';
import { figureOf, scoreNames } from '../../training/names/score.ts';
import { makeTables } from '../../training/names/tables.ts';
import { gumSentences, namelessSentences } from '../../training/names/treebank.ts';
import { modelBytes, quantised } from '../../training/names/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'names-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
};

const shown = ({ tokens, names }: NamedSentence): readonly string[] =>
  names.map(({ from, to, type }) => `${NAME_TYPES[type]} ${tokens.slice(from, to).join(' ')}`);

const BIO = `Orla\tB-politician
Venn\tI-politician
of\tO
the\tO
Meadow\tB-politicalparty
Party\tI-politicalparty

Brannick\tB-location
held\tO
the\tO
1931\tB-election
election\tI-election
`;

const row = (i: number, form: string, upos: string, misc = '_'): string =>
  [i, form, form.toLowerCase(), upos, '_', '_', 0, 'dep', '_', misc].join('\t');

const CONLLU = `# text = The rain fell.
${row(1, 'The', 'DET')}
${row(2, 'rain', 'NOUN')}
${row(3, 'fell', 'VERB', 'SpaceAfter=No')}
${row(4, '.', 'PUNCT')}

# text = President Orla Venn-Marsh left the University of Brannick.
${row(1, 'President', 'PROPN', 'Entity=(1-person-new-x')}
${row(2, 'Orla', 'PROPN')}
${row(3, 'Venn', 'PROPN', 'SpaceAfter=No')}
${row(4, '-', 'PUNCT', 'SpaceAfter=No')}
${row(5, 'Marsh', 'PROPN', 'Entity=1)')}
${row(6, 'left', 'VERB')}
${row(7, 'the', 'DET', 'Entity=(2-organization-new-x')}
${row(8, 'University', 'PROPN')}
${row(9, 'of', 'ADP')}
${row(10, 'Brannick', 'PROPN', 'Entity=(3-place-new-x)2)')}

# text = Venn left with a dog called Rex.
${row(1, 'Venn', 'PROPN', 'Entity=(1-person-new-x)')}
${row(2, 'left', 'VERB')}
${row(3, 'Rex', 'PROPN')}
`;

describe('sentences with names', () => {
  test('types of CrossNER are those of the recogniser', () => {
    expect(readBio(file('a.bio', BIO)).map(shown)).toEqual([
      ['PER Orla Venn', 'ORG Meadow Party'],
      ['PLACE Brannick', 'OTHER 1931 election'],
    ]);
  });

  test('of GUM those are taken whose proper nouns are all in entities; titles, articles and inner names are off', () => {
    const path = file('gum.conllu.gz', CONLLU);
    expect(gumSentences(path, new Set(['president'])).map(shown)).toEqual([
      ['PER Orla Venn-Marsh', 'ORG University of Brannick'],
    ]);
  });

  test('sentences without a proper noun have no names', () => {
    const path = file('nameless.conllu.gz', CONLLU);
    expect(namelessSentences(path)).toEqual([{ tokens: ['The', 'rain', 'fell', '.'], names: [] }]);
  });
});

describe('learning', () => {
  const sentences = readBio(file('b.bio', BIO));
  const tables = makeTables();
  const model = (seed: number) =>
    learn(sentences, tables, { rows: 4096, passes: 6, margin: 1, hidden: 0, seed });

  test('learns its sentences, and the file reads back to the same answers', () => {
    const whole = quantised(averageOf([model(1), model(2)]), 12);
    expect(figureOf(scoreNames(sentences, whole), 'all')).toBe(1);
    const bytes = modelBytes(whole, { name: 'x', version: 1, licence: 'x', provenance: {}, scores: {} });
    const read = readNameModel(bytes);
    expect(read).not.toBeNull();
    for (const { tokens } of sentences)
      if (read !== null) expect(recogniseNames(tokens, read)).toEqual(recogniseNames(tokens, whole));
  });

  test('a seed gives the same weights', () => {
    expect(model(3).token.values).toEqual(model(3).token.values);
  });

  test('exact and overlapping names are counted apart', () => {
    const rows = [{ PER: none, ORG: none, PLACE: { gold: 1, predicted: 1, right: 0, near: 1 } }];
    expect([figureOf(rows, 'all'), figureOf(rows, 'all', 'near')]).toEqual([0, 1]);
  });
});

const none = { gold: 0, predicted: 0, right: 0, near: 0 };
