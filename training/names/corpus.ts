import { readFileSync } from 'node:fs';
import type { Stretch } from '../../src/language/names/decode.ts';
import { NAME_TYPES } from '../../src/language/names/model.ts';

/** A sentence with its names. */
export interface NamedSentence {
  readonly tokens: readonly string[];
  readonly names: readonly Stretch[];
}

/** What the types of CrossNER politics are here. Elections, events and the rest are names, but none that we type. */
const OF_CROSSNER: Readonly<Record<string, (typeof NAME_TYPES)[number]>> = {
  politician: 'PER',
  person: 'PER',
  organisation: 'ORG',
  politicalparty: 'ORG',
  country: 'PLACE',
  location: 'PLACE',
  election: 'OTHER',
  event: 'OTHER',
  misc: 'OTHER',
};

/** Reads a file of one token and one BIO label a line, an empty line after each sentence. */
export const readBio = (path: string): readonly NamedSentence[] =>
  readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) =>
      sentenceOf(
        block
          .trim()
          .split('\n')
          .map((line) => line.split('\t')),
      ),
    );

const sentenceOf = (rows: readonly (readonly string[])[]): NamedSentence => {
  const names: { from: number; to: number; type: number }[] = [];
  for (const [i, [, label = 'O']] of rows.entries()) {
    const type = NAME_TYPES.indexOf(OF_CROSSNER[label.slice(2)] ?? 'OTHER');
    const last = names.at(-1);
    if (label.startsWith('B-')) names.push({ from: i, to: i + 1, type });
    else if (label.startsWith('I-') && last?.to === i) last.to = i + 1;
  }
  return { tokens: rows.map(([token = '']) => token), names };
};
