import { beforeAll, describe, expect, test } from 'vitest';
import { dev2PackPath } from '../../eval/lib/statements-dev2.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { readText } from '../support/read.ts';

// The world of these sentences is invented: the dispute of two states over a dam, with persons and offices of its own pack.
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge({ pack: dev2PackPath('serrin') });
});

const DAY = '2019-04-17';

/** Id of the speaker of the statement whose content begins with `words`, and the party spoken for. */
const told = (text: string, words: string): readonly [string | null, string | null] => {
  const found = readText(text, knowledge, DAY).attributions.filter(({ content }) =>
    text
      .slice(content[0].start)
      .replace(/^(?:that |["“])/, '')
      .startsWith(words),
  );
  const last = found.at(-1);
  return [last?.speaker?.id ?? null, last?.behalf?.id ?? null];
};

describe('who speaks by a description', () => {
  test.each([
    [
      'the officer of a possessor',
      'Medoria’s prime minister said that it was late.',
      'it was late',
      'hester-ambrey',
      'medoria',
    ],
    [
      'the officer of the state told of before',
      'Tavrenia welcomed the plan; its water minister said that it was late.',
      'it was late',
      'benno-zoretz',
      'tavrenia',
    ],
    [
      'a ministry that knowledge does not have',
      'Medoria’s trade ministry said that it was late.',
      'it was late',
      'medoria-trade-ministry',
      'medoria',
    ],
    [
      'the other state’s officer',
      'Foreign Minister Mara Quist left early. Her Medorian counterpart said that it was late.',
      'it was late',
      'lorcan-daye',
      'medoria',
    ],
    [
      'a spokesman for a minister is the government',
      'A spokesman for Foreign Minister Lorcan Daye said that it was late.',
      'it was late',
      'medoria-government',
      'medoria',
    ],
    [
      'somebody’s wife is nobody known, and not he',
      'Lorcan Daye left early. His wife said that it was late.',
      'it was late',
      'unnamed-wife',
      null,
    ],
    [
      'the person of that surname who was named last',
      'President Ilian Zoretz left. The water minister, Benno Zoretz, stayed. Zoretz said that it was late.',
      'it was late',
      'benno-zoretz',
      'tavrenia',
    ],
    [
      'a former holder speaks for himself',
      'Former prime minister Gideon Lasch said that it was late.',
      'it was late',
      'gideon-lasch',
      null,
    ],
    [
      'whoever represents a state acts for it',
      'Ada Venn, who represents Medoria at the talks, said that it was late.',
      'it was late',
      'ada-venn',
      'medoria',
    ],
  ])('%s', (_, text, words, speaker, behalf) => {
    expect(told(text, words)).toEqual([speaker, behalf]);
  });
});

describe('who speaks by a pronoun', () => {
  test('nobody who is named in his own words', () => {
    const text = 'Hester Ambrey met Mara Quist in the hall. She said that Ms Quist had been late.';
    expect(told(text, 'Ms Quist')[0]).toBe('hester-ambrey');
  });

  test('a person nobody names is taken up', () => {
    const text = 'A senior diplomat said that it was late. He said that the gates were shut.';
    expect(told(text, 'the gates')[0]).toBe('unnamed-senior-diplomat');
  });

  test('the two sides are the states told of', () => {
    const text = 'Tavrenia and Medoria met. Both sides said that it was late.';
    const speakers = readText(text, knowledge, DAY).attributions.map(({ speaker }) => speaker?.id);
    expect([...speakers].sort()).toEqual(['medoria', 'tavrenia']);
  });
});

describe('when and where it was said', () => {
  const said = (text: string, at = 0): readonly [string | null, string | null] => {
    const one = readText(text, knowledge, DAY).attributions[at];
    return [one?.said?.edtf ?? null, one?.venue ?? null];
  };

  test.each([
    [
      'news has the day or the day before',
      'Mara Quist said that it was late.',
      '2019-04-16/2019-04-17',
      null,
    ],
    [
      'the day that the report tells of',
      'They met in Kordel on Tuesday.\nMara Quist said that it was late.',
      '2019-04-16',
      null,
    ],
    ['what has been said is older', 'Mara Quist has said that it was late.', '../2019-04-17', null],
    [
      'a letter is a venue',
      'Mara Quist said in a letter that it was late.',
      '2019-04-16/2019-04-17',
      'letter',
    ],
  ])('%s', (_, text, when, where) => {
    expect(said(text)).toEqual([when, where]);
  });

  test('paragraphs that open with a date have it', () => {
    const text =
      '3 March 2018. Ilian Zoretz said that it was late.\n\n9 June 2018. Mara Quist said that the gates were shut.';
    expect([said(text)[0], said(text, 1)[0]]).toEqual(['2018-03-03', '2018-06-09']);
  });
});
