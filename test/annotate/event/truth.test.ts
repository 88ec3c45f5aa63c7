import { describe, expect, test } from 'vitest';
import { cover } from '../../../src/model/span.ts';
import { brief, eventsOf, story } from './support.ts';

const briefs = (markup: string): readonly string[] => eventsOf(markup).map(brief);
const VOSS_ORLAN = '[Voss]ada-voss and [Orlan]ian-orlan';

describe('a treaty that is only named was not signed', () => {
  test.each([
    ['[Freedonia]fre waits until a treaty is concluded with [Sylvania]syl.'],
    ['Talks will end after a peace treaty is signed by [Freedonia]fre and [Sylvania]syl.'],
    ['Before [Freedonia]fre and [Sylvania]syl sign a treaty, much is to be done.'],
    ['Once [Freedonia]fre and [Sylvania]syl concluded a treaty, fishing would be free.'],
  ])('%s', (markup) => {
    expect(briefs(markup).filter((line) => line.startsWith('sign'))).toEqual([]);
  });

  test.each([
    ['[Freedonia]fre would sign a treaty with [Sylvania]syl.', 'sign hypothetical joint:fre joint:syl'],
    [
      '[Voss]ada-voss flew to [Port Lysa]port-lysa to sign a treaty with [Orlan]ian-orlan.',
      'sign hypothetical joint:ada-voss joint:ian-orlan',
    ],
    [
      '[Freedonia]fre will hand over the islands once a treaty is concluded.',
      'withdraw hypothetical initiator:fre',
    ],
    ['It rained after [Freedonia]fre and [Sylvania]syl signed a treaty.', 'sign actual joint:fre joint:syl'],
    [
      '[Freedonia]fre and [Sylvania]syl talk. [Voss]ada-voss proposed that the two countries sign a treaty.',
      'sign proposed joint:syl joint:fre',
    ],
  ])('%s', (markup, expected) => {
    expect(briefs(markup)).toContain(expected);
  });
});

test.each([
  ['[Freedonia]fre and [Sylvania]syl differ, and no peace treaty has been signed.'],
  ['No peace treaty was concluded between [Freedonia]fre and [Sylvania]syl.'],
])('no treaty signed is none signed: %s', (markup) => {
  const signings = eventsOf(markup).filter(({ type }) => type === 'sign');
  expect(signings.map(({ realis }) => realis)).toEqual(['negated']);
});

test('"with" after another noun brings nobody into a trip', () => {
  expect(briefs('# [Voss]ada-voss’s trip to [Long Reef]long-reef chills ties with [Sylvania]syl')).toEqual([
    'visit actual visitor:ada-voss',
  ]);
});

