import { describe, expect, test } from 'vitest';
import type { TimeExpression } from '../../../src/model/annotation.ts';
import { digest, ruleId } from '../../../src/model/brand.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Span } from '../../../src/model/span.ts';
import type { ReaderDeps } from '../../../src/view/desk/reader.ts';
import { oldReaderView, readerView } from '../../../src/view/desk/reader.ts';
import { anEntity, anEvent, anExtraction, aRange, aStatement, PLAIN_TIME } from '../../support/builders.ts';
import { LABELS, rowOfPage } from './support.ts';

const RULE = ruleId('time/en/weekday@1');

const built = anExtraction({
  text:
    '😀 On 15 December [they [met]trigger in Port Halm]clause. “[The straits stay open]content”, [Ada Voss]source [said]cue on Thursday. ' +
    '[Ben Marsh]source2 [added]cue2 that [tolls fall]content2.',
  published: '2031-12-18',
  attributions: [
    { marks: '2', speaker: anEntity('Ben Marsh') },
    {
      speaker: anEntity('Ada Voss'),
      said: aRange('2031-12-17'),
      behalf: anEntity('Republic of Orland', 'orl'),
    },
  ],
});

const at = (quote: string): Span => {
  const start = built.article.text.indexOf(quote);
  return { start, end: start + quote.length };
};

const time = (quote: string, anchor: string, given: Partial<TimeExpression> = {}): TimeExpression => ({
  ...PLAIN_TIME,
  kind: 'time',
  article: built.article.id,
  revision: built.article.revision,
  rule: RULE,
  confidence: 1,
  span: at(quote),
  type: 'DATE',
  value: '2031-12-17',
  ...aRange('2031-12-17'),
  anchor,
  ...given,
});

const page: Extraction = {
  ...built,
  article: {
    ...built.article,
    segments: [
      { kind: 'related', article: at('tolls fall'), page: null, rule: ruleId('clean/text/opening-marker@2') },
      { kind: 'body', article: { start: 0, end: 40 }, page: null, rule: ruleId('clean/text/body-run@1') },
    ],
  },
  annotations: {
    ...built.annotations,
    times: [time('Thursday', 'published'), time('15 December', 'calendar')],
    framing: [
      {
        kind: 'framing',
        article: built.article.id,
        revision: built.article.revision,
        rule: RULE,
        confidence: 1,
        span: at('open'),
        concept: 'passage',
        wording: 'open',
      },
      {
        kind: 'framing',
        article: built.article.id,
        revision: built.article.revision,
        rule: RULE,
        confidence: 1,
        span: at('fall'),
        concept: 'toString',
        wording: 'fall',
      },
    ],
  },
  diagnostics: [{ code: 'date-none', severity: 'warning', message: 'no day' }],
};

const voss = aStatement({ from: [page], index: 1 });
const marsh = aStatement({ from: [page], index: 0 });
const met = anEvent({ from: [page] });

const deps = (given: Partial<ReaderDeps> = {}): ReaderDeps => ({
  source: rowOfPage(page),
  citing: [voss, marsh, met],
  labels: LABELS,
  concepts: { passage: 'passage of ships' },
  copies: [],
  revisions: [page.article.revision],
  version: 'v1',
  ...given,
});

