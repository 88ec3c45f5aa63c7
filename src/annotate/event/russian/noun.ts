import type { Fate, Realis } from '../../../model/annotation.ts';
import type { RussianTrigger } from './cues.ts';
import { isIn } from './forms.ts';
import { GOVERNS } from './governed.ts';
import type { Phrase } from './phrases.ts';
import { fateBy, kindOf, nounRealis } from './realis.ts';
import type { RussianScene } from './scene.ts';
import { type VerbArguments, verbArguments } from './verb.ts';
import { isFiniteAt } from './words.ts';

/** An occasion or act told by a noun: who stands with it, and with what verb. */
export interface NounReading {
  /** Whose it is: `визит [Орлова]`, `[вальдорские] санкции`, the subject of `провели`. */
  readonly subject: readonly Phrase[];
  readonly others: readonly Phrase[];
  readonly realis: Realis;
  readonly fate: Fate | null;
  /** The verb it stands with says that it came about or did not; else it is only spoken of. */
  readonly happens: boolean;
  readonly verb: number | null;
  /** It is what its clause speaks of, or what it counts from: `[Санкции] Орланда ударили по рыбакам`. */
  readonly subjectOf: boolean;
  /** Its genitive is whom it is done to: `[высылка] орландских дипломатов`. */
  readonly object: boolean;
}

/** Types whose nouns have in the genitive what it is done to, and who does it in the instrumental: `захват острова Вальдорией`. */
const DONE_TO: ReadonlySet<string> = new Set(
  'incident expel attack seize_territory recognise restrict'.split(' '),
);
/** Of those, the nouns that are built from verbs with an object. */
const OF_OBJECT =
  /^(?:задержани|высылк|выдворени|депортаци|отзыв|изгнани|обстрел|бомбардировк|захват|оккупаци|аннекси|признани|перехват|арест|убийств|присоединени)/;

/** Reads the noun of a trigger. */
export const readNoun = (scene: RussianScene, trigger: RussianTrigger): NounReading => {
  const own = ownPhrases(scene, trigger);
  const verb = verbOf(scene, trigger);
  const fate = verb === null ? null : fateBy(scene, verb);
  const happens = verb !== null && isIn(scene.lists.happens, scene.low[verb] ?? '');
  const around = verb === null || !(happens || fate !== null) ? null : verbArguments(scene, verb, false);
  const agent = agentsOf(scene, trigger);
  const object = DONE_TO.has(trigger.cue.type) && OF_OBJECT.test(scene.low[trigger.first] ?? '');
  const beside = happens && around !== null ? around.others : [];
  return {
    ...seatsOf(trigger, own, { agent, object, doer: doerOf(scene, trigger, around), beside }),
    realis: realisOf(scene, trigger, verb, happens, fate),
    fate,
    happens,
    verb,
    subjectOf: agent.length > 0 || isSubject(scene, trigger) || isTopic(scene, trigger),
    object,
  };
};

interface About {
  readonly agent: readonly Phrase[];
  readonly object: boolean;
  readonly doer: Phrase | null;
  /** Who stands about the verb that says it came about. */
  readonly beside: readonly Phrase[];
}

const seatsOf = (
  trigger: RussianTrigger,
  own: readonly Phrase[],
  { agent, object, doer, beside }: About,
): Pick<NounReading, 'subject' | 'others'> => {
  const owned = own.filter((one) => isOwned(one, trigger));
  const rest = own.filter((one) => !owned.includes(one) && !agent.includes(one));
  const by = agent.length > 0 ? agent : doer === null ? null : [doer];
  return {
    subject: by ?? (object ? [] : owned),
    others: [
      ...(by === null && !object ? [] : owned),
      ...rest,
      ...beside.filter((one) => !own.includes(one) && isBeside(one, trigger)),
    ],
  };
};

const COUNTS_FROM: ReadonlySet<string> = new Set(['после', 'из-за', 'вслед', 'благодаря', 'вопреки']);

/** `[Просьба] Орланда осталась без ответа`, `после [захвата] островов`: it begins its sentence, or something follows from it. */
const isTopic = ({ words, low, triggers, clauses }: RussianScene, { first }: RussianTrigger): boolean => {
  // `[Предложение] Орланда Вальдория отвергла`: it is what another act is done to.
  if (
    triggers.some(
      (one) => one.form !== 'noun' && GOVERNS.has(one.cue.type) && clauses[one.first] === clauses[first],
    )
  )
    return false;
  let at = first;
  while (at > 0 && words.upos[at - 1] === 'ADJ') at--;
  return (
    (at === 0 && !/Case=(?:Gen|Dat|Ins|Loc)/.test(words.feats[first] ?? '')) ||
    COUNTS_FROM.has(low[at - 1] ?? '')
  );
};

