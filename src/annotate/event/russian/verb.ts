import type { RussianTrigger } from './cues.ts';
import { type Phrase, phraseAt } from './phrases.ts';
import type { RussianScene } from './scene.ts';
import { caseAt, isFiniteAt } from './words.ts';

/** Who stands where about a verb. */
export interface VerbArguments {
  readonly subject: Phrase | null;
  /** The subject is named and is no actor: the act is somebody else's. */
  readonly foreign: boolean;
  /** The noun that is the subject and no actor, as the index of its token; null when there is none. */
  readonly subjectNoun: number | null;
  readonly passive: boolean;
  /** Actors of the verb's clause between the verbs beside it, without the subject. */
  readonly others: readonly Phrase[];
  /** `я`, `мы`: somebody does it whom nobody knows. */
  readonly somebody: boolean;
  /** The tokens of the clause that are its own, the last excluded. */
  readonly range: readonly [number, number];
}

/** The arguments of the verb at `at`, which stands in a form. */
export const verbArguments = (
  scene: RussianScene,
  at: number,
  passive: boolean,
  form: RussianTrigger['form'] = 'past',
): VerbArguments => {
  const describes = form === 'acting' || form === 'done' || form === 'gerund';
  const range = describes ? turnOf(scene, at) : rangeOf(scene, at);
  const { phrase, noun, somebody } = subjectIn(scene, at, form);
  const others = scene.phrases.filter(
    (one) => one !== phrase && one.first >= range[0] && one.first < range[1] && isInClause(scene, one, at),
  );
  return {
    subject: phrase,
    foreign: phrase === null && noun !== null,
    subjectNoun: noun,
    somebody: somebody === true,
    passive,
    others,
    range,
  };
};

/** Who does it, by the form of the verb: a participle describes its subject, a gerund has that of the verb it goes with. */
const subjectIn = (scene: RussianScene, at: number, form: RussianTrigger['form']): Subject => {
  if (form === 'done') return NOBODY;
  if (form === 'acting') return { phrase: described(scene, at), noun: null };
  if (form === 'gerund') return besideGerund(scene, at);
  const found = subjectOf(scene, at);
  if (found.phrase !== null || found.somebody === true || form === 'passive' || form === 'infinitive')
    return found;
  const place = unnamed(scene, at);
  // `в Хейле [отвергли] обвинения`: what stands behind the verb is what it is done to.
  const isObject = found.noun !== null && found.noun > at && place !== null && place.last < at;
  return found.noun === null || isObject ? { phrase: place, noun: null } : found;
};

/** Whom an active participle describes: by the tree, else who stands behind its turn, else before its comma. */
const described = ({ words, phrases, tokens }: RussianScene, at: number): Phrase | null => {
  const head = words.heads[at] ?? -1;
  const byTree = head < 0 ? null : phraseAt(phrases, head);
  if (byTree !== null) return byTree;
  if (tokens[at - 1]?.text === ',') return phrases.findLast(({ last }) => last === at - 2) ?? null;
  return phrases.find(({ first, prep }) => first > at && prep === '') ?? null;
};

/** The subject of the finite verb that a gerund goes with: `[Встретившись] с Ленцем, Холлис вылетела`. */
const besideGerund = (scene: RussianScene, at: number): Subject => {
  const shared = sharedSubject(scene, at);
  if (shared.phrase !== null) return shared;
  const verbs = scene.tokens.flatMap((_, i) =>
    scene.clauses[i] === scene.clauses[at] && isFiniteAt(scene.words, i) ? [i] : [],
  );
  const next = verbs.find((i) => i > at) ?? verbs.at(-1);
  return next === undefined ? NOBODY : subjectOf(scene, next);
};

/** `в Хейле [отвергли]`, `в МИД Орланда [готовы]`: nobody is named, and those of the place do it. */
const unnamed = (scene: RussianScene, at: number): Phrase | null => {
  if (!/(?:ли(?:сь)?|[уюая]т(?:ся)?|[нв]ы)$/.test(scene.low[at] ?? '')) return null;
  const here = scene.phrases.filter(
    (one) =>
      /^во?$/.test(one.prep) &&
      one.under === null &&
      one.cases.includes('Loc') &&
      isInClause(scene, one, at) &&
      one.actors.some(({ type }) => type !== 'PERSON'),
  );
  return (
    here.findLast(({ last }) => last < at) ?? here.find(({ first }) => first > at && first - at < 6) ?? null
  );
};

