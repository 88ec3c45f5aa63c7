import type { AnnotatorInput } from '../model/annotator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { cover } from '../model/span.ts';
import type { World } from '../model/world/index.ts';
import type { Placed } from './scene.ts';

/** What is known of somebody's gender, for pronouns alone. */
export type Gender = 'he' | 'she';

const SHE_WORDS = /\b(?:mrs|ms|miss|madam|lady|queen|princess|\w+woman|actress|mother|widow)\b/i;
const HE_WORDS = /\b(?:mr|sir|lord|king|prince|\w+(?:spokesman|chairman)|spokesman|chairman|father)\b/i;
/**
 * The gender of the persons an article names, where something tells it: a title (`Ms Voss`, `spokeswoman Ada Voss`), the
 * ending of a Russian verb beside the name (`Voss заявила`), else the given name: one of the lists, or one in -a.
 */
export const gendersOf = (
  { article, knowledge }: AnnotatorInput,
  placed: readonly Placed[],
  world: World,
): ReadonlyMap<string, Gender> => {
  const found = new Map<string, Gender>();
  const guessed = new Map<string, Gender>();
  for (const { mention } of placed) {
    const to = mention.refersTo;
    if (to === null || mention.type !== 'PERSON' || mention.form !== 'name') continue;
    const told =
      article.language === 'ru' ? byVerb(article.text, mention.span) : byTitle(article.text, mention.span);
    if (told !== null && !found.has(to.id)) found.set(to.id, told);
    const guess = guessed.has(to.id) ? null : (byOffice(world, to.id) ?? byGivenName(to.name, knowledge));
    if (guess !== null) guessed.set(to.id, guess);
  }
  return new Map([...guessed, ...found]);
};

const byTitle = (text: string, at: { readonly start: number; readonly end: number }): Gender | null => {
  const words = `${text
    .slice(Math.max(0, at.start - 28), at.start)
    .split(/[,.;:“”"]/)
    .at(-1)} ${cover(text, at)}`;
  const behind = /^, (?:an?|the) [^,.]{0,40}/.exec(text.slice(at.end, at.end + 48))?.[0] ?? '';
  if (SHE_WORDS.test(words) || SHE_WORDS.test(behind)) return 'she';
  return HE_WORDS.test(words) || HE_WORDS.test(behind) ? 'he' : null;
};

const PAST = '\\p{L}{3,}(ла|лась|л|лся)';
const BEHIND = new RegExp(`^\\s${PAST}(?!\\p{L})`, 'u');
const BEFORE = new RegExp(`(?:^|[\\s–—])${PAST}\\s$`, 'u');

const byVerb = (text: string, at: { readonly start: number; readonly end: number }): Gender | null => {
  const ending =
    BEHIND.exec(text.slice(at.end, at.end + 30))?.[1] ??
    BEFORE.exec(text.slice(Math.max(0, at.start - 30), at.start))?.[1];
  if (ending === undefined) return null;
  return ending.startsWith('ла') ? 'she' : 'he';
};

const byOffice = (world: World, person: string): Gender | null => {
  const titles = world.terms(person).map(({ title }) => title);
  if (titles.some((title) => /woman\b|queen/i.test(title))) return 'she';
  return titles.some((title) => /(?:spokes|chair)man\b|\bking\b/i.test(title)) ? 'he' : null;
};

interface GivenNames {
  readonly women: ReadonlySet<string>;
  readonly men: ReadonlySet<string>;
}

const made = new WeakMap<Knowledge, GivenNames>();

/** The names of persons are kept in Latin letters, so that the English list serves every language. */
const givenNamesOf = (knowledge: Knowledge): GivenNames => {
  const known = made.get(knowledge);
  if (known !== undefined) return known;
  const lexicon = knowledge.languages.en?.mention;
  const names = { women: new Set(lexicon?.womenNames ?? []), men: new Set(lexicon?.menNames ?? []) };
  made.set(knowledge, names);
  return names;
};

const byGivenName = (name: string, knowledge: Knowledge): Gender | null => {
  const given = /^\p{Lu}\p{Ll}+(?=\s)/u.exec(name)?.[0].toLowerCase();
  if (given === undefined) return null;
  const { women, men } = givenNamesOf(knowledge);
  if (women.has(given)) return 'she';
  if (men.has(given)) return 'he';
  return /a$/.test(given) ? 'she' : null;
};

/** Which gender a pronoun has in English, Russian or Japanese; null for one that has none. */
export const pronounGender = (word: string): Gender | null => {
  const low = word.toLowerCase().replaceAll('ё', 'е');
  if (/^(?:she|her|hers|herself|она|ее|ей|ней|нею|нее|彼女)$/.test(low)) return 'she';
  return /^(?:he|him|his|himself|он|его|ему|нем|него|нему|彼)$/.test(low) ? 'he' : null;
};
