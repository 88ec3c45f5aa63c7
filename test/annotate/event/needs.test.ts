import { expect, test } from 'vitest';
import frames from '../../../knowledge/codebook/frames.json' with { type: 'json' };
import { isLone, meetsNeeds, toldOfUnnamed } from '../../../src/annotate/event/needs.ts';
import type { Participant, Role } from '../../../src/model/annotation.ts';
import { entityId } from '../../../src/model/brand.ts';
import type { EventFrame, EventFrameEntry, EventVoice } from '../../../src/model/knowledge/event-lexicon.ts';

const FRAMES = new Map((frames as unknown as readonly EventFrameEntry[]).map((frame) => [frame.id, frame]));

const who = (...all: readonly string[]): readonly Participant[] =>
  all.map((one) => {
    const [role = '', id = '', party = id] = one.split(':');
    const state = { id: entityId(party), name: party };
    return { id: entityId(id), name: id, role: role as Role, party: state, mention: null };
  });

test.each<[EventFrame, EventVoice, readonly Participant[], number, boolean, boolean]>([
  ['joint', 'active', who('joint:fre', 'joint:syl'), 1, false, true],
  ['joint', 'active', who('joint:fre', 'joint:syl'), 0, false, false],
  ['joint', 'passive', who('joint:fre', 'joint:syl'), 0, false, true],
  ['joint', 'noun', who('joint:fre'), 1, false, false],
  ['visit', 'active', who('visitor:voss:fre', 'host:syl'), 2, false, true],
  ['visit', 'active', who('visitor:voss:fre', 'host:fre'), 2, false, false],
  ['visit', 'active', who('visitor:voss:fre'), 1, true, true],
  ['visit', 'active', who('visitor:voss:fre'), 1, false, false],
  ['visit', 'active', who('host:syl'), 1, true, false],
  ['visit', 'noun', who('visitor:voss:fre'), 1, false, true],
  ['mediate', 'active', who('joint:fre', 'joint:syl'), 2, false, false],
  ['mediate', 'active', who('mediator:rur'), 1, false, true],
  ['act', 'active', who('target:syl'), 1, false, false],
  ['act', 'active', who('initiator:fre'), 1, false, true],
  ['act', 'passive', who('target:syl'), 1, false, true],
  ['act', 'passive', who(), 0, false, false],
])('%s %s, case %#', (frame, voice, participants, explicit, placed, enough) => {
  expect(meetsNeeds(FRAMES, { frame }, voice, { participants, explicit, placed })).toBe(enough);
});

test('a cue told without names asks for none in its clause', () => {
  const taking = { participants: who('joint:fre', 'joint:syl'), explicit: 0, placed: false };
  expect(meetsNeeds(FRAMES, { frame: 'joint', unnamed: true }, 'active', taking)).toBe(true);
});

test.each([
  [{ frame: 'act', type: 'accuse' }, 'active', 'agent'],
  [{ frame: 'act', type: 'deploy' }, 'active', null],
  [{ frame: 'act', type: 'deploy', alone: 'agent' }, 'active', 'agent'],
  [{ frame: 'act', type: 'deploy', alone: 'agent' }, 'passive', 'anyone'],
  [{ frame: 'joint', type: 'meet', alone: 'agent' }, 'active', 'agents'],
  [{ frame: 'joint', type: 'meet', alone: 'agent' }, 'passive', null],
  [{ frame: 'joint', type: 'sign', alone: 'agent' }, 'passive', 'anyone'],
  [{ frame: 'joint', type: 'agree', alone: 'agent' }, 'active', null],
  [{ frame: 'joint', type: 'no_agreement', alone: 'anyone' }, 'active', 'anyone'],
] as const)('unnamed: %o %s', (cue, voice, expected) => {
  expect(toldOfUnnamed(FRAMES, cue, voice)).toBe(expected);
});

test('whose doer is enough', () => {
  expect(isLone(FRAMES, { frame: 'act', type: 'deploy' })).toBe(true);
  expect(isLone(FRAMES, { frame: 'act', type: 'accuse' })).toBe(false);
});
