import type { RussianTrigger } from './cues.ts';
import { isIn } from './forms.ts';
import type { Phrase } from './phrases.ts';
import type { RussianScene } from './scene.ts';
import type { VerbArguments } from './verb.ts';

/**
 * What is told though no known party does it: `[трибунал] постановил`, `[полиция] ввела ограничения`, `[прерванные] в декабре
 * переговоры`. Only where the article has spoken of parties.
 */
export const isAlone = (scene: RussianScene, trigger: RussianTrigger, args: VerbArguments): boolean => {
  const { cue, form } = trigger;
  if (scene.stage.recent.length === 0 && scene.phrases.length === 0) return false;
  if (cue.doer === 'court') return isOfCourt(scene, trigger, args);
  if (args.subject !== null || cue.frame === 'visit' || form === 'infinitive') return false;
  // `задержанный траулер` only names; `траулер, [задержанный] в мае` tells.
  if (form === 'done' && (cue.frame === 'body' || scene.tokens[trigger.first - 1]?.text !== ','))
    return false;
  if (args.passive) return cue.frame !== 'mediate' && isPlain(scene, trigger);
  return args.subjectNoun !== null && isByAgent(scene, trigger, scene.low[args.subjectNoun] ?? '');
};

/** A court is its subject, or stands about a verb without one. */
const isOfCourt = (
  { lists, low }: RussianScene,
  { first }: RussianTrigger,
  { subject, subjectNoun }: VerbArguments,
): boolean => {
  const isCourt = (i: number | null | undefined): boolean => isIn(lists.courts, low[i ?? -1] ?? '');
  if (subject !== null) return isCourt(subject.first) || isCourt(subject.last);
  if (subjectNoun !== null) return isCourt(subjectNoun);
  return low.slice(Math.max(0, first - 6), first + 4).some((word) => isIn(lists.courts, word));
};

/** Whether it is told of such a doer: of those in office whatever they do, of others what the words alone say. */
const isByAgent = (scene: RussianScene, trigger: RussianTrigger, doer: string): boolean => {
  const { bodies, forces, courts, agents } = scene.lists;
  const official = [bodies, forces, courts].some((list) => isIn(list, doer));
  if (!official && !isIn(agents, doer)) return false;
  if (trigger.cue.alone !== undefined) return true;
  return trigger.cue.frame !== 'joint' && (official || isPlain(scene, trigger));
};

const OFFICES = /^(?:президент|премьер|король|королева|правительство|парламент|кабинет|власти|министр)$/;

/** `[Президент], выступая в Бренне, отверг …`: an office without its state is that of the capital where it acts. */
export const seatOfOffice = (
  { low }: RussianScene,
  { subjectNoun }: VerbArguments,
  others: readonly Phrase[],
): Phrase | null =>
  subjectNoun !== null && OFFICES.test(low[subjectNoun] ?? '')
    ? (others.find(
        ({ prep, cases, actors }) =>
          /^во?$/.test(prep) && cases.includes('Loc') && actors.every(({ type }) => type === 'STATE'),
      ) ?? null)
    : null;

/** The words alone say an act between parties: a cue that is no word of everyday, or that takes in what it is about. */
const isPlain = (scene: RussianScene, trigger: RussianTrigger): boolean =>
  trigger.cue.matter !== true || trigger.matched.length > 1 || isOfOccasions(scene, trigger);

/** `[переговоры], прерванные в декабре`: what is described by it is an occasion or an instrument. */
const isOfOccasions = ({ low, lists, words }: RussianScene, { first, form }: RussianTrigger): boolean =>
  form === 'done' &&
  [low[words.heads[first] ?? -1] ?? '', ...low.slice(Math.max(0, first - 6), first)].some(
    (word) => isIn(lists.occasions, word) || isIn(lists.instruments, word),
  );
