import type { Participant, Role } from '../../../model/annotation.ts';
import type { EventFrame } from '../../../model/knowledge/event-lexicon.ts';
import type { Actor } from '../stage.ts';
import { AGENT, type Phrase } from './phrases.ts';
import type { Case } from './words.ts';

/** The phrases about a cue by what they can be. */
export interface Seats {
  /** Who stands in the nominative; of a noun, whose act it is. */
  readonly subject: readonly Phrase[];
  readonly passive: boolean;
  readonly others: readonly Phrase[];
  /** Who stands with a subject that is no actor: `[Вальдории]` in `санкции Вальдории сняты`. */
  readonly matter: readonly Phrase[];
  /** What is done is done with one's own: sanctions are lifted, troops withdrawn by those whose they are. */
  readonly own: boolean;
}

type Pick = (one: Phrase) => boolean;

const free =
  (kase: Case): Pick =>
  ({ prep, under, adjective, cases }) =>
    prep === '' && under === null && !adjective && cases.includes(kase);
const led =
  (...preps: readonly string[]): Pick =>
  ({ prep, under }) =>
    under === null && preps.includes(prep);
const owner: Pick = ({ under, adjective }) => under !== null && !adjective;
const described: Pick = ({ adjective }) => adjective;
const into: Pick = ({ prep, cases }) =>
  (prep === 'в' || prep === 'во' || prep === 'на') && cases.includes('Acc');
const anyIn: Pick = ({ prep }) => prep === 'в' || prep === 'во' || prep === 'на';

const first = (phrases: readonly Phrase[], picks: readonly Pick[]): readonly Phrase[] => {
  for (const pick of picks) {
    const found = phrases.filter(pick);
    if (found.length > 0) return found.slice(0, 1);
  }
  return [];
};

/** `с Орландом` in the instrumental; `с` in the genitive is where from. */
const withs: Pick = ({ prep, cases, under }) =>
  under === null && (prep === 'с' || prep === 'со') && cases.includes('Ins');

type Seat = readonly [Role, readonly Phrase[]];

/** `был принят [в министерстве Орланда]`. */
const hosting: Pick = ({ prep, cases, actors }) =>
  prep === 'в' && cases.includes('Loc') && actors.some(({ type }) => type === 'ORG');

const joint = ({ subject, others, passive, matter }: Seats): readonly Seat[] => [
  ['joint', subject],
  ['joint', matter],
  ['joint', others.filter(withs)],
  ['joint', others.filter(led('между', 'против', AGENT))],
  ['joint', passive ? first(others, [free('Ins'), hosting]) : first(others, [free('Acc'), free('Dat')])],
  ['joint', others.filter(owner)],
  ['joint', others.filter(described).filter(({ actors }) => actors.length > 1 || subject.length > 0)],
];

const visit = ({ subject, others }: Seats): readonly Seat[] => [
  ['visitor', subject.filter(({ actors }) => actors.some(({ travels, type }) => travels || type === 'ORG'))],
  ['host', first(others, [free('Acc'), into, led('к', 'ко'), anyIn, owner])],
  ['counterpart', []],
];

const mediate = ({ subject, others }: Seats): readonly Seat[] => [
  ['mediator', subject],
  ['joint', others.filter((one) => led('между')(one) || withs(one))],
];

const act = ({ subject, others, passive, matter, own }: Seats): readonly Seat[] => {
  if (!passive)
    return [
      ['initiator', subject.length > 0 ? subject : matter.filter((one) => owner(one) || led('между')(one))],
      ['target', first(others, TARGETS)],
      // `прекращение сообщения между [Вальдорией] и [Орландом]`
      ['joint', subject.length > 0 ? [] : others.filter(led('между'))],
    ];
  const agent = first(others, [free('Ins'), led(AGENT, 'от')]);
  const doer = agent.length > 0 || !own ? agent : first(matter, [owner, described]);
  const rest = [...matter, ...others].filter((one) => !doer.includes(one));
  return [
    ['initiator', doer.length > 0 ? doer : first(others, [into])],
    ['target', subject.length > 0 ? subject : first(rest, TARGETS)],
    ['joint', matter.filter(led('между'))],
  ];
};

/** Where the other side of an act stands, the surest first. */
const TARGETS: readonly Pick[] = [
  free('Dat'),
  free('Acc'),
  free('Gen'),
  led('против', 'от', 'у', 'перед', 'к', 'ко'),
  owner,
  described,
  withs,
  led('для', 'из', 'по'),
  into,
  ({ prep, under }) =>
    prep !== '' && under === null && !['в', 'во', 'на', 'о', 'об', 'при', 'между'].includes(prep),
];

const SEATS: Readonly<Record<EventFrame, (seats: Seats) => readonly Seat[]>> = {
  joint,
  visit,
  mediate,
  act,
  receive: ({ subject, matter, others }) => [
    ['initiator', first(others, [led('от', 'из', AGENT), free('Ins'), free('Gen'), owner, led('у')])],
    ['target', subject.length > 0 ? subject : matter],
  ],
  body: (seats) => [
    ['initiator', seats.subject],
    ['joint', seats.others.filter(led('между', 'при'))],
    ['target', first(seats.others, [led('у', 'против', 'перед')])],
    [
      'joint',
      seats.subject.length > 0 ? [] : first([...seats.matter, ...seats.others], [owner, described, anyIn]),
    ],
  ],
};

/** Who takes part, by the frame of the cue. Of a person and the state the person stands for, the person. */
export const seatRussian = (frame: EventFrame, seats: Seats): readonly Participant[] => {
  const found: Participant[] = [];
  const taken = new Set<string>();
  for (const [role, phrases] of SEATS[frame](seats))
    for (const { ref, party, span } of phrases.flatMap(({ actors }) => personsFirst(actors))) {
      if (taken.has(ref.id) || (party !== null && taken.has(party.id))) continue;
      taken.add(ref.id);
      if (party !== null) taken.add(party.id);
      found.push({ id: ref.id, name: ref.name, role, party, mention: span });
    }
  return found;
};

const personsFirst = (actors: readonly Actor[]): readonly Actor[] =>
  actors.filter(
    (actor) =>
      actor.type === 'PERSON' ||
      !actors.some(
        ({ type, party }) =>
          type === 'PERSON' && party !== null && party.id === (actor.party ?? actor.ref).id,
      ),
  );

/** The parties that take part. */
export const partiesOf = (participants: readonly Participant[]): ReadonlySet<string> =>
  new Set(participants.map(({ id, party }) => party?.id ?? id));
