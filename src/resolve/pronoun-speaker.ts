import { firstAbove } from '../lib/sorted.ts';
import type { Attribution } from '../model/annotation.ts';
import type { EntityRef } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { contains, cover, overlaps } from '../model/span.ts';
import { type Gender, pronounGender } from './gender.ts';
import type { Spoken } from './inner.ts';
import type { Placed } from './scene.ts';

/** How many sentences back a speaking pronoun may look. */
const REACH = 4;
/** How many mentions back, however long the sentences are. */
const WINDOW = 120;

/** What is known where a pronoun speaks. */
export interface PronounScene {
  readonly text: string;
  readonly placed: readonly Placed[];
  readonly genders: ReadonlyMap<string, Gender>;
  /** Who spoke before, in text order. */
  readonly before: readonly Spoken[];
  /** How often each person is named. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Whom a speaking `he` or `she` cannot mean: those named in its own words or as its hearers, since nobody names himself so.
 * `[She] said Ms Venn had been told`: not Ms Venn.
 */
export const namedInIt = (
  { source, content, cue }: Attribution,
  placed: readonly Placed[],
): ReadonlySet<string> => {
  const at = source[0];
  const end = Math.max(...content.map((piece) => piece.end));
  const found = new Set<string>();
  if (at === undefined || content[0].start < at.start) return found;
  const from = Math.min(at.end, ...content.map((piece) => piece.start), ...cue.map((piece) => piece.end));
  for (let i = firstAbove(placed, from - 1, ({ mention }) => mention.span.start); i < placed.length; i++) {
    const mention = placed[i]?.mention;
    if (mention === undefined || mention.span.start >= Math.max(end, at.end)) break;
    if (mention.form === 'name' && mention.type === 'PERSON' && mention.refersTo !== null)
      if (!overlaps(mention.span, at)) found.add(mention.refersTo.id);
  }
  return found;
};

/**
 * The person a speaking pronoun continues, by recency, place in the sentence, who spoke last and whom the article is about.
 * Null when nobody fits. `"…," [she] said` looks no further than four sentences back.
 */
export const personBefore = (
  attribution: Attribution,
  scene: PronounScene,
  excluded: ReadonlySet<string>,
): EntityRef | null => {
  const source = attribution.source[0];
  if (source === undefined) return null;
  const gender = pronounGender(cover(scene.text, source));
  const fits = (entity: EntityRef): boolean =>
    !excluded.has(entity.id) && (gender === null || (scene.genders.get(entity.id) ?? gender) === gender);
  const last = lastSpoken(attribution, scene.before);
  let best: { readonly entity: EntityRef; readonly score: number } | null = null;
  for (const { entity, score } of candidates(source, scene)) {
    const whole = score + (last?.id === entity.id ? 2 : 0);
    if (fits(entity) && (best === null || whole > best.score)) best = { entity, score: whole };
  }
  return best?.entity ?? (last !== null && fits(last) ? last : null);
};

interface Candidate {
  readonly entity: EntityRef;
  readonly score: number;
}

/** Persons of the sentences before, the nearest first; those of quotations only for who speaks within one. */
const candidates = (source: Span, scene: PronounScene): readonly Candidate[] => {
  const { placed, before } = scene;
  const here = placed[firstAbove(placed, source.start - 1, ({ mention }) => mention.span.start)];
  const sentence = here?.sentence ?? Number.POSITIVE_INFINITY;
  const quoted = before.some(({ attribution: outer }) => outer.content.some((at) => contains(at, source)));
  const found: Candidate[] = [];
  const from = here?.index ?? placed.length;
  for (let i = from - 1; i >= Math.max(0, from - WINDOW); i--) {
    const other = placed[i];
    if (other === undefined || sentence - other.sentence > REACH) break;
    const { refersTo, type } = other.mention;
    if (refersTo === null || type !== 'PERSON' || (other.quoted && !quoted)) continue;
    found.push({ entity: refersTo, score: scoreOf(other, sentence, here, scene) });
  }
  return found;
};

const scoreOf = (other: Placed, sentence: number, here: Placed | undefined, scene: PronounScene): number => {
  const id = other.mention.refersTo?.id ?? '';
  let score = -2 * Math.min(REACH, sentence - other.sentence);
  if (other.subject) score += 3;
  if (isFirst(other, scene.placed)) score += 1.5;
  if (here !== undefined && other.paragraph !== here.paragraph) score -= 0.5;
  if ((scene.counts.get(id) ?? 0) >= 3) score += 0.5;
  return score;
};

const isFirst = (other: Placed, placed: readonly Placed[]): boolean => {
  for (let i = other.index - 1; i >= Math.max(0, other.index - WINDOW); i--) {
    const before = placed[i];
    if (before === undefined || before.sentence !== other.sentence) return true;
    if (before.mention.type === 'PERSON' && !before.quoted && before.subject) return false;
  }
  return true;
};

/** Who spoke last, when one did. */
const lastSpoken = (attribution: Attribution, before: readonly Spoken[]): EntityRef | null => {
  const at = attribution.cue[0] ?? attribution.content[0];
  for (let i = before.length - 1; i >= Math.max(0, before.length - 8); i--) {
    const other = before[i];
    if (other === undefined || other.speakers.length !== 1) continue;
    if (other.attribution.content.some((piece) => contains(piece, at))) continue;
    return other.speakers[0] ?? null;
  }
  return null;
};
