import type { WordAnalysis } from '../model/analysis.ts';
import type { LanguageModel } from './language-model.ts';
import { lemmaOf } from './lemma/lemmatiser.ts';
import { createParser } from './parse/parser.ts';
import { begin, createState, type ParseState } from './parse/state.ts';
import { createFineTaggerOf } from './tag/fine-tagger.ts';
import { fineMarksOf, morphOf } from './tag/morph.ts';
import { createTagger } from './tag/tagger.ts';
import { spread } from './words/hash.ts';
import { createWordTable, WORD, WORD_COLUMNS } from './words/word-table.ts';

/** A sentence's tags and tree as numbers; valid until the next call. Positions of names in the model's lists. */
export interface Numbers {
  readonly upos: Uint8Array;
  readonly fine: Uint16Array;
  /** Head positions; the root's head is the number of words. Only after {@link Analyser.parse}. */
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
}

/** Tags and parses sentences of one language. Buffers are used again from call to call: not re-entrant. */
export interface Analyser {
  readonly model: LanguageModel;
  /** Tags alone. */
  readonly tag: (forms: readonly string[]) => Numbers;
  /** Tags and the tree. */
  readonly parse: (forms: readonly string[]) => Numbers;
  /** Everything, as names. */
  readonly analyse: (forms: readonly string[]) => readonly WordAnalysis[];
}

/** Spreads of tags, as the parser knows them. */
export const TAG_KIND = { upos: 75, fine: 76 } as const;

interface Buffers {
  size: number;
  ids: Int32Array;
  upos: Uint8Array;
  fine: Uint16Array;
  state: ParseState;
}

const createBuffers = (size: number): Buffers => ({
  size,
  ids: new Int32Array(size),
  upos: new Uint8Array(size),
  fine: new Uint16Array(size),
  state: createState(size),
});

/** Makes an analyser over a model. */
export const createAnalyser = (model: LanguageModel): Analyser => {
  const words = createWordTable(model.lexicon);
  const tagUpos = createTagger(model.tagTable, model.tagSets);
  const tagFine = createFineTaggerOf(model.fineAre, model.fineTable, model.fineTags, model);
  const run = createParser(model.parse);
  const uposMarks = Int32Array.from(model.upos, (_, i) => spread(i, TAG_KIND.upos));
  const fineMarks = fineMarksOf(model.fine, model.fineAre, TAG_KIND.fine);
  const { bits: morph } = morphOf(model.fine);
  let buffers = createBuffers(256);

  const tag = (forms: readonly string[]): Numbers => {
    const count = forms.length;
    if (count > buffers.size) buffers = createBuffers(count * 2);
    words.refresh();
    const { ids, upos, fine, state } = buffers;
    for (let i = 0; i < count; i++) ids[i] = words.idOf(forms[i] as string);
    const columns = words.columns();
    tagUpos(ids, count, columns, upos);
    tagFine({ ids, count, columns, tags: upos, fine });
    return { upos, fine, heads: state.heads, labels: state.labels };
  };

  const parse = (forms: readonly string[]): Numbers => {
    const numbers = tag(forms);
    const { ids, upos, fine, state } = buffers;
    const columns = words.columns();
    for (let i = 0; i < forms.length; i++) {
      const at = (ids[i] as number) * WORD_COLUMNS;
      state.words[i] = columns[at + WORD.lower] as number;
      state.suffixes[i] = columns[at + WORD.suffix3] as number;
      state.tags[i] = uposMarks[upos[i] as number] as number;
      state.stems[i] = columns[at + WORD.stem] as number;
      state.morph[i] = morph[fine[i] as number] as number;
      state.fine[i] = fineMarks[fine[i] as number] as number;
      state.upos[i] = upos[i] as number;
    }
    state.upos[forms.length] = model.upos.length;
    begin(state, forms.length);
    run(state);
    return numbers;
  };

  const names = rememberedNames(model);
  return {
    model,
    tag,
    parse,
    analyse: (forms) => {
      const { upos, fine, heads, labels } = parse(forms);
      return forms.map((form, i): WordAnalysis => {
        const word = names(form, upos[i] as number, fine[i] as number);
        const head = heads[i] as number;
        return {
          lemma: word.lemma,
          upos: word.upos,
          xpos: word.xpos,
          feats: word.feats,
          head: head === forms.length ? -1 : head,
          deprel: model.deprels[labels[i] as number] as string,
        };
      });
    },
  };
};

/** Words kept for the next time they are met with the same tags, and the longest that is kept. */
const MOST_REMEMBERED = 1 << 14;
const LONGEST_REMEMBERED = 40;

type Names = Pick<WordAnalysis, 'lemma' | 'upos' | 'xpos' | 'feats'>;

/** {@link namesOf} by the numbers of both tags, made once for each word with its tags: text says the same words over and over. */
const rememberedNames = (model: LanguageModel): ((form: string, upos: number, fine: number) => Names) => {
  let kept = new Map<number, Map<string, Names>>();
  let size = 0;
  const make = (form: string, upos: number, fine: number): Names =>
    namesOf(model, form, model.upos[upos] as string, model.fine[fine] as string);
  const formsOf = (tags: number): Map<string, Names> => {
    const forms = kept.get(tags) ?? new Map<string, Names>();
    kept.set(tags, forms);
    return forms;
  };
  return (form, upos, fine) => {
    if (form.length > LONGEST_REMEMBERED) return make(form, upos, fine);
    const tags = (upos << 16) | fine;
    const known = kept.get(tags)?.get(form);
    if (known !== undefined) return known;
    if (size++ >= MOST_REMEMBERED) {
      kept = new Map();
      size = 1;
    }
    const made = make(form, upos, fine);
    formsOf(tags).set(form, made);
    return made;
  };
};

const given = (name: string): string | null => (name === '_' ? null : name);

/** Lemma, tags and features of a form by its universal and its fine tag. */
export const namesOf = (
  { fineAre, features, lemmas }: LanguageModel,
  form: string,
  upos: string,
  fine: string,
): Names => {
  if (fineAre === 'feats')
    return { lemma: lemmaOf(lemmas, form, upos, upos), upos, xpos: null, feats: given(fine) };
  const key = `${upos}|${fine}`;
  const feats = features.byWord.get(`${key}\t${form.toLowerCase()}`) ?? features.byTag.get(key) ?? '_';
  return { lemma: lemmaOf(lemmas, form, upos, key), upos, xpos: given(fine), feats: given(feats) };
};
