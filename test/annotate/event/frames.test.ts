import { expect, test } from 'vitest';
import frames from '../../../knowledge/codebook/frames.json' with { type: 'json' };
import type { Arguments } from '../../../src/annotate/event/arguments.ts';
import { seatParticipants, seatsOf } from '../../../src/annotate/event/participants.ts';
import type { Group } from '../../../src/annotate/event/stage.ts';
import { entityId } from '../../../src/model/brand.ts';
import type { EventFrame, EventFrameEntry, EventVoice } from '../../../src/model/knowledge/event-lexicon.ts';

const FRAMES = new Map((frames as unknown as readonly EventFrameEntry[]).map((frame) => [frame.id, frame]));

const group = (id: string, travels = false): Group => {
  const ref = { id: entityId(id), name: id };
  const span = { start: 0, end: 1 };
  const actor = { ref, type: 'STATE' as const, party: ref, span, isForce: false, travels };
  return { actors: [actor], first: 0, last: 0, lead: '', possessive: false, modifier: false };
};

const told = (
  subject: Group | null,
  led: Readonly<Record<string, Group>>,
  object: Group | null = null,
): Arguments => ({
  subject,
  object,
  led: new Map(Object.entries(led).map(([lead, one]) => [lead, [one]])),
  modifiers: [],
  own: new Set(),
});

test.each<[EventFrame, EventVoice, Arguments, string]>([
  ['act', 'active', told(group('fre'), { against: group('syl') }), 'initiator:fre target:syl'],
  ['act', 'passive', told(group('syl'), { by: group('fre') }), 'initiator:fre target:syl'],
  ['act', 'noun', told(null, { of: group('fre'), to: group('syl') }), 'initiator:fre target:syl'],
  ['joint', 'active', told(group('fre'), { with: group('syl') }), 'joint:fre joint:syl'],
  ['visit', 'noun', told(null, { by: group('fre', true), to: group('syl') }), 'visitor:fre host:syl'],
  ['visit', 'active', told(group('fre'), {}, group('syl')), 'host:syl'],
  ['mediate', 'active', told(group('rur'), { between: group('fre') }), 'mediator:rur joint:fre'],
  ['receive', 'active', told(group('syl'), { from: group('fre') }), 'initiator:fre target:syl'],
])('%s, %s', (frame, voice, args, expected) => {
  const { participants } = seatParticipants(seatsOf(FRAMES, { frame }, voice), args);
  expect(participants.map(({ role, id }) => `${role}:${id}`).join(' ')).toBe(expected);
});

test('a cue may seat otherwise than its frame', () => {
  const seats = seatsOf(
    FRAMES,
    { frame: 'act', seats: { active: [{ role: 'target', from: ['subject'] }] } },
    'active',
  );
  const { participants } = seatParticipants(seats, told(group('fre'), {}));
  expect(participants.map(({ role }) => role)).toEqual(['target']);
});
