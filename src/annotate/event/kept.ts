import type { Attribution } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import { isHard } from './clause.ts';
import type { Cued } from './coded.ts';
import type { Trigger } from './cues.ts';
import type { Draft } from './draft.ts';
import { isMatterOfStates } from './matter.ts';
import { toldOfUnnamed } from './needs.ts';
import type { GrammarSets, Scene, Stage } from './stage.ts';
import type { TreeView } from './tree-view.ts';

const FICTION: ReadonlySet<string> = new Set(['play', 'book', 'story', 'series', 'tale', 'film', 'legend']);
const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'her', 'his', 'their']);

/** "in the play the president visits". */
const isInFiction = (tokens: readonly Token[], at: number): boolean =>
  FICTION.has(tokens[at]?.lower ?? '') &&
  DEFINITE.has(tokens[at - 1]?.lower ?? '') &&
  tokens[at - 2]?.lower === 'in';

/** "Orland defended well and conceded a late goal", "in the novel Orland invades": sport and fiction are no acts of a party. */
export const isPastime = (tokens: readonly Token[], { pastimes }: GrammarSets): boolean =>
  tokens.some(
    ({ lower }, at) =>
      // "declined [to match] the tolls" is no match.
      (pastimes.has(lower) && tokens[at - 1]?.lower !== 'to') || isInFiction(tokens, at),
  );

const HABITS: ReadonlySet<string> = new Set(
  'mondays tuesdays wednesdays thursdays fridays saturdays sundays traditionally usually customarily'.split(
    ' ',
  ),
);
const RULES: ReadonlySet<string> = new Set([
  'article',
  'articles',
  'statute',
  'rules',
  'constitution',
  'charter',
]);
const MAY: ReadonlySet<string> = new Set(['may', 'shall', 'must']);

/** "talks as a rule begin with a joke", "[under article 7] a party may ask": what is done or may be done at any time was not done. */
export const isHabitual = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lower }, at) =>
      HABITS.has(lower) ||
      (lower === 'rule' && tokens[at - 1]?.lower === 'a' && tokens[at - 2]?.lower === 'as') ||
      (MAY.has(lower) && isUnderRule(tokens.slice(0, at))),
  );

const isUnderRule = (before: readonly Token[]): boolean =>
  before.length < 12 &&
  before[0]?.lower === 'under' &&
  before.slice(1, 5).some(({ lower }) => RULES.has(lower));

/** How far up a subject may be shared, in verbs. */
const HOPS = 3;

/** The word that is the subject of a verb, its own or that of the verb it is joined to; null when none is found. */
const subjectWord = (tree: TreeView, verb: number): number | null => {
  let at = verb;
  for (let hop = 0; hop < HOPS && at >= 0; hop++) {
    const { deprel, head } = tree.word(at);
    // "we [are] ready to": a cue may begin with the copula of what it says.
    if (deprel === 'cop' || deprel.startsWith('aux')) {
      at = head;
      continue;
    }
    const own = tree.kids(at).find((kid) => tree.word(kid).deprel.startsWith('nsubj'));
    if (own !== undefined) return deprel === 'acl:relcl' && RELATIVE.has(tree.word(own).lemma) ? head : own;
    if (deprel !== 'conj' && deprel !== 'xcomp') return null;
    at = head;
  }
  return null;
};

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that']);

const treeAt = ({ tokens, tree }: Scene, trigger: Trigger): readonly [TreeView, number] | null => {
  const view = tree();
  const at = view?.at(tokens[trigger.first]?.start ?? 0) ?? null;
  return view === null || at === null ? null : [view, at];
};

const isAmong = (tree: TreeView, word: number, words: ReadonlySet<string>): boolean =>
  words.has(tree.word(word).lemma.toLowerCase()) ||
  // "a delegation of farmers", "some of the deputies": whom the phrase is of.
  tree
    .kids(word)
    .some((kid) => tree.word(kid).deprel === 'nmod' && words.has(tree.word(kid).lemma.toLowerCase())) ||
  tree
    .kids(word)
    .some(
      (kid) =>
        /^(?:compound|flat)$/.test(tree.word(kid).deprel) && words.has(tree.word(kid).lemma.toLowerCase()),
    );

/** Whether one that judges does it: "[the Strait Tribunal] ruled", "[the five judges] found". */
export const isDoneByCourt = (
  scene: Scene,
  trigger: Trigger,
  { courts }: GrammarSets,
  passive: boolean,
): boolean => {
  const found = treeAt(scene, trigger);
  if (found === null) return false;
  const [tree, at] = found;
  const subject = subjectWord(tree, at);
  if (!passive) return subject !== null && isAmong(tree, subject, courts);
  return tree.kids(at).some((kid) => tree.word(kid).deprel.startsWith('obl') && isAmong(tree, kid, courts));
};

