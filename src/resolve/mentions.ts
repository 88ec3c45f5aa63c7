import type { Mention } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Day, EntityId } from '../model/brand.ts';
import { ruleId } from '../model/brand.ts';
import type { StageResult } from '../model/diagnostic.ts';
import type { SpeechLexicon } from '../model/knowledge/speech-lexicon.ts';
import type { EntityRef } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import { cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import { worldOf } from '../model/world/index.ts';
import { apposedPerson } from './apposition.ts';
import { type Gender, gendersOf, pronounGender } from './gender.ts';
import { type OtherRole, readOtherRole } from './other-roles.ts';
import {
  bearsTitle,
  formerHolderOf,
  heldRole,
  holderOf,
  holdsNow,
  type Known,
  type Period,
  type RolePhrase,
  readRole,
} from './roles.ts';
import { type Placed, placeMentions } from './scene.ts';
import { statesTold } from './states-told.ts';

/** How many sentences back a pronoun may look. */
const REACH = 3;
/** How many mentions back a description may look. */
const WINDOW = 400;

/**
 * Links descriptions and pronouns to the persons and bodies of the article. A description with an office means whom the
 * article gives that title, else who held it on the day of publication; a pronoun means the subject it continues.
 */
export const resolveMentions = (input: AnnotatorInput): StageResult<readonly Mention[]> => {
  const placed = placeMentions(input);
  const world = worldOf(input.knowledge);
  const people = peopleOf(input, placed);
  const day = dayOf(input);
  const linked: (EntityRef | null)[] = placed.map(({ mention }) => mention.refersTo);
  const genders = gendersOf(input, placed, world);
  const linking: Linking = {
    input,
    placed,
    linked,
    people,
    genders,
    world,
    day,
    period: periodOf(input),
    states: statesTold(placed, world, day),
  };
  for (const [i, here] of placed.entries()) {
    if (here.mention.refersTo !== null) continue;
    const { form } = here.mention;
    if (form === 'nominal') linked[i] = linkNominal(here, linking);
    else if (form === 'pronoun' && here.mention.type === 'PERSON') linked[i] = linkPronoun(here, linking);
  }
  const output = input.annotations.mentions.map((mention, i) => relinked(mention, linked[i] ?? null, input));
  return { output, diagnostics: [] };
};

const relinked = (mention: Mention, to: EntityRef | null, { article }: AnnotatorInput): Mention =>
  mention.refersTo !== null || to === null
    ? mention
    : {
        ...mention,
        refersTo: to,
        rule: ruleId(`resolve/${article.language}/${mention.form === 'nominal' ? 'nominal@4' : 'pronoun@2'}`),
      };

const dayOf = ({ article }: AnnotatorInput): Day | null => {
  const published = publishedOf(article)?.value ?? null;
  if (published?.earliest == null || published.latest == null) return null;
  return published.earliest.slice(0, 4) === published.latest.slice(0, 4) ? published.latest : null;
};

const periodOf = ({ article }: AnnotatorInput): Period | null => {
  const published = publishedOf(article)?.value ?? null;
  if (published?.earliest == null || published.latest == null) return null;
  return { earliest: published.earliest, latest: published.latest };
};

/** The persons the article names, with the titles it gives them anywhere. */
const peopleOf = ({ article }: AnnotatorInput, placed: readonly Placed[]): ReadonlyMap<string, Known> => {
  const people = new Map<string, { entity: EntityRef; titles: Set<string> }>();
  for (const { mention } of placed) {
    if (mention.type !== 'PERSON' || mention.form !== 'name' || mention.refersTo === null) continue;
    const known = people.get(mention.refersTo.id) ?? { entity: mention.refersTo, titles: new Set() };
    people.set(mention.refersTo.id, known);
    const words = cover(article.text, mention.span).toLowerCase();
    const name = mention.refersTo.name.toLowerCase().split(' ')[0] ?? '';
    const title = words.includes(` ${name}`)
      ? words.slice(0, words.indexOf(` ${name}`))
      : words.replace(/\s*\S+$/, '');
    if (title.trim() !== '') known.titles.add(title.trim());
  }
  return people;
};

/** What links descriptions and pronouns: the mentions in place, and what is known so far. */
interface Linking {
  readonly input: AnnotatorInput;
  readonly placed: readonly Placed[];
  readonly linked: readonly (EntityRef | null)[];
  readonly people: ReadonlyMap<string, Known>;
  readonly genders: ReadonlyMap<string, Gender>;
  readonly world: World;
  readonly day: Day | null;
  /** The days of publication, however far apart. */
  readonly period: Period | null;
  /** Ids of the states the article tells of. */
  readonly states: () => ReadonlySet<string>;
}

const linkNominal = (here: Placed, linking: Linking): EntityRef | null => {
  const { input } = linking;
  const speech = input.knowledge.languages[input.article.language]?.speech ?? null;
  if (speech !== null) return linkOffice(here, linking, speech);
  const text = cover(input.article.text, here.mention.span);
  const phrase = readRole(text, input.knowledge);
  if (here.mention.type !== 'PERSON') return linkBody(phrase, text, here, linking);
  const named = apposedPerson(here, linking.placed, linking.linked, input.article.text);
  if (named !== null) return named;
  if (
    phrase.role === '' ||
    phrase.role.startsWith('counterpart') ||
    !isDefinite(here, text, input.article.text)
  )
    return null;
  return holderNear(here, phrase, linking) ?? holderKnown(here, phrase, text, linking);
};

const FORMER = /(?:\b(?:former|ex)[\s-]|бывш\p{L}{2,4}\s|экс-|前|元)$/iu;

/** `the former [president]`, `前[首相]`: of those named who held the office and do not now, the nearest; else the last holder. */
const formerNear = (here: Placed, phrase: RolePhrase, linking: Linking): EntityRef | null => {
  const { input, world, day } = linking;
  const { start, end } = here.mention.span;
  const words = input.article.text.slice(start, end);
  const before = input.article.text.slice(Math.max(0, start - 16), start);
  const isFormer = FORMER.test(before) || /^(?:the )?(?:former|ex)[\s-]|^(?:前|元|экс-|бывш)/iu.test(words);
  if (!isFormer || day === null || phrase.role === '') return null;
  const role = { ...phrase, role: phrase.role.replace(/^ex-/, '') };
  const held = nearest(here, linking).find(
    ({ id }) => heldRole(world, id, role, null) && !holdsNow(world, id, role, day),
  );
  return held ?? formerHolderOf(world, role, day);
};

/** The nearest who fits the office, else anybody the article names who held it. */
const holderNear = (here: Placed, phrase: RolePhrase, linking: Linking): EntityRef | null => {
  const past = formerNear(here, phrase, linking);
  if (past !== null) return past;
  const fitting = fittingPerson(nearest(here, linking), phrase, linking);
  if (fitting !== null) return fitting;
  for (const known of linking.people.values())
    if (heldRole(linking.world, known.entity.id, phrase, linking.day)) return known.entity;
  return null;
};

/** Who holds the office by knowledge alone, else the person named last in the paragraph. */
const holderKnown = (here: Placed, phrase: RolePhrase, text: string, linking: Linking): EntityRef | null => {
  const { input, world, period } = linking;
  const past = isPast(here, text, input.article.text);
  const holder = period === null || past ? null : holderOf(world, phrase, period);
  if (holder !== null || phrase.country !== null) return holder;
  return (past ? null : onlyHolder(phrase, linking)) ?? lastInParagraph(here, linking);
};

/**
 * `the chancellor`, `the defence secretary`: nobody named bears the title, and of the states the article names one alone has the
 * office.
 */
const onlyHolder = (phrase: RolePhrase, { states, world, period }: Linking): EntityRef | null => {
  if (period === null) return null;
  const holders = new Map<string, EntityRef>();
  for (const state of states()) {
    const holder = holderOf(world, { ...phrase, country: state.toUpperCase() }, period);
    if (holder !== null) holders.set(holder.id, holder);
  }
  return holders.size === 1 ? ([...holders.values()][0] ?? null) : null;
};

/** `the president`, and `the outgoing [Valdorian president]`, whose adjective is no part of the description. */
const isDefinite = ({ mention }: Placed, words: string, text: string): boolean =>
  /^the\b/i.test(words) ||
  /\bthe (?:outgoing|incoming|new|newly elected|current|acting|visiting|veteran|embattled|ailing|former|then) $/i.test(
    text.slice(Math.max(0, mention.span.start - 20), mention.span.start),
  );

/** `the former president`, `the then foreign minister`: not whoever holds the office now. */
const isPast = ({ mention }: Placed, words: string, text: string): boolean =>
  /\b(?:former|then|late|ex|incoming)\b/i.test(
    `${text.slice(Math.max(0, mention.span.start - 12), mention.span.start)}${words}`,
  );

/** A description in Russian or Japanese: whose name stands beside it, else as in English. */
const linkOffice = (here: Placed, linking: Linking, speech: SpeechLexicon): EntityRef | null => {
  const { input, world, period, placed, linked } = linking;
  const { article, knowledge } = input;
  const beside = namedBeside(here, placed, article.language === 'ja' ? -1 : 1, article.text);
  if (beside !== null) return linked[beside] ?? null;
  const phrase = readOtherRole(cover(article.text, here.mention.span), knowledge, speech, article.language);
  if (here.mention.type !== 'PERSON') return linkOfficeBody(here, phrase, linking);
  if (phrase.role === '' || phrase.role === 'counterpart') return null;
  return holderNear(here, phrase, linking) ?? (period === null ? null : holderOf(world, phrase, period));
};

/** A public body of a state, or the medium named beside or before. */
const linkOfficeBody = (here: Placed, phrase: OtherRole, linking: Linking): EntityRef | null => {
  if (phrase.body === 'outlet') return outletBeside(here, linking) ?? lastOutlet(here, linking);
  const country = phrase.country ?? countryOfOffice(here, phrase, linking);
  if (country === null || phrase.body === null) return null;
  const state = country.toLowerCase();
  return linking.world.entity(`${state}-${phrase.body}`) ?? linking.world.entity(state);
};

/** `агентство [«Кестрел»]`: its name stands beside the word. */
const outletBeside = (here: Placed, { placed, linked, world }: Linking): EntityRef | null => {
  const next = placed[here.index + 1];
  const entity = next === undefined ? null : (linked[next.index] ?? null);
  if (next === undefined || entity === null || world.outlet(entity.id) === null) return null;
  return next.mention.span.start - here.mention.span.end <= 2 && next.sentence === here.sentence
    ? entity
    : null;
};

/** `администрация президента`, `首相周辺`: of the state whose president or prime minister the article told of last. */
const countryOfOffice = (here: Placed, phrase: RolePhrase, linking: Linking): string | null => {
  if (phrase.role === '') return null;
  const person = fittingPerson(nearest(here, linking), phrase, linking);
  const party = person === null ? null : linking.world.partyOf(person.id, linking.day);
  return party?.id.toUpperCase() ?? null;
};

/** The mention of a person whose name stands right behind the office (Russian) or right before it (Japanese). */
const namedBeside = (here: Placed, placed: readonly Placed[], side: -1 | 1, text: string): number | null => {
  const other = placed[here.index + side];
  if (other === undefined || other.mention.form !== 'name' || other.mention.type !== 'PERSON') return null;
  const between =
    side === 1
      ? text.slice(here.mention.span.end, other.mention.span.start)
      : text.slice(other.mention.span.end, here.mention.span.start);
  return between.trim() === '' ? other.index : null;
};

/** `the envoy`, `the politician`: nobody bears that title, so it takes up the person named last in the paragraph. */
const lastInParagraph = (here: Placed, { placed, linked }: Linking): EntityRef | null => {
  for (let i = here.index - 1; i >= Math.max(0, here.index - WINDOW); i--) {
    const other = placed[i];
    if (other === undefined || other.paragraph !== here.paragraph) return null;
    if (other.mention.type === 'PERSON' && !other.quoted && linked[i] != null) return linked[i] ?? null;
  }
  return null;
};

/** The nearest who fits: who holds the office on the day goes before who held it once. */
const fittingPerson = (
  persons: readonly EntityRef[],
  phrase: RolePhrase,
  linking: Linking,
): EntityRef | null => {
  const { people, world, day } = linking;
  const fitting = persons.filter((person) => {
    const known = people.get(person.id);
    return known !== undefined && fits(known, phrase, linking);
  });
  if (fitting.length < 2 || day === null) return fitting[0] ?? null;
  return fitting.find((person) => holdsNow(world, person.id, phrase, day)) ?? fitting[0] ?? null;
};

const fits = (known: Known, phrase: RolePhrase, { world, day }: Linking): boolean => {
  if (phrase.country !== null && !isOf(world, known.entity.id, phrase.country, day, known)) return false;
  if (phrase.role !== 'leader' && bearsTitle(known, phrase.role)) return true;
  return heldRole(world, known.entity.id, phrase, day);
};

/** Whether a person acts for the country; unknown persons may, when their title in the article does not say otherwise. */
const isOf = (world: World, person: string, country: string, day: Day | null, known: Known): boolean => {
  const party = world.partyOf(person, day);
  return party === null ? known.titles.size > 0 : party.id.toUpperCase() === country;
};

/** Persons linked before this mention, the nearest first, subjects of the same or the last sentence before others. */
const nearest = (here: Placed, { placed, linked }: Linking): readonly EntityRef[] => {
  const found: EntityRef[] = [];
  for (let i = here.index - 1; i >= Math.max(0, here.index - WINDOW); i--) {
    const entity = linked[i] ?? null;
    if (placed[i]?.mention.type !== 'PERSON' || entity === null) continue;
    if (!found.some((known) => known.id === entity.id)) found.push(entity);
    if (found.length >= 8) break;
  }
  return found;
};

const PUBLIC: Readonly<Record<string, string>> = {
  government: 'government',
  authorities: 'government',
  cabinet: 'government',
  'central government': 'government',
  'foreign ministry': 'foreign-ministry',
  'defence ministry': 'defence-ministry',
  'defense ministry': 'defence-ministry',
  parliament: 'parliament',
  side: 'government',
  administration: 'government',
};

const OUTLETS = /^(?:news )?(?:agency|newspaper|paper|daily|broadcaster|outlet|channel)$/;

/** `the agency`, `the newspaper`: the outlet named last. */
const lastOutlet = (here: Placed, { placed, linked, world }: Linking): EntityRef | null => {
  for (let i = here.index - 1; i >= Math.max(0, here.index - WINDOW); i--) {
    const entity = linked[i] ?? null;
    if (placed[i]?.mention.form === 'name' && entity !== null && world.outlet(entity.id) !== null)
      return entity;
  }
  return null;
};

/** `the ministry`, `the embassy`: the body named last whose name ends so. */
const lastNamed = (role: string, here: Placed, { placed, linked }: Linking): EntityRef | null => {
  for (let i = here.index - 1; i >= Math.max(0, here.index - WINDOW); i--) {
    const entity = linked[i] ?? null;
    if (placed[i]?.mention.type === 'ORG' && entity?.name.toLowerCase().endsWith(role)) return entity;
  }
  return null;
};

/** `the defence ministry in [Brenn]`: the state whose capital or name stands behind. */
const seatOf = (here: Placed, { input, placed }: Linking): string | null => {
  const next = placed[here.index + 1];
  if (next?.mention.type !== 'STATE' || next.mention.refersTo === null) return null;
  const between = input.article.text.slice(here.mention.span.end, next.mention.span.start);
  return /^ (?:in|of) (?:the )?$/.test(between) ? next.mention.refersTo.id.toUpperCase() : null;
};

/** `the Sylvanian press`, `Freedonian officials`: a body of its own, made from the state and the word. */
const linkBody = (given: RolePhrase, text: string, here: Placed, linking: Linking): EntityRef | null => {
  const { world } = linking;
  const phrase = given.country === null ? { ...given, country: seatOf(here, linking) } : given;
  if (phrase.country === null && /^the\b/i.test(text))
    return OUTLETS.test(phrase.role) ? lastOutlet(here, linking) : lastNamed(phrase.role, here, linking);
  if (phrase.country === null || phrase.role === '') return null;
  const id = phrase.country.toLowerCase();
  const known = PUBLIC[phrase.role];
  if (known !== undefined) return world.entity(`${id}-${known}`) ?? null;
  const name = text
    .replace(/^(?:the|both|two|some|several|many|other|senior|top|unnamed)\s+/i, '')
    .replace(/\s+/g, ' ');
  return { id: `${id}-${phrase.role.replaceAll(' ', '-')}` as EntityId, name };
};

/**
 * A pronoun continues the subject: the nearest person that is a subject in its own sentence or in the sentences before, else
 * the nearest person at all. Persons inside quotations do not count.
 */
const linkPronoun = (here: Placed, { input, placed, linked, genders }: Linking): EntityRef | null => {
  const gender = pronounGender(cover(input.article.text, here.mention.span));
  const canMean = (other: Placed, entity: EntityRef): boolean =>
    other.mention.type === 'PERSON' &&
    (here.quoted || !other.quoted) &&
    (gender === null || (genders.get(entity.id) ?? gender) === gender);
  let best: { readonly entity: EntityRef; readonly score: number } | null = null;
  for (let i = here.index - 1; i >= 0; i--) {
    const other = placed[i];
    const entity = linked[i] ?? null;
    if (other === undefined || here.sentence - other.sentence > REACH) break;
    if (entity === null || !canMean(other, entity)) continue;
    const score = scoreOf(here, other, placed);
    if (best === null || score > best.score) best = { entity, score };
  }
  return best?.entity ?? null;
};

const scoreOf = (here: Placed, other: Placed, placed: readonly Placed[]): number => {
  let score = -2 * (here.sentence - other.sentence);
  if (other.subject) score += 3;
  if (isFirstOfSentence(other, placed)) score += 1.5;
  if (other.paragraph !== here.paragraph) score -= 0.5;
  return score;
};

const isFirstOfSentence = (other: Placed, placed: readonly Placed[]): boolean => {
  for (let i = other.index - 1; i >= 0; i--) {
    const before = placed[i];
    if (before === undefined || before.sentence !== other.sentence) return true;
    if (before.mention.type === 'PERSON' && !before.quoted && before.subject) return false;
  }
  return true;
};
