import { expect, test } from 'vitest';
import type { EventClaim } from '../../src/model/claim.ts';
import { EVENT_PHRASES } from '../../src/record/event-phrases.ts';
import { labelWords } from '../../src/record/label-words.ts';
import { labelOf } from '../../src/record/labels.ts';
import { KNOWLEDGE, part, state } from './told.ts';

type Event = Parameters<typeof labelOf>[0];

const event = (given: Partial<EventClaim>): Event => ({
  type: 'meet',
  participants: [part('Ada Voss', 'Fenland'), part('Ivo Lind', 'Marland')],
  object: null,
  place: null,
  realis: 'actual',
  fate: null,
  ...given,
});

const acts = (type: string, given: Partial<EventClaim> = {}): Event =>
  event({ type, participants: [state('Fenland', 'initiator'), state('Marland', 'target')], ...given });

test.each<[string, Event]>([
  ['Ada Voss and Ivo Lind met in Port Ada', event({ place: 'Port Ada' })],
  ['Ada Voss and Ivo Lind met', event({ realis: 'actual', fate: 'held' })],
  [
    'planned: Ada Voss and Ivo Lind to meet in Port Ada',
    event({ realis: 'planned', place: 'Port\u00a0Ada' }),
  ],
  ['proposed: Ada Voss and Ivo Lind to meet', event({ realis: 'proposed' })],
  ['possible: Ada Voss and Ivo Lind to meet', event({ realis: 'hypothetical' })],
  ['cancelled: Ada Voss and Ivo Lind to meet', event({ realis: 'planned', fate: 'cancelled' })],
  ['Ada Voss and Ivo Lind did not meet', event({ realis: 'negated' })],
  [
    'Fenland and Marland are holding talks',
    event({ type: 'negotiate', participants: [state('Fenland'), state('Marland')], realis: 'ongoing' }),
  ],
  [
    'Ada Voss is visiting Marland',
    event({
      type: 'visit',
      participants: [part('Ada Voss', 'Fenland', 'visitor'), state('Marland', 'host')],
      place: 'Marland',
      realis: 'ongoing',
    }),
  ],
  ['Ada Voss and Ivo Lind ended talks without agreement', event({ type: 'no_agreement' })],
  [
    'Ada Voss, Ivo Lind and Uma Roth met',
    event({ participants: [...event({}).participants, part('Uma Roth', 'Hillia')] }),
  ],
  [
    'Ada Voss and Marland met',
    event({ participants: [part('Ada Voss', 'Fenland'), state('Fenland'), state('Marland')] }),
  ],
  [
    'Fenland and Marland signed the Lighthouse Declaration',
    event({
      type: 'sign',
      participants: [state('Fenland'), state('Marland')],
      object: 'the Lighthouse Declaration',
    }),
  ],
  [
    'Fenland and Marland did not sign an agreement',
    event({ type: 'sign', participants: [state('Fenland'), state('Marland')], realis: 'negated' }),
  ],
  ['Fenland rejects the claim of Marland', acts('reject', { object: 'the claim', realis: 'standing' })],
  ['Fenland criticised Marland', acts('accuse')],
  ['Fenland took territory from Marland', acts('seize_territory')],
  ['Fenland demanded a step from Marland', acts('demand', { object: 'x'.repeat(80) })],
  [
    'Fenland invited Ivo Lind to Reedham',
    event({
      type: 'invite',
      participants: [state('Fenland', 'initiator'), part('Ivo Lind', 'Marland', 'target')],
      place: 'Reedham',
    }),
  ],
  ['Marland met', event({ participants: [state('Marland', 'target')] })],
  ['odd type: Fenland and Marland in Port Ada', acts('odd_type', { place: 'Port Ada' })],
  ['planned: meet in Port Ada', event({ participants: [], realis: 'planned', place: 'Port Ada' })],
])('%s', (label, given) => {
  expect(labelOf(given, KNOWLEDGE)).toBe(label);
});

test('every phrase has its four forms', () => {
  for (const [type, { base, third, past, ing }] of Object.entries(EVENT_PHRASES)) {
    expect(
      [base, third, past, ing].every((form) => form.length > 2),
      type,
    ).toBe(true);
    expect(ing.split(' ')[0], type).toMatch(/ing$/);
    expect(third.split(' ')[0], type).toMatch(/s$/);
  }
});

test.each([
  [
    'Ada Voss and Ivo Lind agreed “to open the strait” in Port Ada',
    { type: 'agree', place: 'Port Ada' },
    null,
    'to open the strait',
  ],
  ['Ada Voss and Ivo Lind met', { type: 'meet' }, null, 'over lunch and tea'],
  [
    'Ada Voss and Ivo Lind fell short of agreement',
    { type: 'no_agreement' },
    'fell short of agreement',
    'over the strait and its isles',
  ],
  [
    'Ada Voss and Ivo Lind agreed to “open the strait at once”',
    { type: 'agree' },
    'agreed to',
    'open the strait at once',
  ],
  ['planned: Ada Voss and Ivo Lind to meet', { type: 'meet', realis: 'planned' as const }, 'met', null],
])('%s: in the words of a telling', (label, given, verb, rest) => {
  expect(labelOf(event(given), KNOWLEDGE, { verb, rest, clause: null })).toBe(label);
});

const toldIn = (text: string, trigger: string) => {
  const start = text.indexOf(trigger);
  return {
    article: { text },
    event: {
      type: 'support',
      realis: 'actual' as const,
      trigger: { start, end: start + trigger.length },
      span: { start: 0, end: text.length },
    },
  };
};

test('a telling says its deed by a finite verb that is neither passive nor denied', () => {
  const verbIn = (text: string): string | null => labelWords([toldIn(text, 'praised')], 'support').verb;
  expect(verbIn('Voss praised the talks.')).toBe('praised');
  expect(verbIn('The talks were praised by Voss.')).toBe(null);
  expect(verbIn('Voss never praised the talks.')).toBe(null);
});

test.each([
  ['Marland was invited', 'invite'],
  ['sanctions imposed on Marland', 'sanction'],
])('what nobody is known to have done: %s', (label, type) => {
  expect(labelOf(event({ type, participants: [state('Marland', 'target')] }), KNOWLEDGE)).toBe(label);
});

test('what nobody known has part in is told in the words of its clause', () => {
  const clause = 'farmers of the delta called for a vote';
  const nobody = event({ type: 'demand', participants: [], realis: 'negated' });
  expect(labelOf(nobody, KNOWLEDGE, { verb: null, rest: null, clause })).toContain(`“${clause}”`);
  const words = labelWords([toldIn(`In May, ${clause}.`, 'called')], 'support');
  expect(words.clause).toBe(`In May, ${clause}`);
  const long = `${'The long and winding road to the strait and '.repeat(2)}${clause}, ${'and so on '.repeat(9)}`;
  const cut = labelWords([toldIn(long, 'called')], 'support').clause ?? '';
  expect(cut).toMatch(/^\S+ .*farmers of the delta called for a vote.* …$/u);
  expect(cut.length).toBeLessThan(76);
});
