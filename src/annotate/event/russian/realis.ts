import type { Fate, Realis } from '../../../model/annotation.ts';
import type { RussianTrigger } from './cues.ts';
import { isIn, verbForm } from './forms.ts';
import type { Ground } from './ground.ts';

/** What lasts while it is told in the present. */
const LASTING: ReadonlySet<string> = new Set(
  'negotiate cooperate exercise mediate deploy aid attack host_multilateral protest_pub visit investigate meet'.split(
    ' ',
  ),
);

/** The realis of a verbal cue: its tense, what governs it, negation, conditions. */
export const verbRealis = (ground: Ground, trigger: RussianTrigger): Realis => {
  if (trigger.cue.realis !== undefined) return trigger.cue.realis;
  // What is told by its refusal is refused when it is said.
  if (trigger.negated && trigger.form === 'fin')
    return isConditional(ground, trigger.first)
      ? 'hypothetical'
      : /^призна/.test(ground.low[trigger.first] ?? '')
        ? 'standing'
        : 'actual';
  const told = tenseRealis(ground, trigger);
  if (told === 'negated') return isConditional(ground, trigger.first) ? 'hypothetical' : 'negated';
  return (told === 'actual' || told === 'planned') && isConditional(ground, trigger.first)
    ? 'hypothetical'
    : told;
};

const tenseRealis = (ground: Ground, trigger: RussianTrigger): Realis => {
  const { first, form } = trigger;
  if (form === 'infinitive') return infinitiveRealis(ground, first);
  if (!trigger.negated && isNegated(ground, first)) return 'negated';
  if (form === 'passive') return passiveRealis(ground, first);
  if (isModal(ground, first)) return 'hypothetical';
  if (LASTING.has(trigger.cue.type) && isBegun(ground, first)) return 'ongoing';
  if (form !== 'fin') return 'actual';
  if (trigger.perfective) return isUnderCondition(ground, trigger) ? 'hypothetical' : 'planned';
  return LASTING.has(trigger.cue.type) ? 'ongoing' : 'actual';
};

const passiveRealis = (ground: Ground, at: number): Realis => {
  const word = ground.low[at] ?? '';
  if (/с[яь]$/.test(word)) return /л[аои]?с[яь]$/.test(word) ? 'actual' : 'ongoing';
  return nearAuxiliary(ground, at) === 'future' ? 'planned' : 'actual';
};

/** `Если сбор вырастет, Орланд [пойдёт] в трибунал`, `[согласится], как только …`: what another clause is waited for. */
const isUnderCondition = ({ low, clauses }: Ground, { first }: RussianTrigger): boolean =>
  low.some(
    (word, i) =>
      clauses[i] !== clauses[first] && (word === 'если' || (word === 'как' && low[i + 1] === 'только')),
  );

/** `[начал] учения`, `[продолжает] переговоры`: what was begun goes on. */
const isBegun = ({ low }: Ground, at: number): boolean =>
  /^(?:начал|начав|начат|начина|продолж)/.test(low[at] ?? '');

/** `Бренн, [возможно], согласится`: a word of doubt in the clause before the verb. */
const isModal = ({ low, clauses }: Ground, at: number): boolean => {
  for (let i = at - 1; i >= 0 && at - i < 8 && clauses[i] === clauses[at]; i--)
    if (/^(?:возможно|вероятно|пожалуй|видимо|наверное)$/.test(low[i] ?? '')) return true;
  return false;
};

const NEGATORS: ReadonlySet<string> = new Set(['не', 'ни', 'никогда']);

/** Whether `не` stands before the word, over an auxiliary. */
export const isNegated = ({ low }: Ground, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = low[i] ?? '';
    if (NEGATORS.has(word)) return true;
    if (!/^(?:был[аои]?|буд[еу]т|станет|станут|так|еще|пока|бы)$/.test(word)) return false;
  }
  return false;
};

const nearAuxiliary = ({ low, lists }: Ground, at: number): 'future' | null => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) if (isIn(lists.future, low[i] ?? '')) return 'future';
  return isIn(lists.future, low[at + 1] ?? '') ? 'future' : null;
};

/** How far before an infinitive the word that governs it may stand, in tokens. */
const REACH = 8;

/** What an infinitive is under: `намерен [встретиться]`, `может [разместить]`, `не смог [договориться]`. */
const infinitiveRealis = (ground: Ground, at: number): Realis => {
  const governor = governorBefore(ground, at);
  if (governor === null) return 'hypothetical';
  const { low, lists } = ground;
  const word = low[governor] ?? '';
  const no = isNegated(ground, governor) || isNegated(ground, at);
  const kind = kindOf(ground, governor);
  if (/^(?:удал|смог|сумел)/.test(word)) return no ? 'negated' : 'actual';
  if (isIn(lists.refused, word)) return no ? 'planned' : 'negated';
  if (/^(?:нача|начина|продолж)/.test(word)) return no ? 'negated' : 'ongoing';
  return no ? 'negated' : (kind ?? 'planned');
};