describe('who does it and to whom', () => {
  test.each([
    ['[Freedonia]fre imposed sanctions over [Ruritania]rur.', 'sanction actual initiator:fre'],
    ['[Freedonia]fre condemned the invasion of [Ruritania]rur.', 'accuse actual initiator:fre'],
    [
      '[Freedonia]fre condemned the Marlish invasion of [Ruritania]rur and its islands.',
      'seize_territory actual initiator:mrl target:rur',
    ],
    ['[Sylvania]syl voiced support for [Freedonia]fre.', 'support actual initiator:syl target:fre'],
    ['[Freedonia]fre hailed the withdrawal of Marlish troops.', 'withdraw actual initiator:mrl'],
    ['The islands were incorporated into [Marl]mrl.', 'seize_territory actual initiator:mrl'],
    [
      '[Freedonia]fre said the Sylvanian ambassador was summoned by [Ada Voss]ada-voss.',
      'protest_dip actual initiator:ada-voss target:syl',
    ],
  ])('%s', (markup, expected) => {
    expect(briefs(markup)).toContain(expected);
  });

  test.each([
    [
      'an adjective before "sanctions" makes a noun of it',
      '[Freedonia]fre spoke, citing Sylvanian sanctions.',
    ],
    [
      '"they" are not what was ceded',
      '[Freedonia]fre and [Sylvania]syl differ, and they were ceded to [Marl]mrl.',
    ],
    ['who flies home visits nobody', '[Voss]ada-voss returned to [Freeport]freeport.'],
    ['a state pays no visit', '[Sylvania]syl visited [Freeport]freeport.'],
    ['a question tells nothing as done', 'Did [Voss]ada-voss and [Orlan]ian-orlan agree?'],
  ])('%s', (_name, markup) => {
    expect(briefs(markup).filter((line) => line.includes(' actual '))).toEqual([]);
  });

  test('the subject after a conjunction of time is its own, not that of the clause before', () => {
    expect(
      briefs(
        '[Sylvania]syl protested to [Freedonia]fre after [Ada Voss]ada-voss toured [Long Reef]long-reef.',
      ),
    ).toEqual(['protest_dip actual initiator:syl target:fre', 'visit actual visitor:ada-voss']);
  });

  test('troops that land seize; a delegation that comes visits', () => {
    expect(briefs('Marlish troops landed on [Long Reef]long-reef.')).toEqual([
      'seize_territory actual initiator:mrl',
    ]);
    expect(briefs('A Sylvanian delegation visited [Freeport]freeport.')).toEqual([
      'visit actual visitor:syl host:fre',
    ]);
  });

  test('ministers named beside their title are those, whether known or not', () => {
    expect(
      briefs(`${VOSS_ORLAN} met. The ministers, Lea Tarn and Otto Quill, held talks in [Freeport]freeport.`),
    ).not.toContain('negotiate actual joint:ada-voss joint:ian-orlan');
  });

  test.each([
    ['[Freedonia]fre does not intend to continue talks with [Sylvania]syl.', 'suspend'],
    ['# [Freedonia]fre not to continue talks with [Sylvania]syl', 'suspend'],
    ['[Freedonia]fre will not resume talks with [Sylvania]syl.', 'reject'],
  ])('one side that will not go on: %s', (markup, type) => {
    expect(briefs(markup)).toEqual([`${type} actual initiator:fre target:syl`]);
  });
});

describe('times', () => {
  const times = (markup: string) => eventsOf(markup).map(({ type, time }) => [type, time?.edtf ?? null]);

  test.each([
    [
      'the year of an instrument dates no agreement',
      `${VOSS_ORLAN} agreed to speed up the talks on the basis of the declaration of [1931]t:1931.`,
      [['agree', '../2031-05-10']],
    ],
    [
      'nor does one before the noun',
      `${VOSS_ORLAN} met on the basis of a [1931]t:1931 Lysa declaration.`,
      [['meet', '../2031-05-10']],
    ],
    [
      'what is agreed has its own time',
      `${VOSS_ORLAN} agreed on [8 May]t:2031-05-08 that [Voss]ada-voss would visit [Sylvania]syl in the [autumn]t:2031-23.`,
      [
        ['agree', '2031-05-08'],
        ['visit', '2031-23'],
      ],
    ],
    [
      'and lends it to nobody',
      `${VOSS_ORLAN} agreed to meet in [June]t:2031-06.`,
      [
        ['agree', '../2031-05-10'],
        ['meet', '2031-06'],
      ],
    ],
    [
      'a plan does not take the time of the proposal',
      `On [8 May]t:2031-05-08 ${VOSS_ORLAN} agreed to meet.`,
      [
        ['agree', '2031-05-08'],
        ['meet', '2031-05-10/..'],
      ],
    ],
    [
      'the day of one verb is not that of the next',
      `${VOSS_ORLAN} agreed on a road map on [3 May]t:2031-05-03 and met in [Port Lysa]port-lysa on [8 May]t:2031-05-08.`,
      [
        ['agree', '2031-05-03'],
        ['meet', '2031-05-08'],
      ],
    ],
  ])('%s', (_name, markup, expected) => {
    expect(times(markup)).toEqual(expected);
  });

  test.each([
    ['news of two days ago', `${VOSS_ORLAN} had met on [8 May]t:2031-05-08.`, false],
    ['a month ago', `${VOSS_ORLAN} met on [8 April]t:2031-04-08.`, true],
    ['past perfect without a day', `${VOSS_ORLAN} had met in [Port Lysa]port-lysa.`, true],
  ])('background: %s', (_name, markup, background) => {
    expect(eventsOf(markup)[0]?.background).toBe(background);
  });
});

