import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../../src/model/brand.ts';
import { instant } from '../../../src/model/brand.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { cover } from '../../../src/model/span.ts';
import type { CardDeps } from '../../../src/view/desk/card.ts';
import { claimCard } from '../../../src/view/desk/card.ts';
import { deskRow } from '../../../src/view/desk/row.ts';
import { anEntity, anEvent, anExtraction, aStatement, aValidTime } from '../../support/builders.ts';
import { LABELS } from './support.ts';

const wire = anExtraction({
  text: '😀 “[The straits\nstay open]content”, [Ada Voss]source [said]cue in Port Halm.',
  outlet: anEntity('Northern Wire'),
  title: 'Straits stay open',
});
const copy = anExtraction({
  text: 'PORT HALM: “[The straits stay open]content”, [Ada Voss]source [said]cue.',
  wires: [{ ...anEntity('Northern Wire'), at: null }],
  language: 'fr',
});
const short = anExtraction({ text: '[Ada Voss]source [told]cue us they “[stay open]content”.' });

const depsOf = (held: readonly Extraction[], asked: ArticleId[] = []): CardDeps => ({
  reader: {
    extraction: (id) => {
      asked.push(id);
      return Promise.resolve(held.find(({ article }) => article.id === id) ?? null);
    },
  },
  labels: LABELS,
  versions: [{ from: instant('2031-05-15T00:00:00Z'), to: null }],
  related: [deskRow(anEvent(), LABELS)],
  version: 'v1',
  address: '/straits/claims/s-1',
  title: 'The Straits',
});

describe('card', () => {
  test('of a statement: accounts in their places, wordings once each, the fullest first', async () => {
    const statement = aStatement({ from: [short, wire, copy], venue: 'Port Halm' });
    const asked: ArticleId[] = [];
    const card = await claimCard(statement, depsOf([wire, copy, short], asked));
    expect(
      card.accounts.map(({ at, wording, language, wires }) => [at !== null, wording, language, wires.length]),
    ).toEqual([
      [true, 'stay open', 'en', 0],
      [true, 'The straits stay open', 'en', 0],
      [true, 'The straits stay open', 'fr', 1],
    ]);
    const second = card.accounts[1];
    expect(second?.at && cover(wire.article.text, second.at)).toBe('The straits\nstay open');
    expect(second?.passage?.text).toContain('Ada Voss said in Port Halm.');
    expect(card.variants).toEqual([
      { wording: 'The straits stay open', tellings: [1, 2] },
      { wording: 'stay open', tellings: [0] },
    ]);
    expect(card).toMatchObject({ venue: 'Port Halm', participants: [], version: 'v1', object: null });
    expect(card.valid).toMatchObject({ text: '14 May 2031', certainty: 'dated', basis: 'explicit' });
    expect(card.related).toHaveLength(1);
    expect(card.cite.chicago).toContain('“The Straits”');
    // Every page is read once, for the passage, the place and the citation.
    expect(asked).toEqual([short.article.id, wire.article.id, copy.article.id]);
  });

  test('an account whose page was read anew, or is gone, has no place', async () => {
    const reread = anExtraction({
      text: wire.article.text,
      outlet: anEntity('Northern Wire'),
      cleaner: 'next',
    });
    const statement = aStatement({ from: [wire, copy] });
    const card = await claimCard(
      statement,
      depsOf([{ ...reread, article: { ...reread.article, id: wire.article.id } }]),
    );
    expect(card.accounts.map(({ at, passage, language }) => [at, passage, language])).toEqual([
      [null, null, 'en'],
      [null, null, 'en'],
    ]);
    expect(card.variants).toHaveLength(1);
  });

  test('of an event', async () => {
    const event = anEvent({ object: 'the lighthouse', outcome: 'agreement', valid: null });
    const card = await claimCard(event, depsOf([]));
    expect(card).toMatchObject({
      object: 'the lighthouse',
      outcome: 'agreement',
      valid: null,
      variants: [],
      venue: null,
      addressee: null,
    });
    expect(card.participants).toHaveLength(2);
    expect(card.accounts[0]).toMatchObject({ wording: null, language: 'und', wires: [] });
  });

  test('is plain data', async () => {
    const card = await claimCard(aStatement({ valid: aValidTime('2031') }), depsOf([wire]));
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});
