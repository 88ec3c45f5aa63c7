import type { Sentence } from '../../model/sentence.ts';
import type { Found } from './found.ts';
import type { MentionWords } from './words.ts';

/** Pronouns that stand for a person or for several. */
export const findPronouns = (sentences: readonly Sentence[], words: MentionWords): readonly Found[] =>
  sentences.flatMap(({ tokens }) =>
    tokens.flatMap((token): readonly Found[] => {
      const person = words.personPronouns.has(token.lower);
      if (!person && !words.groupPronouns.has(token.lower)) return [];
      return [
        {
          start: token.start,
          end: token.end,
          form: 'pronoun',
          type: person ? 'PERSON' : 'OTHER',
          refersTo: null,
          rule: 'pronoun',
          confidence: 0.6,
        },
      ];
    }),
  );
