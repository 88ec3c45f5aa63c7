import { describe, expect, test } from 'vitest';
import type { EventClaim } from '../../src/model/claim.ts';
import type { ExtractionOptions } from '../support/builders.ts';
import { anEntity, anExtraction, aRange } from '../support/builders.ts';
import { eventsOf, state } from './told.ts';

const PARTIES = [state('Fenland'), state('Marland')];

/** The events told in the text, with whose words they are told in and when these were said. */
const voicesOf = (options: ExtractionOptions): readonly EventClaim['tellings'][number]['values'][] =>
  eventsOf([anExtraction({ events: [{ participants: PARTIES }], ...options })]).flatMap(({ tellings }) =>
    tellings.map(({ values }) => values),
  );

describe('whose words an event is told in', () => {
  test.each<[string, ExtractionOptions, string | undefined, string | undefined]>([
    [
      'the outlet’s own',
      { text: '[Ada Voss]source [said]cue [it was late]content. [Fenland and Marland [met]trigger]clause.' },
      undefined,
      undefined,
    ],
    [
      'a known speaker’s, on a day',
      {
        text: '[Ada Voss]source [said]cue [that [Fenland and Marland [met]trigger]clause in June]content.',
        attributions: [{ speaker: anEntity('Ada Voss'), said: aRange('2031-05-12') }],
      },
      'Ada Voss',
      '2031-05-12',
    ],
    [
      'a known speaker’s, nobody knows when',
      { text: '“[[Fenland and Marland [met]trigger]clause]content,” [Orla Venn]source [said]cue.' },
      'Orla Venn',
      undefined,
    ],
    [
      'those of a source that nobody knows',
      {
        text: '[Two 𝕏 clerks\n of the port]source [said]cue [that [Fenland and Marland [met]trigger]clause]content.',
        attributions: [{ speaker: null }],
      },
      'Two 𝕏 clerks of the port',
      undefined,
    ],
    [
      'nobody’s that is named',
      {
        text: 'It was [said]cue [that [Fenland and Marland [met]trigger]clause]content.',
        attributions: [{ speaker: null, said: aRange('2031-05') }],
      },
      undefined,
      '2031-05',
    ],
    [
      'the innermost speaker’s',
      {
        text: '[Ada Voss]source1 [said]cue1 [that [Tarn Vesh]source2 [had told]cue2 her [that [Fenland and Marland [met]trigger]clause]content2]content1.',
        attributions: [
          { marks: '1', speaker: anEntity('Ada Voss'), said: aRange('2031-05-12') },
          { marks: '2', speaker: anEntity('Tarn Vesh'), nested: true },
        ],
      },
      'Tarn Vesh',
      undefined,
    ],
    [
      'not those of a cue between two pieces',
      {
        text: '“[It rained]content,” [said]cue [Ada Voss]source, as [Fenland and Marland [met]trigger]clause, “[all day]content.”',
      },
      undefined,
      undefined,
    ],
  ])('%s', (_, options, speaker, said) => {
    const [values] = voicesOf(options);
    expect(values).toBeDefined();
    expect([values?.speaker, values?.said]).toEqual([speaker, said]);
  });

  test('are no difference between tellings', () => {
    const told = (name: string, day: string) =>
      anExtraction({
        text: `[${name}]source [said]cue [that [Fenland and Marland [met]trigger in Port Ada]clause]content.`,
        outlet: anEntity(`${name} Post`),
        published: '2031-05-14',
        attributions: [{ speaker: anEntity(name), said: aRange(day) }],
        events: [{ participants: PARTIES, place: 'Port Ada', time: null }],
      });
    const claims = eventsOf([told('Ada Voss', '2031-05-12'), told('Tarn Vesh', '2031-05-13')]);
    expect(claims.flatMap(({ tellings }) => tellings.map(({ values }) => values.speaker)).sort()).toEqual([
      'Ada Voss',
      'Tarn Vesh',
    ]);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.differences).toEqual([]);
  });

  test('the day of one speaker is not given to another in the same article', () => {
    const [values, ...others] = voicesOf({
      text: '[Ada Voss]source1 [said]cue1 [that [Fenland and Marland [met]trigger1]clause1]content1. [Tarn Vesh]source2 [said]cue2 [that [Fenland and Marland [met]trigger2]clause2]content2.',
      attributions: [
        { marks: '1', speaker: anEntity('Ada Voss') },
        { marks: '2', speaker: anEntity('Tarn Vesh'), said: aRange('2031-05-12') },
      ],
      events: [
        { marks: '1', participants: PARTIES },
        { marks: '2', participants: PARTIES },
      ],
    });
    expect(others).toEqual([]);
    expect([values?.speaker, values?.said]).toEqual(['Ada Voss', undefined]);
  });
});
