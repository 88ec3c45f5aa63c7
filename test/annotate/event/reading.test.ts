import { describe, expect, test } from 'vitest';
import { cover } from '../../../src/model/span.ts';
import { brief, eventsOf, story } from './support.ts';

const ofType = (markup: string, type: string, published?: string) =>
  eventsOf(markup, published).find((event) => event.type === type);

describe('what was signed is the subject of the passive, and its parties sign', () => {
  // Freedonia and Ruritania are whom the story is about; the instruments have other parties.
  const PAIR = '[Freedonia]fre and [Ruritania]rur quarrel. ';

  test.each([
    [
      'known to knowledge, behind a relative clause',
      'That was when the [Lysa Declaration]lysa-1931, which freed trade between the ports, was signed.',
      'Lysa Declaration',
      'sign actual joint:fre joint:syl',
    ],
    [
      'a speaker inside the relative clause signs nothing',
      'The [Lysa Declaration]lysa-1931, which [Ada Voss]ada-voss hailed, was signed.',
      'Lysa Declaration',
      'sign actual joint:fre joint:syl',
    ],
    [
      'unknown, but named after its parties',
      'The Marlish–Sylvanian Accord, which gave away an island, was signed in [1931]t:1931.',
      'Marlish–Sylvanian Accord',
      'sign actual joint:mrl joint:syl',
    ],
    [
      'in a relative clause of its own',
      'They spoke of the [Lysa Declaration]lysa-1931, which was signed in spring.',
      'Lysa Declaration',
      'sign actual joint:fre joint:syl',
    ],
    [
      'the island of an accord is not what was signed',
      'The accord on the island was signed by [Freedonia]fre and [Ruritania]rur.',
      'accord',
      'sign actual joint:fre joint:rur',
    ],
    [
      'signers that the clause names stay',
      'The [Lysa Declaration]lysa-1931 was signed by [Voss]ada-voss and [Orlan]ian-orlan.',
      'Lysa Declaration',
      'sign actual joint:ada-voss joint:ian-orlan',
    ],
    [
      'and one that it names is joined by the other party',
      'The [Lysa Declaration]lysa-1931 was signed by [Orlan]ian-orlan.',
      'Lysa Declaration',
      'sign actual joint:ian-orlan joint:fre',
    ],
  ])('%s', (_name, markup, object, expected) => {
    const signed = ofType(PAIR + markup, 'sign');
    expect(signed && brief(signed)).toBe(expected);
    expect(signed?.object).toBe(object);
  });

  test('"the sides" of an accord are those it is named after', () => {
    const resumed = ofType(
      `${PAIR}The Marlish–Sylvanian Accord restored diplomatic ties between the sides.`,
      'resume',
    );
    expect(resumed && brief(resumed)).toBe('resume actual joint:mrl joint:syl');
  });
});

describe('a participle behind a noun has that noun for its actor', () => {
  test.each([
    [
      '[Freedonia]fre condemned threats from the side of the Marlish military stationed in the bay.',
      'deploy',
      'deploy standing initiator:mrl',
    ],
    [
      '[Sylvania]syl protested to [Freedonia]fre over the Marlish troops deployed on the border.',
      'deploy',
      'deploy actual initiator:mrl',
    ],
    ['Marlish troops deployed on the border.', 'deploy', 'deploy actual initiator:mrl'],
    ['[Freedonia]fre stationed missiles on the border.', 'deploy', 'deploy actual initiator:fre'],
  ])('%s', (markup, type, expected) => {
    const event = ofType(markup, type);
    expect(event && brief(event)).toBe(expected);
  });

  test('the verb after a conjunction of time is no participle', () => {
    const event = ofType('[Sylvania]syl condemned it after Marlish troops deployed on the border.', 'deploy');
    expect(event && brief(event)).toBe('deploy actual initiator:mrl');
  });
});