/** Who does it, in the instrumental behind the noun: `захват острова [Вальдорией]`, `публикация [Хейлом] нот`. */
const agentsOf = (scene: RussianScene, { last, first, cue }: RussianTrigger): readonly Phrase[] => {
  if (cue.frame !== 'act' && cue.type !== 'sign') return [];
  const end = endOf(scene, last);
  const found = scene.phrases.filter(
    (one) =>
      !one.adjective &&
      one.first > first &&
      one.first < end &&
      one.first - last < 6 &&
      one.under === null &&
      one.prep === '' &&
      one.cases.includes('Ins') &&
      !one.cases.includes('Nom'),
  );
  return found.slice(0, 1);
};

const isOwned = ({ under, prep }: Phrase, { first, last }: RussianTrigger): boolean =>
  prep === '' && under !== null && under >= first && under <= last;

/** What stands about the verb may belong to the noun: whom it is done to, with whom. */
const isBeside = ({ under, prep, cases }: Phrase, { last }: RussianTrigger): boolean =>
  under === null &&
  (prep !== '' || cases.includes('Dat') || cases.includes('Ins') || (under ?? last) !== last);

/** Who does it by a verb: `[Вальдория] ввела санкции`; the noun itself may be the subject. */
const doerOf = (
  scene: RussianScene,
  trigger: RussianTrigger,
  around: VerbArguments | null,
): Phrase | null => {
  if (around === null || around.subject === null) return null;
  const { subject } = around;
  const isOwn = subject.under !== null && subject.under >= trigger.first && subject.under <= trigger.last;
  // `Визит Ленца отложен`: what is put off is put off by nobody.
  return isOwn || isSubject(scene, trigger) ? null : subject;
};

const isSubject = ({ words }: RussianScene, { first }: RussianTrigger): boolean =>
  /^nsubj/.test(words.deprels[first] ?? '');

/** The actors that depend on the noun: before it adjectives, behind it what stands up to the next verb. */
const ownPhrases = (scene: RussianScene, { first, last }: RussianTrigger): readonly Phrase[] => {
  const end = endOf(scene, last);
  return scene.phrases.filter((one) => {
    if (one.adjective) return one.under !== null && one.under >= first && one.under <= last;
    if (one.first <= first || one.first >= end) return false;
    if (one.under !== null) return one.under <= last ? one.under >= first : one.under < end;
    return one.prep !== '';
  });
};

const endOf = (scene: RussianScene, last: number): number => {
  const { tokens, clauses } = scene;
  let to = last + 1;
  while (
    to < tokens.length &&
    clauses[to] === clauses[last] &&
    tokens[to]?.text !== ',' &&
    !isFiniteAt(scene.words, to)
  )
    to++;
  return to;
};

/** The verb that the noun is a subject or an object of. */
const verbOf = (scene: RussianScene, { first }: RussianTrigger): number | null => {
  const { words, clauses, tokens } = scene;
  const head = words.heads[first] ?? -1;
  if (
    head >= 0 &&
    /^(?:nsubj|obj|iobj|obl)/.test(words.deprels[first] ?? '') &&
    clauses[head] === clauses[first] &&
    (isFiniteAt(words, head) || words.upos[head] === 'VERB')
  )
    return head;
  for (let i = first - 1; i >= 0 && clauses[i] === clauses[first] && first - i < 12; i--)
    if (isTelling(scene, i)) return i;
  for (let i = first + 1; i < tokens.length && clauses[i] === clauses[first]; i++)
    if (isTelling(scene, i)) return i;
  return null;
};

const isTelling = ({ words, low, lists }: RussianScene, i: number): boolean =>
  isFiniteAt(words, i) ||
  (words.upos[i] === 'VERB' && /(?:ть|ти|ться|тись)$/.test(low[i] ?? '')) ||
  (words.upos[i] !== 'NOUN' && isIn(lists.happens, low[i] ?? ''));

const realisOf = (
  scene: RussianScene,
  trigger: RussianTrigger,
  verb: number | null,
  happens: boolean,
  fate: Fate | null,
): Realis => {
  if (trigger.cue.realis !== undefined) return trigger.cue.realis;
  if (fate !== null) return 'planned';
  const { low } = scene;
  const before = low[trigger.first - 1] ?? '';
  if (/^(?:предстоящ|будущ|планируем|запланированн)/.test(before)) return 'planned';
  if (/^(?:возможн|вероятн)/.test(before)) return 'hypothetical';
  if (/^(?:перед|накануне|до|преддверии)$/.test(before)) return 'planned';
  if (verb === null) return 'actual';
  if (happens) return nounRealis(scene, trigger.first, verb);
  if (/^(?:после|на|ходе|итогам|время|в|во)$/.test(before)) return 'actual';
  return kindOf(scene, verb) ?? 'actual';
};
