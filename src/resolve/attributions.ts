import { type Attribution, namedSource } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Day } from '../model/brand.ts';
import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import type { EntityRef } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import { contains, cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import { worldOf } from '../model/world/index.ts';
import { alliesOf } from './allies.ts';
import { outersOf, resolveSelf, type Spoken } from './inner.ts';
import { resolveTurns } from './interview.ts';
import { applyOccasions } from './occasions.ts';
import { type Placed, placeMentions } from './scene.ts';
import { speakerScene, speakersOf } from './speakers.ts';
import { stateOfOrgan } from './states.ts';
import { turnsOf } from './turns.ts';

/**
 * Says who spoke, for whom, to whom, through whom, where and when: the speaker from the source's mentions, the party from
 * the office held, the chain from nesting and from agencies, the occasion from the words around the cue.
 */
export const resolveAttributions = (input: AnnotatorInput): StageResult<readonly Attribution[]> => {
  const world = worldOf(input.knowledge);
  const latest = publishedOf(input.article)?.value.latest ?? null;
  const diagnostics: Diagnostic[] = [];
  if (input.annotations.attributions.length === 0) return { output: [], diagnostics };
  const mentions = placeMentions(input);
  const placed = (): readonly Placed[] => mentions;
  const turns = turnsOf(input, placed);
  const found: Spoken[] = [];
  const scene = speakerScene(input, world, mentions, found);
  for (const given of input.annotations.attributions) {
    const attribution = { ...given, source: namedSource(given) };
    const speakers = turns(attribution, found) ?? speakersOf(attribution, scene);
    if (speakers.length === 0 && attribution.source.length > 0)
      diagnostics.push(unresolved(attribution, input));
    found.push({ attribution: asTold(attribution, speakers, world), speakers });
  }
  const allies = alliesOf(mentions, world, input.article.text);
  const within = outersOf(found);
  const spoken = resolveSelf(resolveTurns(found, placed), within, input, world, latest);
  const chained = spoken.map((one) => withChain(one, within(one.attribution, spoken)));
  const told = applyOccasions(
    spoken.map(({ speakers }, i) => ({ ...(chained[i] as Attribution), speaker: speakers[0] ?? null })),
    input,
  );
  const output = told.flatMap((attribution, i) =>
    onlyReports(attribution, told, world) || repeatsItself(attribution, told)
      ? []
      : eachSpeaker(
          { ...attribution, source: input.annotations.attributions[i]?.source ?? attribution.source },
          spoken[i]?.speakers ?? [],
          world,
          { day: dayOfSaying(attribution, latest), allies },
        ),
  );
  return { output, diagnostics };
};

/**
 * `"…," Voss said, reports the agency`: through whom the article knows, which `via` says of what Voss said. It is no statement
 * of its own then, unlike `the agency reported that …` and what an agency reports of nobody's words.
 */
const onlyReports = (attribution: Attribution, all: readonly Attribution[], world: World): boolean => {
  const cue = attribution.cue[0];
  if (attribution.act !== 'reported' || attribution.speaker === null || cue === undefined) return false;
  if (world.outlet(attribution.speaker.id) === null || attribution.content[0].start > cue.start) return false;
  return all.some(
    (other) =>
      other !== attribution &&
      other.speaker !== null &&
      world.outlet(other.speaker.id) === null &&
      other.content[0].start <= cue.start &&
      cue.start - other.content[0].start <= REPORTED,
  );
};

/** How far before `…, reports the agency` the words it reports may begin, in UTF-16 units. */
const REPORTED = 400;

/** `Voss said she hoped that …` is one statement: what she hoped is told by what she said. */
const repeatsItself = (attribution: Attribution, all: readonly Attribution[]): boolean => {
  const cue = attribution.cue[0];
  const speaker = attribution.speaker?.id;
  if (!attribution.nested || cue === undefined || speaker === undefined) return false;
  return all.some(
    (other) =>
      other !== attribution &&
      other.mode !== 'direct' &&
      other.speaker?.id === speaker &&
      other.content.some((at) => contains(at, cue)),
  );
};

const unresolved = (attribution: Attribution, { article }: AnnotatorInput): Diagnostic => {
  const at = attribution.source[0];
  const name = at === undefined ? '' : cover(article.text, at);
  return {
    code: 'speaker-unresolved',
    severity: 'info',
    message: `it is not known whom "${name.slice(0, 60)}" means`,
    article: article.id,
    ...(at === undefined ? {} : { span: at }),
  };
};

/** What a medium says it reports. */
const asTold = (attribution: Attribution, speakers: readonly EntityRef[], world: World): Attribution => {
  if (attribution.act !== 'said' || !speakers.some(({ id }) => isMedium(world, id))) return attribution;
  return { ...attribution, act: 'reported' };
};

const isMedium = (world: World, id: string): boolean => {
  const outlet = world.outlet(id);
  return outlet !== null && !/^(?:government|ministry|parliament)$/.test(outlet.kind);
};

/** By what it is told for whom somebody speaks: the day of saying, and whom persons without an office act for. */
interface Side {
  readonly day: Day | null;
  readonly allies: ReadonlyMap<string, EntityRef>;
}

/** A statement that is dated is judged by the offices of its day, else by those of the publication. */
const dayOfSaying = ({ said }: Attribution, published: Day | null): Day | null =>
  said?.earliest == null ? published : said.latest;

/** The party spoken for: the state of an office or public body; outlets speak for nobody. */
const behalfOf = (speaker: EntityRef, world: World, { day, allies }: Side): EntityRef | null => {
  const outlet = world.outlet(speaker.id);
  if (outlet !== null && !/^(?:government|ministry|parliament)$/.test(outlet.kind)) return null;
  const party = world.partyOf(speaker.id, day);
  if (party !== null) return inOffice(speaker, world, day) ? party : null;
  return allies.get(speaker.id) ?? stateOfOrgan(speaker.id, world);
};

/** Former holders of an office speak for nobody but themselves. A person without a known term speaks for his party as before. */
const inOffice = (speaker: EntityRef, world: World, day: Day | null): boolean => {
  const terms = world.terms(speaker.id);
  if (terms.length === 0 || day === null) return true;
  return terms.some(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999-12-31'));
};

/** An attribution told inside others is known through their speakers, the nearest first. */
const withChain = ({ attribution, speakers }: Spoken, outer: readonly Spoken[]): Attribution => {
  if (outer.length === 0) return attribution;
  const via = outer
    .flatMap((other) => other.speakers)
    .filter(({ id }) => !speakers.some((own) => own.id === id));
  return { ...attribution, nested: true, via };
};

/** One attribution for each of those who spoke together, each for their own party. */
const eachSpeaker = (
  attribution: Attribution,
  speakers: readonly EntityRef[],
  world: World,
  side: Side,
): readonly Attribution[] =>
  (speakers.length === 0 ? [null] : speakers).map((speaker) => ({
    ...attribution,
    speaker,
    behalf: speaker === null ? null : behalfOf(speaker, world, side),
  }));
