import { overlapping } from '../../lib/sorted.ts';
import type { Attribution, MentionType, Participant } from '../../model/annotation.ts';
import type { AnnotatorInput } from '../../model/annotator.ts';
import type { Day } from '../../model/brand.ts';
import type { DateBounds } from '../../model/edtf/index.ts';
import type { EventFrameEntry, EventGrammar } from '../../model/knowledge/event-lexicon.ts';
import type { EventType } from '../../model/knowledge.ts';
import type { EntityRef } from '../../model/page.ts';
import { publishedOf } from '../../model/page.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { bySpan, cover } from '../../model/span.ts';
import type { World } from '../../model/world/index.ts';
import { worldOf } from '../../model/world/index.ts';
import type { Nations } from './nations.ts';
import { nationsOf } from './nations.ts';
import type { Operators } from './operators.ts';
import { operatorsOf } from './operators.ts';
import type { TreeView } from './tree-view.ts';

/** Somebody or a state as one place of the text names it. */
export interface Actor {
  readonly ref: EntityRef;
  readonly type: MentionType;
  /** The state acted for. */
  readonly party: EntityRef | null;
  readonly span: Span;
  /** An armed body: it seizes and deploys, and pays no visits. */
  readonly isForce: boolean;
  /** A person, or a body of persons that travels: who can pay a visit. */
  readonly travels: boolean;
}

/** Actors that stand together in a sentence: "Voss and Orlan", "the leaders of Freedonia and Sylvania". */
export interface Group {
  readonly actors: readonly Actor[];
  /** Indices of the first and last token of the whole noun phrase, both included. */
  readonly first: number;
  readonly last: number;
  /** The preposition that leads it in, lower case; empty when it stands free. */
  readonly lead: string;
  readonly possessive: boolean;
  /** An adjective of nation that only describes a noun: "the Freedonian position". */
  readonly modifier: boolean;
  /** A capital named as where somebody is or goes, not as who acts: "in [Port Lysa]", "left [Port Lysa]". */
  readonly asPlace?: true;
  /** A bare "they" or "their": the parties of a joint act, never what an act is done to. */
  readonly vague?: true;
}

/** A sentence with its actors. */
export interface Scene {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly groups: readonly Group[];
  /** Places named, seated as the states they lie in; a place that no state holds undisputed has no actor. */
  readonly places: readonly Group[];
  /** Indices of the tokens that belong to times. */
  readonly timed: ReadonlySet<number>;
  /** Its tree, made when first asked for; null where the language has none. */
  readonly tree: () => TreeView | null;
}

/** What holds for the whole article. */
export interface Stage {
  readonly input: AnnotatorInput;
  readonly world: World;
  readonly nations: Nations;
  /** The days on which the article can have been published; an unknown end is null. */
  readonly published: DateBounds;
  /** The day by which offices are read: null when publication is not known to a year. */
  readonly day: Day | null;
  readonly grammar: GrammarSets;
  /** What words say of the acts they govern in a tree. */
  readonly operators: Operators;
  /** The types of the codebook by their ids. */
  readonly types: ReadonlyMap<string, EventType>;
  /** Who is seated where, by the ids of frames. */
  readonly frames: ReadonlyMap<string, EventFrameEntry>;
  /** Actors of the sentences read so far, oldest first: what "the two leaders" looks back on. */
  readonly recent: Actor[];
  /** The state or body that the sentence before told of first, for an "it" that opens the next: at most one. */
  readonly opening: Actor[];
  /** The parties most spoken of: only they can be the two sides that a text does not name. */
  readonly leading: ReadonlySet<string>;
  /** Who took part in the occasion of each type that was told last: what "the visit" looks back on. */
  readonly occasions: Map<string, readonly Participant[]>;
  /** The contents of attributions by where they begin, and the length of the longest. */
  readonly spoken: Spoken;
  /** Parties by actor, as they are first asked for. */
  readonly parties: Map<string, EntityRef | null>;
}

/** What attributions hold, in text order. */
export interface Spoken {
  readonly contents: readonly { readonly span: Span; readonly attribution: Attribution }[];
  readonly longest: number;
}

/** The grammar's word lists as sets. */
export type GrammarSets = { readonly [K in keyof EventGrammar]: ReadonlySet<string> };

// Keyed by the list itself; a pure cache.
const typeMaps = new WeakMap<readonly EventType[], ReadonlyMap<string, EventType>>();

const typesOf = (types: readonly EventType[]): ReadonlyMap<string, EventType> => {
  const held = typeMaps.get(types);
  if (held !== undefined) return held;
  const made = new Map(types.map((type) => [type.id, type]));
  typeMaps.set(types, made);
  return made;
};