/** The turn of a participle or a gerund: from behind the comma, the verb or the start before it to the next comma or verb. */
const turnOf = (scene: RussianScene, at: number): readonly [number, number] => {
  const ends = (i: number): boolean =>
    scene.tokens[i]?.text === ',' || scene.clauses[i] !== scene.clauses[at] || isFiniteAt(scene.words, i);
  let to = at + 1;
  while (to < scene.tokens.length && !ends(to)) to++;
  return [at, to];
};

const isInClause = ({ clauses }: RussianScene, { first }: Phrase, at: number): boolean =>
  clauses[first] === clauses[at];

/** From behind the finite verb before to the finite verb behind, within the clause. */
const rangeOf = (scene: RussianScene, at: number): readonly [number, number] => {
  const { tokens, clauses, words } = scene;
  let from = at;
  // What stands before an infinitive belongs to the verb that governs it.
  const isFree =
    !/VerbForm=Inf/.test(words.feats[at] ?? '') ||
    !scene.triggers.some(
      ({ first, form }) => first < at && form !== 'noun' && clauses[first] === clauses[at],
    );
  const isInfinitive = /VerbForm=Inf/.test(words.feats[at] ?? '');
  while (
    isFree &&
    from > 0 &&
    clauses[from - 1] === clauses[at] &&
    (isInfinitive || !isOtherVerb(scene, from - 1, at))
  )
    from--;
  let to = at + 1;
  while (
    to < tokens.length &&
    clauses[to] === clauses[at] &&
    !(isFiniteAt(words, to) && isOtherVerb(scene, to, at))
  )
    to++;
  return [from, to];
};

/** A finite verb that is not the auxiliary of the verb at `at`. */
const isOtherVerb = ({ words, low }: RussianScene, i: number, at: number): boolean =>
  isFiniteAt(words, i) &&
  !(Math.abs(i - at) <= 2 && /^(?:был[аои]?|буд[еу]т|станет|станут|не)$/.test(low[i] ?? '')) &&
  !(words.upos[i] === 'ADJ' && words.upos[at] !== 'ADJ');

interface Subject {
  readonly phrase: Phrase | null;
  readonly noun: number | null;
  readonly somebody?: true;
}

const NOBODY: Subject = { phrase: null, noun: null };

/** By the tree; where it finds none, by the nominative nearest before the verb in its clause, then behind it. */
const subjectOf = (scene: RussianScene, at: number): Subject => {
  const own = inOrder(scene, treeSubject(scene, at), at);
  if (own.phrase !== null || own.somebody === true) return own;
  const near = nominativeNear(scene, at);
  if (near !== null && (own.noun === null || !isSure(scene, own.noun))) return { phrase: near, noun: null };
  if (own.noun !== null) return own;
  const shared = sharedSubject(scene, at);
  if (shared.phrase !== null || shared.noun !== null) return shared;
  return { phrase: null, noun: nounBefore(scene, at) };
};

/** `Хейл [обвинил] Бренн`: of two names that look the same in both cases the one before the verb is its subject. */
const inOrder = (scene: RussianScene, found: Subject, at: number): Subject => {
  const { phrase } = found;
  if (phrase === null || phrase.first < at || !isEither(phrase)) return found;
  const before = scene.phrases.findLast(
    (one) => one.last < at && isInClause(scene, one, at) && isEither(one),
  );
  return before === undefined ? found : { phrase: before, noun: null };
};

const isEither = ({ cases, prep, under, adjective }: Phrase): boolean =>
  prep === '' && under === null && !adjective && cases.includes('Nom') && cases.includes('Acc');

/** A noun in the nominative before the verb that no tree has found: `[Санкции] Вальдории будут сняты`. */
const nounBefore = (scene: RussianScene, at: number): number | null => {
  const { words, clauses, timed, phrases } = scene;
  for (let i = at - 1; i >= 0 && clauses[i] === clauses[at]; i--)
    if (
      words.upos[i] === 'NOUN' &&
      /Case=Nom/.test(words.feats[i] ?? '') &&
      timed[i] !== true &&
      !scene.held.has(i) &&
      phraseAt(phrases, i) === null &&
      isAgreed(scene, i, at)
    )
      return i;
  return null;
};