/** An act that is told with nobody known to take part: by one who acts in public, or in the passive, as its frame lets it be. */
export const isToldAlone = (stage: Stage, scene: Scene, trigger: Trigger, passive: boolean): boolean => {
  // Where the article is about nobody known, such an act is no news of the story.
  if (stage.leading.size === 0) return false;
  const who = toldOfUnnamed(stage.frames, trigger.cue, passive ? 'passive' : 'active');
  if (who === null || who === 'anyone') return who !== null;
  const found = treeAt(scene, trigger);
  if (found === null) return false;
  const [tree, at] = found;
  const subject = subjectWord(tree, at);
  if (subject === null || !isDoer(stage, scene, trigger, tree, subject)) return false;
  return who === 'agent' || (isPlural(tree, subject) && !isTransitive(tree, at));
};

/** One who acts in public; for an act that the cue itself makes public, anybody. */
const isDoer = (stage: Stage, scene: Scene, trigger: Trigger, tree: TreeView, subject: number): boolean =>
  isAmong(tree, subject, stage.grammar.agents) ||
  (trigger.cue.alone !== undefined &&
    (isSomebody(scene, tree, subject) || isBodyMeant(stage, trigger, tree, subject)));

const PERSONS: ReadonlySet<string> = new Set('he she we they i somebody everyone nobody one'.split(' '));

/** "It urged both": only a body that speaks is meant. */
const isBodyMeant = ({ types }: Stage, { cue }: Trigger, tree: TreeView, word: number): boolean =>
  types.get(cue.type)?.performative === true &&
  tree.word(word).lemma.toLowerCase() === 'it' &&
  tree.word(word).deprel.startsWith('nsubj');

/** A name that nobody knows, or a pronoun of persons: whoever it is, somebody acts. */
const isSomebody = ({ tokens, groups }: Scene, tree: TreeView, word: number): boolean => {
  const { upos, lemma } = tree.word(word);
  if (upos === 'PRON') return PERSONS.has(lemma.toLowerCase());
  // Whoever is known takes part, or cannot.
  return (
    upos === 'PROPN' &&
    !groups.some(({ first, last }) =>
      tokens.slice(first, last + 1).some(({ start }) => tree.at(start) === word),
    )
  );
};

/** "experts meet", never "the minister met his wife". */
const isPlural = (tree: TreeView, word: number): boolean =>
  /^NNP?S$/.test(tree.word(word).xpos ?? '') ||
  tree.kids(word).some((kid) => tree.word(kid).deprel === 'conj');

const isTransitive = (tree: TreeView, verb: number): boolean =>
  tree
    .kids(verb)
    .some((kid) => tree.word(kid).deprel === 'obj' && /^(?:NOUN|PROPN|PRON)$/.test(tree.word(kid).upos));

const COMMENTED: ReadonlySet<string> = new Set(['comment', 'comments', 'reaction', 'response', 'named']);

/** "have been asked for comment", "asked not to be named": what newsrooms do is no act of the story. */
const isForComment = (tokens: readonly Token[], { cue, last }: Trigger): boolean =>
  cue.type === 'request' && tokens.slice(last, last + 4).some(({ lower }) => COMMENTED.has(lower));

// Keyed by the list itself; a pure cache.
const cueStarts = new WeakMap<readonly Attribution[], ReadonlySet<number>>();

const startsOf = (attributions: readonly Attribution[]): ReadonlySet<number> => {
  const held = cueStarts.get(attributions);
  if (held !== undefined) return held;
  const made = new Set(attributions.flatMap(({ cue }) => cue.map(({ start }) => start)));
  cueStarts.set(attributions, made);
  return made;
};

const FORCEFUL: ReadonlySet<string> = new Set([
  'attack',
  'incident',
  'seize_territory',
  'deploy',
  'withdraw',
]);

/** "‘Rubbish,’ stormed the admiral": a word of force that leads in what is said is a manner of speaking. */
export const isSaying = ({ input }: Stage, { cue, first }: Trigger, tokens: readonly Token[]): boolean =>
  FORCEFUL.has(cue.type) && startsOf(input.annotations.attributions).has(tokens[first]?.start ?? -1);

const ANAPHORS = new Set(['it', 'this', 'that', 'them', 'so']);

/** "they had agreed", "the two agreed on it": an agreement without matter, day or place says nothing of its own. */
const isEmptyAgreement = (tokens: readonly Token[], trigger: Trigger, { event }: Draft): boolean => {
  if (
    event.type !== 'agree' ||
    event.realis !== 'actual' ||
    trigger.form === 'noun' ||
    event.object !== null ||
    event.place !== null
  )
    return false;
  if (event.time !== null && event.time.basis !== 'bounded') return false;
  let at = trigger.last + 1;
  while (ANAPHORS.has(tokens[at]?.lower ?? '') && !isHard(tokens, at)) at++;
  return tokens[at] === undefined || tokens[at]?.kind === 'mark';
};

/** Whether what the clause gave is an act that counts: between parties, done by one of them in public, or opening another act. */
export const isKept = (stage: Stage, input: Cued, trigger: Trigger, draft: Draft): boolean => {
  const { tokens } = input.scene;
  if (isForComment(tokens, trigger) || isEmptyAgreement(tokens, trigger, draft)) return false;
  return isMatterOfStates(stage, input, trigger, draft);
};
