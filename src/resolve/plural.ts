import { firstAbove } from '../lib/sorted.ts';
import type { Mention } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Day } from '../model/brand.ts';
import type { EntityRef } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import type { Placed } from './scene.ts';

/** Joins two names of one source: `Sand and Strand`, `Санд и Странд`, `サンド大統領とストランド首相`. */
const JOINT = /(?:(?<!\p{L})(?:and|и)(?!\p{L})|(?<=\p{L})と(?=\p{L}))/u;

/** What two leaders are called together; `countries` and `sides` are their governments. */
const PERSONS =
  /\b(?:both|two)\s+(?:\w+\s+)?(?:leaders|presidents|premiers|prime ministers|ministers|foreign ministers|politicians|men|women)\b|^(?:the )?(?:leaders|two|pair|presidents|foreign ministers|ministers)$|^both$|^(?:оба|обе)\s|^(?:лидеры|президенты|министры)$|^両(?:首脳|外相|大統領|首相|国防相|氏|者)$/iu;
const STATES =
  /\b(?:both|two)\s+(?:\w+\s+)?(?:governments|sides|countries|states|nations|capitals|parties|delegations|neighbours|neighbors)\b|^(?:the )?(?:sides|parties|governments|delegations|capitals)$|^each (?:of the two )?sides?$|^(?:обе|две)\s(?:стороны|страны|столицы)$|^стороны$|^(?:双方|両国|両政府)$/iu;
const MINISTERS = /minister|министр|外相|国防相/iu;

/** What is known when a source is read. */
export interface Scene {
  readonly input: AnnotatorInput;
  readonly world: World;
  readonly day: Day | null;
  readonly placed: readonly Placed[];
}

/** The persons whom a source names side by side: `[Sand] and [Strand] said`. Empty when it names one or none so. */
export const namedTogether = (
  persons: readonly Mention[],
  source: Span,
  text: string,
): readonly EntityRef[] => {
  const names = persons.filter(({ form, refersTo }) => form === 'name' && refersTo !== null);
  const found: EntityRef[] = [];
  for (const [i, mention] of names.entries()) {
    const next = names[i + 1];
    const to = mention.refersTo;
    if (to === null) continue;
    const gap = next === undefined ? '' : text.slice(mention.span.end, next.span.start);
    if (next !== undefined && !(gap.length < 70 && JOINT.test(gap) && !/[,;:]/.test(gap))) return [];
    if (!found.some(({ id }) => id === to.id)) found.push(to);
  }
  return source.end - source.start > 0 && found.length > 1 ? found : [];
};

/**
 * Whom `both leaders`, `they`, `the two countries` mean: the last two persons told of before who act for different states, or
 * their states. Empty when there are not two, or when the words mean something else.
 */
export const pairOf = (source: Span, scene: Scene): readonly EntityRef[] => {
  const words = cover(scene.input.article.text, source).trim();
  const states = STATES.test(words);
  if (!states && !PERSONS.test(words)) return [];
  const pair = lastTwo(source, scene, MINISTERS.test(words));
  if (pair.length < 2) return states ? twoParties(source, scene) : [];
  return states ? pair.map(({ party }) => party) : pair.map(({ person }) => person);
};

interface Actor {
  readonly person: EntityRef;
  readonly party: EntityRef;
}

/** How many mentions back the two are sought. */
const WINDOW = 60;

const lastTwo = (source: Span, scene: Scene, ministers: boolean): readonly Actor[] => {
  const { placed, world, day } = scene;
  const found: Actor[] = [];
  const from = firstAbove(placed, source.start - 1, ({ mention }) => mention.span.start);
  for (let i = from - 1; i >= Math.max(0, from - WINDOW) && found.length < 2; i--) {
    const mention = placed[i]?.mention;
    const person = mention?.refersTo ?? null;
    if (person === null || mention?.type !== 'PERSON' || mention.form !== 'name') continue;
    if (!leadsOrServes(world, person.id, ministers)) continue;
    const party = world.partyOf(person.id, day);
    if (party === null || found.some((other) => other.party.id === party.id)) continue;
    found.push({ person, party });
  }
  return found.reverse();
};

/** The two parties told of last, of all that the article tells of when those before are fewer. */
const twoParties = (source: Span, { placed, world, input }: Scene): readonly EntityRef[] => {
  const from = firstAbove(placed, source.start - 1, ({ mention }) => mention.span.start);
  const ofPack = new Set<string>((input.knowledge.pack?.parties ?? []).map(({ id }) => id));
  const found: EntityRef[] = [];
  const order = [
    ...placed.slice(Math.max(0, from - WINDOW), from).reverse(),
    ...placed.slice(from, from + WINDOW),
  ];
  for (const { mention } of order) {
    const to = mention.refersTo;
    const party = to === null || mention.type === 'PLACE' ? null : world.partyOf(to.id, null);
    if (party === null || !(mention.type === 'STATE' || ofPack.has(party.id))) continue;
    if (!found.some(({ id }) => id === party.id)) found.push(party);
    if (found.length === 2) return found;
  }
  return [];
};

const leadsOrServes = (world: World, person: string, ministers: boolean): boolean =>
  world
    .terms(person)
    .some(({ office }) =>
      ministers ? /minister$/.test(office) : /^(?:head_of_|president|party_leader)/.test(office),
    );