describe('reader', () => {
  const view = readerView(page, deps());

  test('attributions are in order of place, each with the claim it became', () => {
    expect(
      view.attributions.map(({ speaker, claim, said, party }) => [speaker?.name, claim, said, party?.id]),
    ).toEqual([
      ['Ada Voss', voss.id, '17 Dec 2031', 'orl'],
      ['Ben Marsh', marsh.id, null, 'northland'],
    ]);
    const other = readerView(page, deps({ citing: [met] }));
    expect(other.attributions.map(({ claim }) => claim)).toEqual([null, null]);
  });

  test('of several claims that cite the same characters, that of the same speaker', () => {
    const twin = { ...aStatement({ from: [page], index: 1, speaker: anEntity('Ivo Kern') }), id: marsh.id };
    const [first] = readerView(page, deps({ citing: [twin, voss] })).attributions;
    expect(first?.claim).toBe(voss.id);
    expect(readerView(page, deps({ citing: [twin] })).attributions[0]?.claim).toBe(twin.id);
  });

  test('events have their type in words, how they stand, and their claim', () => {
    expect(view.events).toMatchObject([
      { type: { id: 'meet', label: 'meets with' }, status: 'happened', claim: met.id, when: null },
    ]);
  });

  test('times say what they were counted from', () => {
    expect(view.times.map(({ text, anchor }) => [text, anchor])).toEqual([
      ['17 Dec 2031', 'says so itself'],
      ['17 Dec 2031', 'counted from the day of publication, 18 Dec 2031'],
    ]);
    const december = at('15 December');
    const words = (anchor: string, given: Partial<TimeExpression> = {}, article = page.article) =>
      readerView(
        { ...page, article, annotations: { ...page.annotations, times: [time('Thursday', anchor, given)] } },
        deps(),
      ).times[0]?.anchor;
    expect(words(`text:${december.start}-${december.end}`)).toBe('counted from “15 December” before it');
    expect(words(`text:${at('added').start}-${at('added').end}`)).toBe('counted from “added” after it');
    expect(words('gathering:spring-forum-2031')).toBe('the gathering spring-forum-2031');
    expect(words('none', { edtf: null })).toBe('tied to no day');
    expect(words('something-new')).toBe('something-new');
    expect(words('published', {}, { ...page.article, published: [] })).toBe(
      'counted from the day of publication, which is not known',
    );
  });

  test('a time says what else it can mean, and what stretch it is an end of', () => {
    const shown = (given: Partial<TimeExpression>) =>
      readerView(
        { ...page, annotations: { ...page.annotations, times: [time('Thursday', 'published', given)] } },
        deps(),
      ).times[0];
    const readings = [
      { value: '2031-12-17', ...aRange('2031-12-17'), weight: 0.6 },
      { value: '2031-12-24', ...aRange('2031-12-24'), weight: 0.3 },
      { value: 'PAST_REF', edtf: null, weight: 0.1 },
    ];
    expect(shown({ how: 'guessed', readings })).toMatchObject({
      how: 'guessed',
      others: [
        { text: '24 Dec 2031', weight: 0.3 },
        { text: 'PAST_REF', weight: 0.1 },
      ],
      stretch: null,
    });
    const range = { span: at('Thursday'), ...aRange('2031-12-15/2031-12-17'), rule: RULE };
    expect(shown({ range })).toMatchObject({ others: [], stretch: '15–17 Dec 2031' });
    expect(shown({ how: 'named', anchor: 'calendar' })?.anchor).toBe('a period that goes by this name');
  });

  test('a time that an older version has read is shown without its doubt', () => {
    const {
      how: _,
      readings: __,
      range: ___,
      mod: ____,
      granularity: _____,
      ...old
    } = time('Thursday', 'published');
    const times = [old as TimeExpression];
    const [shown] = readerView({ ...page, annotations: { ...page.annotations, times } }, deps()).times;
    expect(shown).toMatchObject({ how: null, others: [], stretch: null, text: '17 Dec 2031' });
  });

  test('a time without a calendar form shows its value', () => {
    const vague = time('Thursday', 'none', { edtf: null, value: 'PAST_REF' });
    const { times } = readerView({ ...page, annotations: { ...page.annotations, times: [vague] } }, deps());
    expect(times[0]?.text).toBe('PAST_REF');
  });

  test('segments are in order and say why', () => {
    expect(view.segments.map(({ kind, why }) => [kind, why])).toEqual([
      ['body', 'a paragraph of the running text'],
      ['related', 'opens with words such as “Read also”: below a related-stories heading'],
    ]);
  });

  test('framing has the neutral name; an unknown concept its id', () => {
    expect(view.framing.map(({ neutral }) => neutral)).toEqual(['passage of ships', 'toString']);
  });

  test('cited claims are in order of place with their marks', () => {
    expect(view.cited.map(({ claim }) => claim.id)).toEqual([met.id, voss.id, marsh.id]);
    expect(view.cited[1]?.marks.map(({ role }) => role)).toEqual(['content', 'source', 'cue']);
    expect(view.diagnostics).toEqual([{ code: 'date-none', message: 'no day' }]);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  test('claims that cite another revision are not shown in this one', () => {
    const next = anExtraction({ text: built.article.text, cleaner: 'next' });
    expect(next.article.revision).not.toBe(page.article.revision);
    const view = readerView({ ...next, article: { ...next.article, id: page.article.id } }, deps());
    expect(view.cited).toEqual([]);
  });

  test('an old revision is its text, with the claims that still cite it', () => {
    const revision = digest('ab'.repeat(32));
    const old = oldReaderView({ article: page.article.id, revision, text: 'Old text.' }, deps());
    expect(old).toMatchObject({
      isPresent: false,
      revision,
      text: 'Old text.',
      attributions: [],
      segments: [],
      cited: [],
    });
    const same = { article: page.article.id, revision: page.article.revision, text: page.article.text };
    expect(oldReaderView(same, deps()).cited).toHaveLength(3);
  });
});
