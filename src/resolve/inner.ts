import { overlapping } from '../lib/sorted.ts';
import type { Attribution } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Day } from '../model/brand.ts';
import type { EntityRef } from '../model/page.ts';
import { contains, cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';

/** An attribution with those who spoke. */
export interface Spoken {
  readonly attribution: Attribution;
  readonly speakers: readonly EntityRef[];
}

const SELF = /^(?:I|me|my|myself|я|мне|меня|мой|私|僕|わたし)$/iu;
const WE = /^(?:we|us|our|мы|нам|нас|наш|我々|私たち|われわれ)$/iu;

/** Finds those in whose words the cue of an attribution stands, the nearest first, in another list of the same order. */
export type Outers = (inner: Attribution, all: readonly Spoken[]) => readonly Spoken[];

/** No content is longer, in UTF-16 code units. */
const LONGEST_CONTENT = 12_000;

/** An index over the contents, so that each look-up costs what it finds. */
export const outersOf = (found: readonly Spoken[]): Outers => {
  const contents = found
    .flatMap(({ attribution }, index) => attribution.content.map((at) => ({ at, index })))
    .sort((a, b) => a.at.start - b.at.start);
  return (inner, all) => {
    const at = inner.cue[0] ?? inner.content[0];
    const indices = overlapping(contents, at, (row) => row.at, LONGEST_CONTENT)
      .filter((row) => contains(row.at, at) && !isSame(found[row.index]?.attribution, inner))
      .map(({ index }) => index);
    return [...new Set(indices)]
      .flatMap((index) => all[index] ?? [])
      .sort((a, b) => sizeOf(a.attribution) - sizeOf(b.attribution));
  };
};

const isSame = (a: Attribution | undefined, b: Attribution): boolean =>
  a === undefined || (a.content[0].start === b.content[0].start && a.cue[0]?.start === b.cue[0]?.start);

const sizeOf = ({ content }: Attribution): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * `I` within somebody's words is that person; `we` the party spoken for. Others stay as they are.
 * `"[I] told her to come," Voss said.` Outside everybody's words `I` is the writer, when the byline names one whom knowledge has.
 */
export const resolveSelf = (
  all: readonly Spoken[],
  within: Outers,
  { article, knowledge }: AnnotatorInput,
  world: World,
  day: Day | null,
): readonly Spoken[] => {
  const writer = (): readonly EntityRef[] => {
    const name = article.byline?.replace(/^by\s+/i, '') ?? '';
    const person = knowledge.persons.find((one) => one.name === name);
    return person === undefined ? [] : [{ id: person.id, name: person.name }];
  };
  return all.map((spoken) => {
    const source = spoken.attribution.source[0];
    const words = source === undefined ? '' : cover(article.text, source);
    // A Japanese speaker leaves `I` out: `「フェリーが先だと[思う]」`.
    const left = source === undefined && article.language === 'ja' && spoken.attribution.act !== 'asked';
    if (!left && !SELF.test(words) && !WE.test(words)) return spoken;
    const speakers = within(spoken.attribution, all)[0]?.speakers ?? [];
    if (speakers.length === 0 && SELF.test(words)) return { ...spoken, speakers: writer() };
    if (left && speakers.length === 0) return spoken;
    return { ...spoken, speakers: WE.test(words) ? partiesOf(speakers, world, day) : speakers };
  });
};

/** Whom `we` means: the government of the one who speaks, else himself. */
const partiesOf = (speakers: readonly EntityRef[], world: World, day: Day | null): readonly EntityRef[] =>
  speakers.slice(0, 1).map((speaker) => {
    const party = world.partyOf(speaker.id, day);
    return party === null ? speaker : (world.entity(`${party.id}-government`) ?? party);
  });