/** Reads the article's own facts once. */
export const setStage = (input: AnnotatorInput, grammar: GrammarSets): Stage => {
  const { earliest = null, latest = null } = publishedOf(input.article)?.value ?? {};
  const day = earliest?.slice(0, 4) === latest?.slice(0, 4) ? latest : null;
  return {
    input,
    world: worldOf(input.knowledge),
    nations: nationsOf(input.knowledge),
    published: { earliest, latest },
    day,
    grammar,
    operators: operatorsOf(input.knowledge.languages[input.article.language]?.event),
    types: typesOf(input.knowledge.eventTypes),
    frames: new Map((input.knowledge.eventFrames ?? []).map((frame) => [frame.id, frame])),
    recent: [],
    opening: [],
    leading: leadingParties(input, day),
    occasions: new Map(),
    spoken: readSpoken(input.annotations.attributions),
    parties: new Map(),
  };
};

const readSpoken = (attributions: readonly Attribution[]): Spoken => {
  const contents = attributions
    .flatMap((attribution) => attribution.content.map((span) => ({ span, attribution })))
    .sort((a, b) => bySpan(a.span, b.span));
  return { contents, longest: Math.max(0, ...contents.map(({ span }) => span.end - span.start)) };
};

/** A party belongs to the story when it is named at least this often as the one named most. */
const LEADING_SHARE = 0.2;

const leadingParties = ({ annotations, knowledge }: AnnotatorInput, day: Day | null): ReadonlySet<string> => {
  const world = worldOf(knowledge);
  const named = new Map<string, number>();
  for (const { refersTo } of annotations.mentions)
    if (refersTo !== null) named.set(refersTo.id, (named.get(refersTo.id) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [id, n] of named) {
    const party = world.partyOf(id, day);
    if (party !== null) counts.set(party.id, (counts.get(party.id) ?? 0) + n);
  }
  const least = LEADING_SHARE * Math.max(0, ...counts.values());
  return new Set([...counts].filter(([, n]) => n >= least).map(([id]) => id));
};

/** How many actors are looked back on: some paragraphs' worth, and a bound on the work of looking. */
const RECENT = 32;

/** Remembers the actors of a sentence for the ones after it. */
export const remember = (stage: Stage, scene: Scene): void => {
  const first = scene.groups.find(
    (group) => !group.modifier && !group.possessive && group.lead === '' && group.vague !== true,
  );
  const [actor] = first?.actors ?? [];
  stage.opening.length = 0;
  if (first?.actors.length === 1 && actor !== undefined && actor.type !== 'PERSON') stage.opening.push(actor);
  for (const group of scene.groups) if (isSalient(group)) stage.recent.push(...group.actors);
  if (stage.recent.length > RECENT) stage.recent.splice(0, stage.recent.length - RECENT);
};

/** Whether "the two sides" may look back on it: neither an adjective of one nation nor a place of meeting brings a party into the story. */
export const isSalient = (group: Group): boolean =>
  group.asPlace !== true && (!group.modifier || group.actors.length > 1);

/** An actor under `ref`, with the state acted for. */
export const actorOf = (stage: Stage, ref: EntityRef, type: MentionType, span: Span): Actor => ({
  ref,
  type,
  party: type === 'STATE' ? ref : partyOf(stage, ref.id),
  span,
  ...bearing(stage, type, span),
});

/** What an actor's last word says of it: "Marlish troops", "the Freedonian delegation". */
export const bearing = (stage: Stage, type: MentionType, span: Span): Pick<Actor, 'isForce' | 'travels'> => {
  const text = cover(stage.input.article.text, span);
  // Letters alone can match, so that what stands before the last blank cannot.
  const last = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
  const head = /(\p{L}+)(?:['’]s?)?$/u.exec(last)?.[1] ?? '';
  return {
    isForce: stage.grammar.forces.has(head),
    travels: type === 'PERSON' || stage.grammar.travellers.has(head),
  };
};

/** The party of an actor; bodies that were met only in the text are named by their state: `mrl-forces`. */
const partyOf = (stage: Stage, id: string): EntityRef | null => {
  const held = stage.parties.get(id);
  if (held !== undefined) return held;
  const party = findParty(stage, id);
  stage.parties.set(id, party);
  return party;
};

const firstNation = (stage: Stage, id: string): EntityRef | null => {
  for (const word of id.split('-').slice(1)) {
    const state = stage.nations.byWord(word);
    if (state !== null) return { id: state.id, name: state.name };
  }
  return null;
};

const findParty = (stage: Stage, id: string): EntityRef | null => {
  const known = stage.world.partyOf(id, stage.day);
  if (known !== null) return known;
  // "the Marenian spokesman", whom nobody names: `unnamed-marenian-spokesman`.
  const nation = id.startsWith('unnamed-') ? firstNation(stage, id) : null;
  if (nation !== null) return nation;
  const cut = id.lastIndexOf('-');
  const state = cut > 0 ? stage.world.state(id.slice(0, cut)) : null;
  return state === null ? null : { id: state.id, name: state.name };
};

/** The innermost attribution whose content holds `at`. */
export const governing = ({ contents, longest }: Spoken, at: Span): Attribution | null => {
  let best: Attribution | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const { span, attribution } of overlapping(contents, at, (content) => content.span, longest)) {
    if (span.end - span.start >= size) continue;
    best = attribution;
    size = span.end - span.start;
  }
  return best;
};