describe('one act, one event', () => {
  test.each([
    [
      `${VOSS_ORLAN} agreed to resume talks on joint projects.`,
      ['agree actual joint:ada-voss joint:ian-orlan', 'resume planned joint:ada-voss joint:ian-orlan'],
    ],
    [`${VOSS_ORLAN} approved a plan for joint projects.`, ['agree actual joint:ada-voss joint:ian-orlan']],
    ['[Freedonia]fre refused to resume talks with [Sylvania]syl.', ['reject actual initiator:fre']],
    [`${VOSS_ORLAN} met. The two had agreed.`, ['meet actual joint:ada-voss joint:ian-orlan']],
  ])('%s', (markup, expected) => {
    expect(briefs(markup)).toEqual(expected);
  });
});

describe('occasions that the text points back to', () => {
  test.each([
    [
      `${VOSS_ORLAN} met. It was their sixteenth meeting.`,
      'meet actual joint:ada-voss joint:ian-orlan',
      null,
    ],
    [
      `${VOSS_ORLAN} will meet. That meeting was never held.`,
      'meet negated joint:ada-voss joint:ian-orlan',
      null,
    ],
    [
      `${VOSS_ORLAN} held talks. The talks lasted four hours.`,
      'negotiate actual joint:ada-voss joint:ian-orlan',
      null,
    ],
    [
      '[Voss]ada-voss spoke of her visit to [Sylvania]syl. [Voss]ada-voss’s visit to [Sylvania]syl is near. The visit was put off.',
      'visit planned visitor:ada-voss host:syl',
      'postponed',
    ],
    [
      '[Freedonia]fre postponed talks with [Sylvania]syl.',
      'negotiate planned joint:syl joint:fre',
      'postponed',
    ],
  ])('%s', (markup, expected, fate) => {
    const last = eventsOf(markup).at(-1);
    expect([last && brief(last), last?.fate]).toEqual([expected, fate]);
  });

  test.each([
    ['talks that do something else', `${VOSS_ORLAN} spoke. The talks will deal with fish.`],
    ['talks that were not cancelled', `${VOSS_ORLAN} spoke. The talks were not cancelled.`],
    [
      'talks that one does not want to end',
      '[Voss]ada-voss does not want to end the talks with [Sylvania]syl.',
    ],
    [
      'another trip than the visit',
      '[Voss]ada-voss will travel to [Port Lysa]port-lysa. The visit was put off.',
    ],
  ])('%s are no event of their own', (_name, markup) => {
    expect(
      briefs(markup).filter((line) => !line.startsWith('visit planned visitor:ada-voss host:syl')),
    ).toEqual([]);
    expect(eventsOf(markup).filter(({ fate }) => fate !== null)).toEqual([]);
  });
});

describe('realis seen from the past', () => {
  test.each([
    ['[Voss]ada-voss promised that [she]ada-voss would visit [Sylvania]syl.', 'planned'],
    ['[Voss]ada-voss said she would visit [Sylvania]syl.', 'planned'],
    ['[Voss]ada-voss would visit [Sylvania]syl.', 'hypothetical'],
    ['[Voss]ada-voss said she would visit [Sylvania]syl if asked.', 'hypothetical'],
    ['[Voss]ada-voss became the first leader to visit [Sylvania]syl.', 'actual'],
    ['[Voss]ada-voss was ready to visit [Sylvania]syl.', 'proposed'],
    ['[Voss]ada-voss will be ready to visit [Sylvania]syl.', 'planned'],
    ['[Voss]ada-voss first visited [Sylvania]syl in [2029]t:2029.', 'actual'],
  ])('%s', (markup, realis) => {
    expect(eventsOf(markup).find(({ type }) => type === 'visit')?.realis).toBe(realis);
  });
});

test('the place is that of the act, not of its matter nor of an addressee', () => {
  const place = (markup: string) => eventsOf(markup)[0]?.place;
  expect(place(`${VOSS_ORLAN} agreed on joint activity around and in [Long Reef]long-reef.`)).toBeNull();
  expect(place(`${VOSS_ORLAN} met on [Friday]t:2031-05-09 in [Port Lysa]port-lysa.`)).toBe('Port Lysa');
  expect(place('[Voss]ada-voss toured [Long Reef]long-reef.')).toBe('Long Reef');
});

test('spans stay exact behind an astral letter', () => {
  const markup = '𝕏 It was the 25th meeting of [Ada Voss]ada-voss and [Ian Orlan]ian-orlan.';
  const [event] = eventsOf(markup);
  expect(event && cover(story(markup).article.text, event.trigger)).toBe('meeting');
});
