import { firstAbove } from '../lib/sorted.ts';
import type { Day } from '../model/brand.ts';
import type { EntityRef } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import type { Gender } from './gender.ts';
import type { Spoken } from './inner.ts';
import type { Placed } from './scene.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { counterpartOf } from './states.ts';

/** What is known where a description speaks. */
export interface DescribedScene {
  readonly text: string;
  readonly placed: readonly Placed[];
  readonly genders: ReadonlyMap<string, Gender>;
  readonly before: readonly Spoken[];
  readonly world: World;
  readonly day: Day | null;
  /** The state whose capital the article is datelined from, when it says so. */
  readonly seat: EntityRef | null;
}

/** How many mentions back a description may look. */
const WINDOW = 60;
/** How many mentions back a title of somebody is looked for. */
const TITLED = 400;

/** A person with the party he acts for. */
export interface Actor {
  readonly person: EntityRef;
  readonly party: EntityRef | null;
}

/** The persons told of before, the last first, each once. */
export const personsBefore = (source: Span, { placed, world, day }: DescribedScene): readonly Actor[] => {
  const found: Actor[] = [];
  const from = firstAbove(placed, source.start - 1, ({ mention }) => mention.span.start);
  for (let i = from - 1; i >= Math.max(0, from - WINDOW) && found.length < 6; i--) {
    const other = placed[i];
    const person = other?.mention.refersTo ?? null;
    if (other === undefined || person === null || other.mention.type !== 'PERSON' || other.quoted) continue;
    if (!found.some((one) => one.person.id === person.id))
      found.push({ person, party: world.partyOf(person.id, day) });
  }
  return found;
};

/** `her host`, `his guest`: the other of the two who meet; `the visitor`, `the host`: by whose capital it is. */
const atTheMeeting = (role: string, owner: EntityRef | null, source: Span, scene: DescribedScene) => {
  const actors = personsBefore(source, scene).filter(({ party }) => party !== null);
  if (owner !== null) {
    const party = scene.world.partyOf(owner.id, scene.day);
    const other = actors.find((one) => one.person.id !== owner.id && one.party?.id !== party?.id)?.person;
    return other ?? officerElsewhere(owner, source, scene);
  }
  if (scene.seat === null) return null;
  const home = (one: Actor): boolean => one.party?.id === scene.seat?.id;
  return actors.find((one) => home(one) === /^host/.test(role))?.person ?? null;
};

/** `the latter`: of two persons told of the one named last; `the former`: the other. */
const ofTwo = (role: string, source: Span, scene: DescribedScene): EntityRef | null => {
  const spoke = scene.before.at(-1)?.speakers ?? [];
  const names = personsBefore(source, scene).map(({ person }) => person);
  const latter = spoke.length === 1 ? spoke[0] : names[0];
  if (latter === undefined) return null;
  return role === 'latter' ? latter : (names.find(({ id }) => id !== latter.id) ?? null);
};

/** Words for a person by what he is, and the words of a title or office that fit them. */
const KINDS: Readonly<Record<string, RegExp>> = {
  diplomat: /ambassador|envoy|diplomat|consul/,
  mediator: /envoy|mediator/,
  envoy: /ambassador|envoy/,
  lawyer: /lawyer|counsel|attorney|barrister/,
  politician: /./,
  statesman: /./,
};

const PLAIN_PERSON =
  /^(?:(?:\S+ )?(?:\d{2}|\w+)-year-old(?: \w+)?|(?:ex-)?(?:politician|statesman|veteran|man|woman|ex-\w+)|diplomat|mediator|envoy|lawyer)$/;

