import { expect, test } from 'vitest';
import { entityId } from '../../src/model/brand.ts';
import type { EventClaim } from '../../src/model/claim.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { labelOf } from '../../src/record/labels.ts';

const one = (id: string, name: string, role: string) => {
  const ref = { id: entityId(id), name };
  return { ...ref, role, party: ref };
};
const visit = {
  type: 'visit',
  participants: [one('voss', 'Ada Voss', 'visitor'), one('fen', 'Fenland', 'host')],
  object: null,
  place: null,
  realis: 'negated',
  fate: null,
} as unknown as EventClaim;
const knowledge = { eventTypes: [] } as unknown as Knowledge;

test('what is denied of days to come is ruled out, what is denied of days gone by did not happen', () => {
  expect(labelOf({ ...visit, ahead: true }, knowledge)).toBe('ruled out: Ada Voss to visit Fenland');
  expect(labelOf({ ...visit, ahead: false }, knowledge)).toBe('Ada Voss did not visit Fenland');
});
