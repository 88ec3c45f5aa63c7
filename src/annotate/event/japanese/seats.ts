import type { Participant, Role } from '../../../model/annotation.ts';
import type { EventFrame } from '../../../model/knowledge/event-lexicon.ts';
import type { JapanesePhrase } from './phrases.ts';

/** The phrases about a cue. */
export interface JapaneseSeats {
  /** Marked `は`, `が`, `も`. */
  readonly subject: JapanesePhrase | null;
  readonly passive: boolean;
  /** The others before the cue, in text order; the last one may stand just before it. */
  readonly others: readonly JapanesePhrase[];
  /** Where the cue begins. */
  readonly at: number;
  /** The act is done by telephone or letter: whom it goes to takes part. */
  readonly reaches?: boolean;
  /** Somebody does it whom nobody knows: no other is the doer. */
  readonly unknown?: boolean;
}

type Seat = readonly [Role, readonly JapanesePhrase[]];
type Pick = (phrase: JapanesePhrase) => boolean;

const by =
  (particles: RegExp): Pick =>
  ({ particle }) =>
    particles.test(particle);

const AGENT = by(/^(?:による|によって|により)$/u);
/** `ヴァルドリアの要求`; without a particle, before a noun, `オルランド製品`. */
const OWNER = by(/^の?$/u);
const PLACE = by(/^(?:で|では)$/u);

/** The phrases of the first pick that has some, the last one in the text. */
const lastOf = (phrases: readonly JapanesePhrase[], picks: readonly Pick[]): readonly JapanesePhrase[] => {
  for (const pick of picks) {
    const found = phrases.filter(pick);
    if (found.length > 0) return found.slice(-1);
  }
  return [];
};

/** Just before the cue without a particle: `オルランド[訪問]`. */
const beside = ({ others, at }: JapaneseSeats): readonly JapanesePhrase[] =>
  others.filter(({ end, particle }) => particle === '' && end === at);

const sidesOf = ({ actors }: JapanesePhrase): readonly string[] =>
  actors.map(({ ref, party }) => (party ?? ref).id);

const opt = (phrase: JapanesePhrase | null): readonly JapanesePhrase[] => (phrase === null ? [] : [phrase]);

const joint = (seats: JapaneseSeats): readonly Seat[] => [
  ['joint', opt(seats.subject)],
  ['joint', seats.others.filter(by(/^(?:と|との|とは|と?の間で?の?)$/u))],
  ['joint', seats.others.filter(OWNER)],
  ['joint', beside(seats)],
  ['joint', seats.others.filter(by(/^、$/u))],
  ['joint', seats.reaches === true ? seats.others.filter(by(/^(?:に|へ|を|から|からの|に対し)$/u)) : []],
];

const visit = (seats: JapaneseSeats): readonly Seat[] => {
  const host = [...beside(seats), ...lastOf(seats.others, [by(/^(?:を|への|へ|に)$/u)])].slice(0, 1);
  const own = seats.others.filter((one) => (OWNER(one) || AGENT(one)) && !host.includes(one)).slice(-1);
  const stated = own.length > 0 && seats.subject === null;
  return [
    ['visitor', stated ? own : opt(seats.subject)],
    ['host', host.length > 0 || stated ? host : own],
  ];
};

const mediate = ({ subject, others }: JapaneseSeats): readonly Seat[] => [
  ['mediator', opt(subject)],
  ['joint', others.filter(by(/^(?:を|の間|の間で|との間で|の)/u))],
];

const TARGETS: readonly Pick[] = [
  by(/^(?:に対しては?|に対し|に対する)$/u),
  by(/^(?:を|を相手取り)$/u),
  by(/^(?:に|には)$/u),
  by(/^(?:への|へ|へは)$/u),
  by(/^(?:との|と)$/u),
  OWNER,
  by(/^(?:から|からの|前で|が)$/u),
  AGENT,
];

/** How near before a cue `による` says who did it, in characters. */
const NEAR = 6;

const act = (seats: JapaneseSeats): readonly Seat[] => {
  const { subject, others, passive, at } = seats;
  if (passive) {
    const agent = lastOf(others, [AGENT, by(/^(?:に|から)$/u)]);
    return [
      ['initiator', agent],
      ['target', subject === null ? lastOf(others, [OWNER]) : opt(subject)],
    ];
  }
  // `B による[拿捕]に懸念を示した`: right before the cue it says who did that.
  const agent = lastOf(others, [AGENT]).filter(({ behind }) => subject === null || at - behind <= NEAR);
  const doer = agent.length > 0 ? agent : opt(subject);
  const lone = doer.length > 0 || seats.unknown === true ? doer : lastOf(others, [OWNER]);
  const sides = new Set(lone.flatMap(sidesOf));
  const rest = others.filter((one) => !PLACE(one) && !sidesOf(one).every((side) => sides.has(side)));
  const near = beside({ ...seats, others: rest });
  return [
    ['initiator', lone],
    ['target', near.length > 0 ? near : lastOf(rest, TARGETS)],
  ];
};

const SEATS: Readonly<Record<EventFrame, (seats: JapaneseSeats) => readonly Seat[]>> = {
  joint,
  visit,
  mediate,
  act,
  receive: ({ subject, others }) => [
    ['initiator', lastOf(others, [by(/^(?:から|からは|からの|による|によって|の)$/u), by(/^に$/u)])],
    ['target', subject === null ? others.filter(OWNER).slice(0, 1) : [subject]],
  ],
  body: ({ subject }) => [['initiator', opt(subject)]],
};

/** Who takes part, by the frame of the cue. */
export const seatJapanese = (frame: EventFrame, seats: JapaneseSeats): readonly Participant[] => {
  const found: Participant[] = [];
  const taken = new Set<string>();
  for (const [role, phrases] of SEATS[frame](seats))
    for (const { ref, party, span } of phrases.flatMap(({ actors }) => actors)) {
      const side = party?.id ?? ref.id;
      if (taken.has(side)) continue;
      taken.add(side);
      found.push({ id: ref.id, name: ref.name, role, party, mention: span });
    }
  return found;
};
