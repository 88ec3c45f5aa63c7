import { slug } from '../../../lib/slug.ts';
import type { MentionType } from '../../../model/annotation.ts';
import type { AnnotatorInput } from '../../../model/annotator.ts';
import type { EntityId } from '../../../model/brand.ts';
import type { SpeechLexicon } from '../../../model/knowledge/speech-lexicon.ts';
import type { EntityRef } from '../../../model/page.ts';
import type { Span } from '../../../model/span.ts';
import type { Found } from '../found.ts';
import { japaneseNames, type NameRow } from './names.ts';

interface Reading {
  readonly text: string;
  readonly names: ReadonlyMap<string, readonly NameRow[]>;
  readonly offices: ReadonlyMap<string, readonly Office[]>;
  readonly pronouns: ReadonlySet<string>;
  readonly met: Map<string, EntityRef>;
}

interface Office {
  readonly words: string;
  readonly type: MentionType;
}

const HONORIFIC = /^(?:氏|さん|様|容疑者|被告)/u;

/**
 * Names, offices (`[ストランド][首相]`, `[ヴァルドリア外務省]`), persons of unknown name before an office or an honorific
 * (`[モード・フェリス]さん`), and pronouns, in a Japanese article: by characters, since words are not set apart.
 */
export const findJapanese = (
  { article, sentences, knowledge }: AnnotatorInput,
  lexicon: SpeechLexicon,
): readonly Found[] => {
  const reading: Reading = {
    text: article.text,
    names: japaneseNames(knowledge),
    offices: officesOf(lexicon),
    pronouns: new Set([...lexicon.he, ...lexicon.she]),
    met: new Map(),
  };
  return sentences.flatMap((sentence) => inSentence(reading, sentence));
};

const offices = new WeakMap<SpeechLexicon, ReadonlyMap<string, readonly Office[]>>();

const officesOf = (lexicon: SpeechLexicon): ReadonlyMap<string, readonly Office[]> => {
  const known = offices.get(lexicon);
  if (known !== undefined) return known;
  const byFirst = new Map<string, Office[]>();
  const add = (words: string, type: MentionType): void => {
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, type }]);
  };
  for (const words of Object.keys(lexicon.roles)) add(words, 'PERSON');
  for (const words of Object.keys(lexicon.bodies)) add(words, 'ORG');
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  offices.set(lexicon, byFirst);
  return byFirst;
};

const inSentence = (reading: Reading, sentence: Span): readonly Found[] => {
  const found: Found[] = [];
  for (let i = sentence.start; i < sentence.end; ) {
    const next = at(reading, i, sentence, found.at(-1));
    if (next !== null) found.push(next);
    i = next?.end ?? i + 1;
  }
  return found;
};

const at = (reading: Reading, i: number, sentence: Span, last: Found | undefined): Found | null => {
  const { text, names, offices: known, pronouns } = reading;
  const c = text[i] ?? '';
  const row = (names.get(c) ?? []).find((name) => standsAt(text, i, name.text));
  if (row !== undefined) return mention(i, i + row.text.length, 'name', row.type, row.entity);
  const office = (known.get(c) ?? []).find(({ words }) => text.startsWith(words, i));
  if (office !== undefined) {
    const from = last?.type === 'STATE' && isOwner(text.slice(last.end, i)) ? last.start : i;
    return mention(from, i + office.words.length, 'nominal', office.type, null);
  }
  const person = newPerson(reading, i, sentence);
  if (person !== null) return person;
  const pronoun = [...pronouns].find((word) => text.startsWith(word, i));
  return pronoun === undefined ? null : mention(i, i + pronoun.length, 'pronoun', 'PERSON', null);
};

const isOwner = (between: string): boolean => between === '' || between === 'の';

const KATAKANA = /[\p{Script=Katakana}ー・＝]/u;

/** A name in katakana ends where the katakana ends: `サンド` is not in `サンドイッチ`. */
const standsAt = (text: string, i: number, name: string): boolean => {
  if (!text.startsWith(name, i)) return false;
  const touches = (a: string | undefined, b: string | undefined): boolean =>
    KATAKANA.test(a ?? '') && KATAKANA.test(b ?? '');
  return !touches(text[i - 1], name[0]) && !touches(name.at(-1), text[i + name.length]);
};

/** No name in katakana is longer, in characters. */
const LONGEST = 24;

/** A run of katakana before an office or an honorific; later the surname alone. */
const newPerson = ({ text, offices: known, met }: Reading, i: number, sentence: Span): Found | null => {
  if (!KATAKANA.test(text[i] ?? '') || (i > sentence.start && KATAKANA.test(text[i - 1] ?? ''))) return null;
  let to = i;
  while (to < sentence.end && to - i < LONGEST && KATAKANA.test(text[to] ?? '')) to++;
  const name = text.slice(i, to);
  const isPerson =
    HONORIFIC.test(text.slice(to, to + 3)) ||
    (known.get(text[to] ?? '') ?? []).some(
      ({ words, type }) => type === 'PERSON' && text.startsWith(words, to),
    );
  if (!isPerson || to - i < 2) return null;
  const surname = name.split('・').at(-1) ?? name;
  const entity = met.get(surname) ?? { id: slug(name, 80) as EntityId, name };
  met.set(surname, entity);
  return mention(i, to, 'name', 'PERSON', entity);
};

const mention = (
  start: number,
  end: number,
  form: Found['form'],
  type: MentionType,
  refersTo: EntityRef | null,
): Found => ({
  start,
  end,
  form,
  type,
  refersTo,
  rule: RULES[form],
  confidence: form === 'name' ? 0.8 : 0.6,
});

const RULES = { name: 'name', nominal: 'office', pronoun: 'pronoun' } as const;
