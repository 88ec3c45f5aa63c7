import { describe, expect, test } from 'vitest';
import type { Attribution } from '../../src/model/annotation.ts';
import type { Witnesses } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { anEntity, anExtraction, aRange } from '../support/builders.ts';
import { prose, statementsOf } from './told.ts';

const SAID =
  '[“We will not sell the lighthouse to anyone,”]content [said]cue [Orla Venn]source on [Monday]time at the harbour office, before the council met for the first session of the spring.';

interface Page {
  readonly outlet: string | null;
  readonly body: string;
  readonly wires?: readonly string[];
  readonly dateline?: string;
  readonly published?: string;
  readonly url?: string;
  readonly given?: Partial<Attribution>;
}

const page = ({
  outlet,
  body,
  wires = [],
  dateline,
  published = '2031-05-14',
  url,
  given,
}: Page): Extraction => {
  const extraction = anExtraction({
    text: body,
    outlet: outlet === null ? null : anEntity(outlet),
    wires: wires.map((name) => ({ ...anEntity(name), at: null })),
    published,
    url: url ?? null,
    attributions: [{ mode: 'direct', said: aRange('2031-05-12'), ...given }],
  });
  if (dateline === undefined) return extraction;
  return {
    ...extraction,
    article: { ...extraction.article, dateline: { place: dateline, at: { start: 0, end: 1 } } },
  };
};

const own = (
  seed: number,
  text = '[“We will not sell the lighthouse to anyone,”]content [said]cue [Orla Venn]source.',
): string => `${prose(seed, 60)} ${text} ${prose(seed + 500, 60)}`;

const counts = (articles: number, outlets: number, independent: number): Witnesses => ({
  articles,
  outlets,
  independent,
});

describe('countWitnesses', () => {
  test.each<[string, readonly Page[], Witnesses]>([
    [
      'two outlets in their own words',
      [
        { outlet: 'One', body: own(1) },
        { outlet: 'Two', body: own(2) },
      ],
      counts(2, 2, 2),
    ],
    [
      'one outlet twice',
      [
        { outlet: 'One', body: own(1) },
        { outlet: 'One', body: own(2) },
      ],
      counts(2, 1, 1),
    ],
    [
      'no outlet: each article counts',
      [
        { outlet: null, body: own(1) },
        { outlet: null, body: own(2) },
      ],
      counts(2, 2, 2),
    ],
    [
      'no outlet, one site',
      [
        { outlet: null, body: own(1), url: 'https://post.example/1' },
        { outlet: null, body: own(2), url: 'https://POST.example/2' },
      ],
      counts(2, 2, 1),
    ],
    [
      'copies',
      [
        { outlet: 'One', body: own(1) },
        { outlet: 'Two', body: `${own(1)}\nTwo` },
      ],
      counts(2, 2, 1),
    ],
    [
      'a shared passage that tells it',
      [
        { outlet: 'One', body: own(1, SAID) },
        { outlet: 'Two', body: own(2, SAID) },
      ],
      counts(2, 2, 1),
    ],
    [
      'a shared passage that tells something else',
      [
        { outlet: 'One', body: `${prose(7, 30)}\n${own(1)} ${prose(8, 60)}` },
        { outlet: 'Two', body: `${prose(7, 30)}\n${own(2)} ${prose(9, 60)}` },
      ],
      counts(2, 2, 2),
    ],
    [
      'a subscriber that signs with the wire, beside the wire',
      [
        { outlet: 'Northern Wire', body: own(1), dateline: 'Port Halm' },
        { outlet: 'Two', body: own(2), wires: ['Northern Wire'], dateline: 'Port Halm' },
      ],
      counts(2, 2, 1),
    ],
    [
      'the wire credited for another place',
      [
        { outlet: 'Northern Wire', body: own(1), dateline: 'Port Halm' },
        { outlet: 'Two', body: own(2), wires: ['Northern Wire'], dateline: 'Reedham' },
      ],
      counts(2, 2, 2),
    ],
    [
      'the wire credited weeks later',
      [
        { outlet: 'Northern Wire', body: own(1) },
        { outlet: 'Two', body: own(2), wires: ['Northern Wire'], published: '2031-06-14' },
      ],
      counts(2, 2, 2),
    ],
    [
      'a telling through the other outlet',
      [
        { outlet: 'Northern Wire', body: own(1) },
        { outlet: 'Two', body: own(2), given: { via: [anEntity('Northern Wire')] } },
      ],
      counts(2, 2, 1),
    ],
    [
      'three copies and one of its own',
      [
        { outlet: 'One', body: own(1) },
        { outlet: 'Two', body: `${own(1)}\nTwo` },
        { outlet: 'Three', body: `${own(1)}\nThree` },
        { outlet: 'Four', body: own(2) },
      ],
      counts(4, 4, 2),
    ],
  ])('%s', (_, pages, expected) => {
    const [claim, ...rest] = statementsOf(pages.map(page));
    expect(rest).toEqual([]);
    expect(claim?.witnesses).toEqual(expected);
    expect(new Set(claim?.tellings.map(({ witness }) => witness)).size).toBe(expected.independent);
  });
});