/** What a word makes of the infinitive, noun or clause under it. */
export const kindOf = ({ low, lists }: Ground, at: number): Realis | null => {
  const word = low[at] ?? '';
  if (isIn(lists.future, word)) return 'planned';
  if (isIn(lists.possible, word) || isIn(lists.hypothetical, word)) return 'hypothetical';
  if (isIn(lists.proposed, word)) return 'proposed';
  return isIn(lists.planned, word) ? 'planned' : null;
};

const governorBefore = (ground: Ground, at: number): number | null => {
  const { words, low, lists, clauses } = ground;
  const head = words.heads[at] ?? -1;
  const isGoverned = /^(?:xcomp|ccomp|csubj|acl|obl|advcl|nmod)/.test(words.deprels[at] ?? '');
  if (head >= 0 && isGoverned && clauses[head] === clauses[at] && isGovernor(ground, head)) return head;
  for (let i = at - 1; i >= Math.max(0, at - REACH) && clauses[i] === clauses[at]; i--)
    if (isGovernor(ground, i) || isIn(lists.refused, low[i] ?? '')) return i;
  return null;
};

const isGovernor = (ground: Ground, i: number): boolean =>
  kindOf(ground, i) !== null ||
  isIn(ground.lists.refused, ground.low[i] ?? '') ||
  /^(?:удал|удастся|смог|сумел|нача|начина|продолж)/.test(ground.low[i] ?? '');

/** Whether the clause stands under `если`, or has `бы` in it. */
export const isConditional = ({ low, clauses, lists }: Ground, at: number): boolean => {
  for (let i = at - 1; i >= 0 && at - i < 30 && clauses[i] === clauses[at]; i--)
    if (
      low[i] === 'если' ||
      low[i] === 'бы' ||
      (low[i] === 'только' && low[i - 1] === 'как') ||
      isIn(lists.conditions, low[i] ?? '')
    )
      return true;
  return low[at + 1] === 'бы';
};

/** What became of an occasion, by the verb that it is the subject or object of. */
export const fateBy = ({ low, lists }: Ground, verb: number | null): Fate | null => {
  const word = low[verb ?? -1];
  if (word === undefined) return null;
  if (isIn(lists.postponed, word)) return 'postponed';
  return isIn(lists.cancelled, word) ? 'cancelled' : null;
};

/** The realis of an occasion or act told by a noun, by the verb it stands with. */
export const nounRealis = (ground: Ground, noun: number, verb: number): Realis => {
  const { low, lists } = ground;
  const word = low[verb] ?? '';
  const conditional = isConditional(ground, verb);
  if (isNegated(ground, verb) || isNone(ground, noun)) return conditional ? 'hypothetical' : 'negated';
  const told = verbTense(ground, verb);
  if (conditional) return 'hypothetical';
  if (told !== 'actual') return told;
  if (isIn(lists.ongoing, word)) return 'ongoing';
  return isIn(lists.planned, word) ? 'planned' : 'actual';
};

/** `никаких [переговоров] не было`, `нет [переговоров]`. */
const isNone = ({ low }: Ground, noun: number): boolean =>
  /^(?:никак|ни$|нет$|без$)/.test(low[noun - 1] ?? '') || /^(?:нет|без)$/.test(low[noun - 2] ?? '');

const verbTense = (ground: Ground, verb: number): Realis => {
  const word = ground.low[verb] ?? '';
  const form = verbForm(word);
  if (isIn(ground.lists.future, word) || nearAuxiliary(ground, verb) === 'future') return 'planned';
  if (form === 'infinitive') return infinitiveRealis(ground, verb);
  if (form !== 'fin') return 'actual';
  if (isIn(ground.lists.ongoing, word)) return 'ongoing';
  return isPerfectiveFuture(word) ? 'planned' : 'ongoing';
};

/** `состоится`, `пройдёт`, `проведёт`, `начнутся`: the future of the verbs that occasions stand with. */
const isPerfectiveFuture = (word: string): boolean =>
  /^(?:состо[ия]тся|пройд|провед|начн|заверш[иа]тс?я?|законч|соверш[иа]т|нанес[еу]т|прибуд|прилет[ия]т|отправ[ия]т|выраз|заяв[ия]т|вруч[ия]т|направ[ия]т|введ|объяв[ия]т|подаст|подадут|дадут|даст|окаж|организу|устро|прим[еу]т|откро|произойд|продл)/.test(
    word,
  );
