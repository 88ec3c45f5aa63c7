import type { EventTime, Participant, Role } from '../../src/model/annotation.ts';
import { entityId } from '../../src/model/brand.ts';
import type { Claim, EventClaim, Statement } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Knowledge, PlaceEntry } from '../../src/model/knowledge.ts';
import { reconcile } from '../../src/record/index.ts';
import { aParticipant, aRange } from '../support/builders.ts';

const aPlace = (name: string, country: string | null): PlaceEntry => ({
  id: entityId(name.toLowerCase().replaceAll(' ', '-')),
  kind: country === null ? 'state' : 'city',
  name,
  names: {},
  demonyms: [],
  capital: null,
  metonyms: [],
  at: null,
  country,
});

/** Knowledge of an invented world: Fenland with two towns, Marland with one. */
export const KNOWLEDGE: Knowledge = {
  version: 'test',
  persons: [],
  offices: [],
  places: [
    aPlace('Fenland', null),
    aPlace('Marland', null),
    aPlace('Port Ada', 'fenland'),
    aPlace('Reedham', 'fenland'),
    aPlace('Stonequay', 'marland'),
  ],
  outlets: [],
  gatherings: [],
  instruments: [],
  eventTypes: [],
  framing: [],
  languages: {},
  pack: null,
};

/** A participant with its party. */
export const part = (name: string, party: string | null, role: Role = 'joint'): Participant => ({
  ...aParticipant(name, party, role),
  mention: null,
});

/** A state as a participant: it is its own party. */
export const state = (name: string, role: Role = 'joint'): Participant => part(name, name, role);

/** The time of an event. */
export const at = (value: string, basis: EventTime['basis'] = 'explicit'): EventTime => ({
  ...aRange(value),
  basis,
  expression: null,
});

export const claimsOf = (extractions: readonly Extraction[]): readonly Claim[] =>
  reconcile(extractions, KNOWLEDGE).output;

export const statementsOf = (extractions: readonly Extraction[]): readonly Statement[] =>
  claimsOf(extractions).filter((claim) => claim.kind === 'statement');

export const eventsOf = (extractions: readonly Extraction[]): readonly EventClaim[] =>
  claimsOf(extractions).filter((claim) => claim.kind === 'event');

const VOCABULARY =
  `harbour council lantern morning bridge minister letter winter ferry signal garden border captain market river
   stone report window island valley engine paper forest copper silver answer evening border quarter treaty village
   northern southern quiet broken heavy narrow early second public formal distant careful steady ancient modern
   carried opened followed measured reached promised gathered counted crossed returned waited signed described
   beside across toward beneath around without nearly rarely often slowly quickly together again`.split(
    /\s+/,
  );

/** `count` words of made-up prose that depend on `seed` alone, in sentences of about twelve words. */
export const prose = (seed: number, count: number): string => {
  let state = (seed * 2654435761) >>> 0 || 1;
  const words = Array.from({ length: count }, (_, index) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const word = VOCABULARY[(state >>> 8) % VOCABULARY.length] ?? 'word';
    const opening = index % 12 === 0 ? word[0]?.toUpperCase() + word.slice(1) : word;
    return index % 12 === 11 || index === count - 1 ? `${opening}.` : opening;
  });
  return words.join(' ');
};