const isSure = ({ words }: RussianScene, noun: number): boolean => caseAt(words, noun) === 'Nom';

const treeSubject = (scene: RussianScene, at: number): Subject => {
  const { heads, deprels } = scene.words;
  for (const [i, head] of heads.entries()) {
    if (head !== at || !/^nsubj/.test(deprels[i] ?? '') || scene.held.has(i)) continue;
    const found = subjectAt(scene, i, at);
    if (found !== null) return found;
  }
  return NOBODY;
};

/** Whom the word that the tree calls subject names. */
const subjectAt = (scene: RussianScene, i: number, at: number): Subject | null => {
  const { words, low, phrases } = scene;
  const phrase = phraseAt(phrases, i);
  if (/^(?:я|мы|вы|ты)$/.test(low[i] ?? '') && phrase === null)
    return { phrase: null, noun: null, somebody: true };
  if (/^котор/.test(low[i] ?? '')) return { phrase: antecedent(scene, i), noun: null };
  if (phrase !== null)
    return !phrase.adjective && phrase.under === null && phrase.prep === '' ? { phrase, noun: null } : null;
  return words.upos[i] === 'NOUN' && isAgreed(scene, i, at) ? { phrase: null, noun: i } : null;
};

/** `предложение [отвергли]`: a noun in the singular is no subject of a verb in the plural. */
const isAgreed = ({ words, low }: RussianScene, noun: number, at: number): boolean =>
  !(
    /Number=Sing/.test(words.feats[noun] ?? '') &&
    /ли(?:сь)?$/.test(low[at] ?? '') &&
    !words.heads.some((head, i) => head === noun && words.deprels[i] === 'conj')
  );

/** Whom `который` stands for: who stands just before its comma. */
const antecedent = ({ phrases }: RussianScene, i: number): Phrase | null =>
  phrases.findLast(({ last, first }) => last < i && first >= i - 8) ?? null;

const nominativeNear = (scene: RussianScene, at: number): Phrase | null => {
  const here = scene.phrases.filter(
    (one) =>
      one.prep === '' &&
      one.under === null &&
      !one.adjective &&
      one.cases.includes('Nom') &&
      isInClause(scene, one, at),
  );
  const before = here.filter(({ last }) => last < at);
  return before.at(-1) ?? here.find(({ first }) => first > at && isJustBehind(scene, at, first)) ?? null;
};

/** `обвинила [Вальдория]`, `сообщил в среду [Таль]`: no other noun stands between. */
const isJustBehind = ({ words, timed }: RussianScene, at: number, first: number): boolean => {
  for (let i = at + 1; i < first; i++) if (words.upos[i] === 'NOUN' && timed[i] !== true) return false;
  return true;
};

/** `Ленц заявил, что не [пойдёт] на уступки`: whoever says so does it, where the clause names nobody. */
const isOfSpeaker = ({ low, clauses, words }: RussianScene, at: number): boolean => {
  let from = at;
  while (from > 0 && clauses[from - 1] === clauses[at]) from--;
  const opener = low.slice(from, from + 2).includes('что');
  return opener && !low.some((_, i) => clauses[i] === clauses[at] && /^nsubj/.test(words.deprels[i] ?? ''));
};

/** A verb joined to another (`прибыл и [встретился]`), and an infinitive, have the subject of that one. */
const sharedSubject = (scene: RussianScene, at: number): Subject => {
  const { words } = scene;
  let verb = at;
  for (let steps = 0; steps < 4; steps++) {
    const deprel = words.deprels[verb] ?? '';
    const head = words.heads[verb] ?? -1;
    if (head < 0 || !/^(?:conj|xcomp|csubj|advcl|ccomp|parataxis)/.test(deprel)) return NOBODY;
    if (
      /^(?:ccomp|parataxis|advcl)/.test(deprel) &&
      scene.clauses[head] !== scene.clauses[at] &&
      !isOfSpeaker(scene, at)
    )
      return NOBODY;
    verb = head;
    const found = treeSubject(scene, verb);
    if (found.phrase !== null || found.noun !== null) return found;
    const near = nominativeNear(scene, verb);
    if (near !== null) return { phrase: near, noun: null };
  }
  return NOBODY;
};

/** Whether the verb of a trigger stands in the passive. */
export const isPassive = ({ form }: RussianTrigger): boolean => form === 'passive' || form === 'done';