describe('an absence that stands has no day for its beginning', () => {
  const UNKNOWN = '2020-01-01/2031-05-10';
  const FELL_SHORT =
    '[Freedonia]fre and [Sylvania]syl fell short of agreement [Tuesday]t:2020-01-01/2031-05-09 over a quarrel that';
  const absence = (markup: string, published?: string) => {
    const event = ofType(markup, 'sign', published);
    return [event?.realis, event?.time?.edtf ?? null, event?.time?.basis ?? null, event?.background];
  };

  test.each([
    ['a weekday, published none knows when', `${FELL_SHORT} has long prevented a peace treaty.`, UNKNOWN],
    [
      'a present tense',
      '[Freedonia]fre and [Sylvania]syl met on [Tuesday]t:2020-01-01/2031-05-09 in a quarrel which prevents a treaty.',
      UNKNOWN,
    ],
    [
      'a day after which it is told',
      'After talks on [Monday]t:2031-05-05, [Freedonia]fre and [Sylvania]syl have still never signed a treaty.',
      '2031-05-10',
    ],
    [
      'a weekday, published on a known day',
      '[Voss]ada-voss said on [Monday]t:2031-05-05 that [Freedonia]fre and [Sylvania]syl have never signed a treaty.',
      '2031-05-10',
    ],
    [
      'a noun of absence',
      'On [Monday]t:2031-05-05 [Voss]ada-voss deplored the absence of a peace treaty between [Freedonia]fre and [Sylvania]syl.',
      '2031-05-10',
    ],
  ])('%s', (_name, markup, published) => {
    expect(absence(markup, published)).toEqual(['negated', published, 'inferred', true]);
  });

  test.each([
    [
      'since a year',
      '[Freedonia]fre and [Sylvania]syl have never signed a treaty since [1931]t:1931.',
      '2031-05-10',
      ['negated', '1931/..', 'explicit', true],
    ],
    [
      'after a dated thing',
      'After the war of [1931]t:1931, [Freedonia]fre and [Sylvania]syl have never signed a treaty.',
      '2031-05-10',
      ['negated', '1931/..', 'explicit', true],
    ],
    [
      'after a stretch of history',
      '[Freedonia]fre and [Sylvania]syl have never signed a treaty after World War II.',
      UNKNOWN,
      ['negated', '1945/..', 'inferred', true],
    ],
    [
      'since a day that nobody knows',
      '[Freedonia]fre and [Sylvania]syl have signed no treaty since [Monday]t:2020-01-01/2031-05-05.',
      UNKNOWN,
      ['negated', UNKNOWN, 'inferred', true],
    ],
    [
      'a day on which it was not done is no standing absence',
      '[Freedonia]fre and [Sylvania]syl did not sign a treaty on [Monday]t:2031-05-05.',
      '2031-05-10',
      ['negated', '2031-05-05', 'deictic', false],
    ],
  ])('%s', (_name, markup, published, expected) => {
    expect(absence(markup, published)).toEqual(expected);
  });
});

describe('the means are as real as the end', () => {
  const END = 'end the old and bitter quarrel with [Sylvania]syl by handing over two of the islands.';

  test.each([
    ['planned to', 'planned', null],
    ['had intended to', 'planned', null],
    ['plans to', 'planned', '2031-05-10/..'],
    ['hopes to', 'planned', '2031-05-10/..'],
    ['will', 'planned', '2031-05-10/..'],
    ['would', 'hypothetical', null],
    ['proposed to', 'proposed', null],
    ['will not', 'negated', '../2031-05-10'],
    ['refuses to', 'negated', '../2031-05-10'],
  ])('%s … by', (lead, realis, time) => {
    const event = ofType(`[Freedonia]fre ${lead} ${END}`, 'withdraw');
    expect([event?.realis, event?.time?.edtf ?? null]).toEqual([realis, time]);
  });

  test.each([
    ['[Freedonia]fre ended the old quarrel with [Sylvania]syl by handing over two of the islands.'],
    ['[Freedonia]fre planned to talk and ended the quarrel by handing over two of the islands.'],
    ['[Freedonia]fre, which plans to grow, has ended the quarrel by handing over two of the islands.'],
    ['In planned talks [Freedonia]fre ended the old and bitter quarrel by handing over two of the islands.'],
  ])('what was done was done: %s', (markup) => {
    expect(ofType(markup, 'withdraw')?.realis).toBe('actual');
  });
});

describe('a gathering lends its city to whoever is there', () => {
  test.each([
    ['[Voss]ada-voss and [Orlan]ian-orlan met at the [Bay Forum]bay-forum.', 'meet', 'Port Lysa'],
    [
      '[Voss]ada-voss and [Orlan]ian-orlan met on the sidelines of the [Bay Forum]bay-forum.',
      'meet',
      'Port Lysa',
    ],
    ['[Voss]ada-voss and [Orlan]ian-orlan met during the last [Bay Forum]bay-forum.', 'meet', 'Port Lysa'],
    ['[Freedonia]fre was kicked out of what used to be the [Bay Forum]bay-forum.', 'expel', null],
    ['[Freedonia]fre was expelled from the [Bay Forum]bay-forum.', 'expel', null],
    [
      '[Voss]ada-voss and [Orlan]ian-orlan discussed membership in the [Bay Forum]bay-forum.',
      'negotiate',
      null,
    ],
    ['[Voss]ada-voss and [Orlan]ian-orlan met ahead of the [Bay Forum]bay-forum.', 'meet', null],
  ])('%s', (markup, type, place) => {
    const event = ofType(markup, type, '2031-06-10');
    expect(event).toBeDefined();
    expect(event?.place).toBe(place);
  });
});

test.each([
  ['[Freedonia]fre and [Sylvania]syl signed no treaty.', 'sign', 'negated'],
  ['[Freedonia]fre and [Sylvania]syl signed a treaty that pleased no one.', 'sign', 'actual'],
])('"no" before what is done undoes it: %s', (markup, type, realis) => {
  expect(ofType(markup, type)?.realis).toBe(realis);
});

test('spans stay exact behind an astral letter', () => {
  const markup = '😀 The [Lysa Declaration]lysa-1931, which freed the ports, was signed.';
  const event = ofType(markup, 'sign');
  expect(event && cover(story(markup).article.text, event.trigger)).toBe('signed');
});
