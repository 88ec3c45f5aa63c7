import { russianStem } from '../../../lib/russian-stem.ts';
import { slug } from '../../../lib/slug.ts';
import type { MentionType } from '../../../model/annotation.ts';
import type { AnnotatorInput } from '../../../model/annotator.ts';
import type { EntityId } from '../../../model/brand.ts';
import type { SpeechLexicon } from '../../../model/knowledge/speech-lexicon.ts';
import type { EntityRef } from '../../../model/page.ts';
import type { Token } from '../../../model/sentence.ts';
import type { Found } from '../found.ts';
import { nameAt, type RussianNames, russianNames } from './names.ts';
import { type RoleAt, roleAt } from './roles.ts';

interface Reading {
  readonly tokens: readonly Token[];
  readonly stems: readonly string[];
  readonly lexicon: SpeechLexicon;
  readonly names: RussianNames;
  /** Persons the article has named and nobody else knows, by the stem of their surname. */
  readonly met: Map<string, EntityRef>;
}

/**
 * Names in any case (`словам [Санд]`, `в [Бренне]`), descriptions by office with their state, persons behind such a
 * description whom nobody knows (`адвокат [Лев Корин]`), and pronouns, in a Russian article.
 */
export const findRussian = (
  { sentences, knowledge }: AnnotatorInput,
  lexicon: SpeechLexicon,
): readonly Found[] => {
  const names = russianNames(knowledge);
  const met = new Map<string, EntityRef>();
  const pronouns = new Set([...lexicon.he, ...lexicon.she]);
  return sentences.flatMap(({ tokens }) => {
    const stems = tokens.map(({ lower }) => russianStem(lower));
    return inSentence({ tokens, stems, lexicon, names, met }, pronouns);
  });
};

const inSentence = (reading: Reading, pronouns: ReadonlySet<string>): readonly Found[] => {
  const { tokens, stems, lexicon, names } = reading;
  const found: Found[] = [];
  let role: RoleAt | null = null;
  for (let i = 0; i < tokens.length; ) {
    const next = roleAt(lexicon, names, tokens, stems, i);
    if (next !== null) {
      found.push(mention(tokens, next.from, next.to, 'nominal', next.type, null));
      role = next;
      i = next.to;
      continue;
    }
    const name = nameAt(names, tokens, stems, i);
    if (name !== null) {
      found.push(mention(tokens, i, name.to, 'name', name.entry.type, name.entry.entity));
      i = name.to;
      continue;
    }
    const person = newPerson(reading, i, role?.to === i && role.type === 'PERSON');
    if (person !== null) found.push(person.found);
    else if (pronouns.has(tokens[i]?.lower ?? ''))
      found.push(mention(tokens, i, i + 1, 'pronoun', 'PERSON', null));
    i = person?.to ?? i + 1;
  }
  return found;
};

/** Two or three capitalised words behind an office; later the surname alone. */
const newPerson = (
  { tokens, stems, met }: Reading,
  from: number,
  titled: boolean,
): { readonly found: Found; readonly to: number } | null => {
  const isName = (i: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '');
  if (!isName(from)) return null;
  const known = met.get(stems[from] ?? '');
  if (known !== undefined && !isName(from + 1))
    return { found: mention(tokens, from, from + 1, 'name', 'PERSON', known), to: from + 1 };
  let to = from;
  while (to - from < 3 && isName(to)) to++;
  if (!titled || to - from < 2) return null;
  const name = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
  const entity = { id: slug(name, 80) as EntityId, name };
  met.set(stems[to - 1] ?? '', entity);
  return { found: mention(tokens, from, to, 'name', 'PERSON', entity), to };
};

const mention = (
  tokens: readonly Token[],
  from: number,
  to: number,
  form: Found['form'],
  type: MentionType,
  refersTo: EntityRef | null,
): Found => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
  form,
  type,
  refersTo,
  rule: RULES[form],
  confidence: form === 'name' ? 0.8 : 0.6,
});

const RULES = { name: 'name-in-case', nominal: 'office', pronoun: 'pronoun' } as const;
