import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { readText } from '../support/read.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge({ pack: 'kurils' });
});

const mentionsOf = (text: string, published?: string | null): readonly string[] =>
  readText(text, knowledge, published).mentions.map(
    (m) => `${text.slice(m.span.start, m.span.end)} = ${m.refersTo?.id ?? '?'}`,
  );

const statementsOf = (text: string, published?: string | null) =>
  readText(text, knowledge, published).attributions.map((a) => ({
    speaker: a.speaker?.name ?? null,
    behalf: a.behalf?.name ?? null,
    via: a.via.map((v) => v.name),
    to: a.addressee,
    at: a.venue,
    said: a.said?.edtf ?? null,
  }));

describe('mentions', () => {
  test.each([
    [
      'a title belongs to the name',
      'Freedonian Prime Minister Ada Lovell Voss arrived.',
      'Prime Minister Ada Lovell Voss = ada-lovell-voss',
    ],
    [
      'a surname means the person named in full',
      'Envoy Ada Voss came early. Voss left late.',
      'Voss = ada-voss',
    ],
    ['an astral character moves nothing', '😀 Envoy Ada Voss came early.', 'Envoy Ada Voss = ada-voss'],
    ['a capital behind "in" is a place', 'The ministers met in Tokyo.', 'Tokyo = tokyo'],
    ['a capital that acts is its government', 'Tokyo rejected the note.', 'Tokyo = jpn'],
    ['a state in a joined word', 'The Japanese-Russian talks resumed.', 'Russian = rus'],
    [
      'the leader on the day of publication',
      'The Japanese prime minister flew home.',
      'The Japanese prime minister = shinzo-abe',
    ],
    [
      'the office "of" a state',
      'The prime minister of Japan flew home.',
      'The prime minister of Japan = shinzo-abe',
    ],
    [
      'a body of a state',
      'The Russian Foreign Ministry replied.',
      'Russian Foreign Ministry = rus-foreign-ministry',
    ],
    ['each side’s name of an island is one place', 'A school opened on Etorofu.', 'Etorofu = iturup'],
  ])('%s', (_, text, expected) => {
    expect(mentionsOf(text)).toContain(expected);
  });

  test('a common word is no name', () => {
    expect(mentionsOf('May follows March on the Island calendar.')).toEqual([]);
  });

  test('"press conference" mentions no press', () => {
    expect(mentionsOf('A press conference followed the official visit.')).toEqual([]);
  });
});

describe('who "he" and "the minister" are', () => {
  test('a pronoun continues the subject', () => {
    const text = 'Envoy Ada Voss met Minister Jan Moreau in the hall. She left early.';
    expect(mentionsOf(text)).toContain('She = ada-voss');
  });

  test('a quotation does not move the subject on', () => {
    const text = 'Envoy Ada Voss spoke. “Minister Jan Moreau is wrong,” she said.';
    expect(mentionsOf(text)).toContain('she = ada-voss');
  });

  test('a description goes to whom the article gives the title', () => {
    const text = 'Foreign Minister Ada Voss met Ambassador Jan Moreau. Later the ambassador flew home.';
    expect(mentionsOf(text)).toContain('the ambassador = jan-moreau');
  });
});

describe('statements', () => {
  test('the speaker, the party spoken for, and a report of the day or the day before', () => {
    expect(statementsOf('The Japanese government said that it would wait.')).toEqual([
      {
        speaker: 'Japanese government',
        behalf: 'Japan',
        via: [],
        to: null,
        at: null,
        said: '2019-03-13/2019-03-14',
      },
    ]);
  });

  test('a capital that speaks is the government', () => {
    expect(statementsOf('Tokyo said that it would wait.')[0]?.speaker).toBe('Japanese government');
  });

  test('hearer, medium, venue and day hold for the other statements of the same speaker', () => {
    const text =
      'Envoy Ada Voss said the talks were over.\nSpeaking in an interview with Bloomberg on Tuesday, Voss said that nothing was lost.\n“We will be back,” she said.';
    const first = {
      speaker: 'Ada Voss',
      behalf: null,
      via: ['Bloomberg'],
      to: 'Bloomberg',
      at: 'interview',
      said: '2019-03-12',
    };
    expect(statementsOf(text)).toEqual([first, first, first]);
  });

  test('an agency that reports is the way we know, and no speaker', () => {
    const text =
      'Envoy Ada Voss said the talks were over. Her remarks on the matter were brief, reports Interfax.';
    expect(statementsOf(text)).toEqual([
      {
        speaker: 'Ada Voss',
        behalf: null,
        via: ['Interfax'],
        to: null,
        at: null,
        said: '2019-03-13/2019-03-14',
      },
    ]);
  });

  test('what is told inside another statement is known through its speaker', () => {
    const inner = statementsOf('Kyodo News reported that Envoy Ada Voss had denied the claim.')[1];
    expect(inner).toMatchObject({ speaker: 'Ada Voss', via: ['Kyodo News'] });
  });

  test('without a day of publication nothing is guessed', () => {
    expect(statementsOf('Envoy Ada Voss said the talks were over.', null)[0]?.said).toBe(null);
  });
});