/** `the 61-year-old`, `the diplomat`, `the mediator`: who was last told of and can be called so. */
const byKind = (
  role: string,
  source: Span,
  scene: DescribedScene,
  linked: EntityRef | null,
): EntityRef | null => {
  const gender: Gender | null = /woman$/.test(role) ? 'she' : /man$/.test(role) ? 'he' : null;
  const actors = personsBefore(source, scene).filter(
    ({ person }) => gender === null || (scene.genders.get(person.id) ?? gender) === gender,
  );
  const past = /^ex-(\w+)$/.exec(role)?.[1];
  const kind =
    past === undefined ? KINDS[role] : new RegExp(`^(?:.* )?${past.replace(/premier/, 'prime minister')}`);
  const titled = actors.find(({ person }) => kind?.test(titlesOf(person, source, scene)));
  if (titled !== undefined) return titled.person;
  if (past !== undefined) return null;
  const last = scene.before.at(-1)?.speakers ?? [];
  const spoke = actors.find(({ person }) => last.length === 1 && person.id === last[0]?.id);
  return linked ?? spoke?.person ?? actors[0]?.person ?? null;
};

/** What stands with a name: its own title, and the description a comma away: `the envoy of the council, Sir [Ivo Venn]`. */
const beside = (text: string, { start, end }: Span): string => {
  const before =
    text
      .slice(Math.max(0, start - 50), start)
      .split(/[.;:!?“”"\n]/)
      .at(-1) ?? '';
  const behind = /^, (?!and |but )[^,.;:\n]{2,50}/.exec(text.slice(end, end + 60))?.[0] ?? '';
  return `${/, $/.test(before) ? before : ''}${text.slice(start, end)}${behind}`;
};

/** The titles of a person by knowledge and by what stands beside the name. */
const titlesOf = (person: EntityRef, source: Span, { world, placed, text }: DescribedScene): string => {
  const known = world.terms(person.id).map(({ title }) => title);
  const from = firstAbove(placed, source.start - 1, ({ mention }) => mention.span.start);
  const told = placed
    .slice(Math.max(0, from - TITLED), from)
    .flatMap(({ mention }) =>
      mention.form === 'name' && mention.refersTo?.id === person.id ? [beside(text, mention.span)] : [],
    );
  return [...known, ...told].join(' ').toLowerCase();
};

/** The other's officer: `his Orlandic counterpart`, `her counterpart`. */
const counterpart = (
  phrase: SourcePhrase,
  owner: EntityRef | null,
  source: Span,
  scene: DescribedScene,
): EntityRef | null => {
  const from = owner ?? personsBefore(source, scene)[0]?.person ?? null;
  if (from === null) return null;
  return phrase.state === null
    ? officerElsewhere(from, source, scene)
    : counterpartOf(from, phrase.state, scene.world, scene.day);
};

/** Who holds somebody's office in the other state told of last. */
const officerElsewhere = (from: EntityRef, source: Span, scene: DescribedScene): EntityRef | null => {
  const { world, day, placed } = scene;
  const own = world.partyOf(from.id, day);
  const last = firstAbove(placed, source.start - 1, ({ mention }) => mention.span.start);
  for (let i = last - 1; i >= Math.max(0, last - WINDOW); i--) {
    const to = placed[i]?.mention.refersTo ?? null;
    const party = to === null ? null : world.partyOf(to.id, day);
    if (party === null || party.id === own?.id) continue;
    const found = counterpartOf(from, party, world, day);
    if (found !== null && found.id !== from.id) return found;
  }
  return null;
};

/**
 * Whom a description without an office means: `the visitor`, `her host`, `the latter`, `the 61-year-old`, `the mediator`,
 * `his Orlandic counterpart`. Null when it is none of these or nobody fits; `linked` is whom the description means as a mention.
 */
export const describedPerson = (
  phrase: SourcePhrase,
  owner: EntityRef | null,
  source: Span,
  scene: DescribedScene,
  linked: EntityRef | null,
): EntityRef | null => {
  const { role, words } = phrase;
  if (
    /(?:^| )(?:counterpart|opposite number)$/.test(role) ||
    (/(?:^| )colleague$/.test(role) && phrase.state !== null)
  )
    return counterpart(phrase, owner, source, scene);
  if (/^(?:visitor|guest|host)$/.test(role)) return atTheMeeting(role, owner, source, scene);
  if (/^the (?:latter|former)$/i.test(words)) return ofTwo(words.slice(4).toLowerCase(), source, scene);
  if (phrase.owner === null && /^the /i.test(words) && PLAIN_PERSON.test(role))
    return byKind(role, source, scene, linked);
  return null;
};
