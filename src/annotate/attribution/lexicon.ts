import type { Act } from '../../model/annotation.ts';
import type { AttributionLexicon, CueVerb } from '../../model/knowledge/attribution-lexicon.ts';

/** Which form of a cue verb stands in the text. */
export type VerbForm = 'base' | 'third' | 'past' | 'ing';

/** A cue as a sequence of lower-case words. */
export interface CueEntry {
  readonly words: readonly string[];
  readonly verb: CueVerb | null;
  readonly form: VerbForm | null;
  readonly act: Act;
}

/** The lexicon made ready for look-up. */
export interface CompiledLexicon {
  /** First word of a cue to the cues that begin with it, longest first. */
  readonly cues: ReadonlyMap<string, readonly CueEntry[]>;
  readonly verbForms: ReadonlySet<string>;
  readonly asVerbs: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly subjectPronouns: ReadonlySet<string>;
  readonly objectPronouns: ReadonlySet<string>;
  readonly possessives: ReadonlySet<string>;
  readonly roleNouns: ReadonlySet<string>;
  readonly quoteNouns: ReadonlySet<string>;
  readonly speechNouns: ReadonlySet<string>;
  readonly summaryNouns: ReadonlySet<string>;
  readonly continuers: ReadonlySet<string>;
  readonly asking: ReadonlySet<string>;
  readonly onlyVerbs: ReadonlySet<string>;
  readonly quantities: ReadonlySet<string>;
  readonly counters: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly adverbialOpeners: ReadonlySet<string>;
  readonly clauseOpeners: ReadonlySet<string>;
  readonly occasionOpeners: ReadonlySet<string>;
  readonly placeOpeners: ReadonlySet<string>;
}

const compiled = new WeakMap<AttributionLexicon, CompiledLexicon>();

/** The compiled form of a lexicon, made once per lexicon object. */
export const compileLexicon = (lexicon: AttributionLexicon): CompiledLexicon => {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const made = compile(lexicon);
  compiled.set(lexicon, made);
  return made;
};

const compile = (lexicon: AttributionLexicon): CompiledLexicon => {
  const entries = [...lexicon.verbs.flatMap(entriesOf), ...lexicon.prepositions.map(prepositionEntry)];
  const cues = new Map<string, CueEntry[]>();
  for (const entry of entries) {
    const first = entry.words[0] ?? '';
    const list = cues.get(first);
    if (list === undefined) cues.set(first, [entry]);
    else list.push(entry);
  }
  for (const list of cues.values()) list.sort((a, b) => b.words.length - a.words.length);
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);
  return {
    cues,
    verbForms: new Set(
      entries.filter((e) => e.verb !== null && e.form !== 'base').map((e) => e.words[0] ?? ''),
    ),
    asVerbs: set(lexicon.asVerbs),
    auxiliaries: set(lexicon.auxiliaries),
    passive: set(lexicon.passiveAuxiliaries),
    negations: set(lexicon.negations),
    adverbs: set(lexicon.adverbs),
    prepositions: set(lexicon.prepositionWords),
    conjunctions: set(lexicon.conjunctions),
    relatives: set(lexicon.relatives),
    determiners: set(lexicon.determiners),
    subjectPronouns: set(lexicon.subjectPronouns),
    objectPronouns: set(lexicon.objectPronouns),
    possessives: set(lexicon.possessives),
    roleNouns: set(lexicon.roleNouns),
    quoteNouns: set(lexicon.quoteNouns),
    speechNouns: set(lexicon.speechNouns),
    summaryNouns: set(lexicon.summaryNouns),
    continuers: set(lexicon.continuers),
    asking: set(lexicon.asking),
    onlyVerbs: set(lexicon.onlyVerbs),
    quantities: set(lexicon.quantities),
    counters: set(lexicon.counters),
    links: set(lexicon.links),
    adverbialOpeners: set(lexicon.adverbialOpeners),
    clauseOpeners: set(lexicon.clauseOpeners),
    occasionOpeners: set(lexicon.occasionOpeners),
    placeOpeners: set(lexicon.placeOpeners),
  };
};

const entriesOf = (verb: CueVerb): readonly CueEntry[] => {
  const forms: readonly (readonly [VerbForm, string])[] = [
    ['base', verb.forms.base],
    ['third', verb.forms.third],
    ['past', verb.forms.past],
    ['past', verb.forms.participle],
    ['ing', verb.forms.ing],
  ];
  const seen = new Set<string>();
  const entries: CueEntry[] = [];
  for (const [form, text] of forms) {
    if (seen.has(`${form} ${text}`)) continue;
    seen.add(`${form} ${text}`);
    entries.push({ words: text.split(' '), verb, form, act: verb.act });
  }
  return entries;
};

const prepositionEntry = (row: AttributionLexicon['prepositions'][number]): CueEntry => ({
  words: row.words.split(' '),
  verb: null,
  form: null,
  act: row.act,
});
