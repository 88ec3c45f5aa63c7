import { describe, expect, test } from 'vitest';
import { deskRow, factualSlots, labelOf, labelOfId, partiesOf } from '../../../src/view/desk/row.ts';
import {
  aCitation,
  anEntity,
  anEvent,
  anExtraction,
  aParticipant,
  aStatement,
} from '../../support/builders.ts';
import { LABELS } from './support.ts';

const page = anExtraction({
  text: '😀 “[The straits\nstay open]content”, [Ada Voss]source [said]cue, “[to every flag]content”.',
  attributions: [
    { speaker: anEntity('Ada Voss'), behalf: anEntity('Republic of Orland', 'orl'), addressee: 'the press' },
  ],
});

describe('row', () => {
  test('of a statement: who, for whom, what, through whom, and the characters of the first account', () => {
    const row = deskRow(
      aStatement({
        from: [page],
        issues: [
          { id: 'passage', stance: 'supports' },
          { id: 'toll_rates', stance: null },
        ],
      }),
      LABELS,
    );
    expect(row).toMatchObject({
      kind: 'statement',
      label: 'Ada Voss said: The straits stay open … to every flag',
      wording: 'The straits stay open … to every flag',
      speaker: { id: 'ada-voss', name: 'Ada Voss' },
      behalf: { id: 'orl' },
      parties: [{ id: 'orl', name: 'Republic of Orland' }],
      addressee: 'the press',
      chain: 'Ada Voss → The Harbour Post',
      issues: [
        { id: 'passage', label: 'Free passage', stance: 'supports' },
        { id: 'toll_rates', label: 'toll rates', stance: null },
      ],
      type: null,
      status: null,
      place: null,
      hit: null,
    });
    expect(row.at).toEqual({
      article: page.article.id,
      revision: page.article.revision,
      start: 4,
      end: page.article.text.length - 2,
    });
    expect(page.article.text.slice(row.at.start, row.at.end)).toMatch(/^The straits[\s\S]*every flag$/);
    expect(row.times.happened?.text).toBe('14 May 2031');
  });

  test('of a statement whose speaker is not known: the words of the source, without an id', () => {
    const statement = aStatement({ speaker: null });
    const [first] = statement.tellings;
    const told = {
      ...statement,
      tellings: [{ ...first, values: { source: 'a senior\nofficial' } }] as const,
    };
    expect(deskRow(told, LABELS).speaker).toEqual({ id: null, name: 'a senior official' });
    expect(deskRow(aStatement({ speaker: null }), LABELS).speaker?.name).toBe('unnamed source');
  });

  test('of an event: type, status, each party once, and its clause', () => {
    const event = anEvent({
      participants: [
        aParticipant('Ada Voss', 'Orland'),
        aParticipant('Ben Marsh', 'Orland'),
        aParticipant('Tarn Vesh', 'Southmark'),
        aParticipant('a crowd', null),
      ],
      place: 'Port Halm',
      background: true,
    });
    const row = deskRow(event, LABELS);
    expect(row).toMatchObject({
      kind: 'event',
      type: { id: 'meet', label: 'meets with' },
      status: 'happened',
      place: 'Port Halm',
      background: true,
      speaker: null,
      wording: null,
      chain: null,
    });
    expect(row.parties.map(({ name }) => name)).toEqual(['Orland', 'Southmark']);
    expect(row.at).toMatchObject(event.evidence[0].span);
    expect(deskRow(anEvent({ realis: 'planned', fate: 'postponed' }), LABELS).status).toBe('postponed');
  });

  test('of an event without a clause of its own: all that is cited', () => {
    const extraction = anExtraction({ text: '[Ada Voss [met]trigger Tarn Vesh.]clause' });
    const event = anEvent({
      from: [extraction],
      evidence: [aCitation(extraction, { start: 9, end: 12 }, 'trigger')],
    });
    expect(deskRow(event, LABELS).at).toMatchObject({ start: 9, end: 12 });
  });

  test('of an event told in several places of a page: the first of them, not all that lies between', () => {
    const extraction = anExtraction({
      text: '[Ada Voss [met]trigger Tarn Vesh]clause. Fog lay over the port. [They [met]trigger again]clause.',
    });
    const event = anEvent({
      from: [extraction],
      evidence: [
        aCitation(extraction, { start: 0, end: 22 }, 'clause'),
        aCitation(extraction, { start: 9, end: 12 }, 'trigger'),
        aCitation(extraction, { start: 48, end: 63 }, 'clause'),
      ],
    });
    expect(deskRow(event, LABELS).at).toMatchObject({ start: 0, end: 22 });
  });

  test('of a statement: the characters of the wording that it shows, not of a shorter one', () => {
    const text = 'The straits stay open. The straits stay open to every flag that asks.';
    const extraction = anExtraction({ text: `[${text}]content` });
    const evidence = [
      aCitation(extraction, { start: 0, end: 21 }, 'content'),
      aCitation(extraction, { start: 23, end: 44 }, 'content'),
      aCitation(extraction, { start: 45, end: 68 }, 'content'),
    ] as const;
    const statement = aStatement({
      from: [extraction],
      wording: 'The straits stay open … to every flag that asks',
      evidence,
    });
    expect(deskRow(statement, LABELS).at).toMatchObject({ start: 23, end: 68 });
    const other = {
      ...statement,
      evidence: [evidence[0], { ...evidence[1], telling: 1 }, evidence[2]] as const,
    };
    expect(deskRow(other, LABELS).at).toMatchObject({ start: 0 });
  });

  test('loaded wordings are no differing facts; a slot is named once', () => {
    const values = [
      { value: '80', tellings: [0] },
      { value: '68', tellings: [0] },
    ] as const;
    const claim = anEvent({
      differences: [
        { slot: 'number', values },
        { slot: 'framing:takeover', values },
        { slot: 'number', values },
      ],
    });
    expect(factualSlots(claim)).toEqual(['number']);
    expect(deskRow(claim, LABELS).differs).toEqual(['number']);
  });

  test('a hit is handed on; a label is cut at a word', () => {
    const hit = { text: 'open straits', marks: [{ start: 0, end: 4 }] };
    expect(deskRow(aStatement(), LABELS, hit).hit).toBe(hit);
    expect(labelOf(aStatement(), 30)).toBe('Orla Venn said: The straits…');
  });

  test('an id that every object answers to is shown as it is', () => {
    expect(labelOfId(LABELS.issues, 'constructor')).toBe('constructor');
    expect(partiesOf(aStatement({ behalf: null }))).toEqual([]);
  });
});
