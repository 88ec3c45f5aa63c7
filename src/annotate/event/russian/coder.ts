import type { Participant, Realis, TimeExpression } from '../../../model/annotation.ts';
import { ruleId } from '../../../model/brand.ts';
import type { Draft } from '../draft.ts';
import { plainDraft } from '../plain-draft.ts';
import type { HistoryNamed } from '../timing.ts';
import { occasionOf, withAdded } from './added.ts';
import { isAlone, seatOfOffice } from './alone.ts';
import { type Coded, NOBODY } from './coded.ts';
import { governed } from './content.ts';
import type { RussianTrigger } from './cues.ts';
import { clauseSpan, readObject, readOutcome, readPlace, readStance } from './detail.ts';
import { isIn, verbForm } from './forms.ts';
import { GOVERNS, governorOf } from './governed.ts';
import { type NounReading, readNoun } from './noun.ts';
import type { Phrase } from './phrases.ts';
import { fateBy, verbRealis } from './realis.ts';
import type { RussianScene } from './scene.ts';
import { seatRussian } from './seats.ts';
import { isPassive, type VerbArguments, verbArguments } from './verb.ts';
import { isWhole } from './whole.ts';

/** `event/ru/verb`: "[Вальдория]initiator [отвергла]trigger предложение [Орланда]target". */
const VERB_RULE = ruleId('event/ru/verb@2');
/** `event/ru/noun`: "[переговоры]trigger между [Вальдорией]joint и [Орландом]joint прошли в среду". */
const NOUN_RULE = ruleId('event/ru/noun@2');

/** The events of a sentence, in text order, before merging. */
export const codeRussian = (scene: RussianScene, history: readonly HistoryNamed[]): readonly Draft[] => {
  const coded: Coded[] = [];
  for (const trigger of scene.triggers) {
    const one = trigger.form === 'noun' ? codeNoun(scene, trigger, coded) : codeVerb(scene, trigger, coded);
    if (one !== null && isWhole(scene, one)) coded.push(one);
  }
  for (const { trigger, participants } of coded) {
    const host = participants.find(({ role }) => role === 'host');
    if (trigger.cue.frame === 'visit' && host !== undefined)
      scene.stage.occasions.set(occasionOf(host), participants);
  }
  return coded.filter((one) => !isTakenIn(scene, one, coded)).map((one) => draftOf(scene, one, history));
};

const codeVerb = (scene: RussianScene, trigger: RussianTrigger, before: readonly Coded[]): Coded | null => {
  const { form, cue } = trigger;
  if (isNoAct(scene, trigger)) return null;
  const args = verbArguments(scene, trigger.first, isPassive(trigger), form);
  const alone = isAlone(scene, trigger, args);
  if (cue.doer === 'court' && !alone) return null;
  if (isForeign(scene, args) && !alone && cue.frame !== 'receive') return null;
  const governor = form === 'infinitive' ? governorOf(scene, trigger, before) : null;
  const own = seatVerb(scene, trigger, args, { alone, governed: governor !== null });
  if (governor !== null) return governed(trigger, own, governor, null);
  const realis = verbRealis(scene, trigger);
  if (isRefusal(trigger, realis)) return refusing(scene, trigger, own);
  const byNobody = isByNobody(scene, trigger, args);
  return {
    trigger,
    participants: own,
    realis,
    noun: null,
    ...(alone ? { alone } : {}),
    ...(byNobody ? { byNobody } : {}),
  };
};

/** What puts off an occasion, and words that are refused to a reporter. */
const isNoAct = (scene: RussianScene, trigger: RussianTrigger): boolean =>
  (trigger.cue.type === 'suspend' && putsOff(scene, trigger)) ||
  (OF_SAYING.has(trigger.cue.type) && isOfComment(scene, trigger));

const seatVerb = (
  scene: RussianScene,
  { cue }: RussianTrigger,
  args: VerbArguments,
  { alone, governed: isGoverned }: { readonly alone: boolean; readonly governed: boolean },
): readonly Participant[] => {
  const matter = matterOf(scene, args);
  const others = args.others.filter((one) => !matter.includes(one));
  const subject = args.subject ?? (alone ? seatOfOffice(scene, args, others) : null);
  return seatRussian(cue.frame, {
    subject: subject === null || isGoverned ? [] : [subject],
    passive: args.passive,
    others: others.filter((one) => one !== subject),
    matter,
    own: OWN.has(cue.type),
  });
};

const refusing = (scene: RussianScene, trigger: RussianTrigger, own: readonly Participant[]): Coded => ({
  trigger: asRefusal(scene, trigger),
  participants: own.map((one): Participant => (one.role === 'joint' ? { ...one, role: 'initiator' } : one)),
  realis: 'actual',
  noun: null,
});

const isByNobody = (scene: RussianScene, trigger: RussianTrigger, args: VerbArguments): boolean =>
  args.somebody ||
  (args.subject === null && args.subjectNoun === null && !args.passive && isPlural(scene, trigger));

/** `[потребовали]`, `[требуют]`: a plural without a subject says that somebody does it. */
const isPlural = ({ low }: RussianScene, { first, form }: RussianTrigger): boolean =>
  (form === 'past' && /ли(?:сь)?$/.test(low[first] ?? '')) ||
  (form === 'fin' && /[уюая]т(?:ся)?$/.test(low[first] ?? ''));

/** The subject is named and does nothing between parties: a company, a weather front. */
const isForeign = (scene: RussianScene, args: VerbArguments): boolean =>
  args.foreign && !args.passive && !isOfOccasion(scene, args) && !isInstrument(scene, args);

/** Types of acts that one side wants of the other: who will not do them refuses. */
const WANTED: ReadonlySet<string> = new Set(
  'sign concede withdraw recognise accept agree negotiate meet comply ratify'.split(' '),
);

/** `не [подпишет] договор`: who is not going to do what another wants refuses it; that nothing came of it is something else. */
const isRefusal = ({ form, perfective, cue, negated }: RussianTrigger, realis: Realis): boolean =>
  realis === 'negated' && !negated && form === 'fin' && perfective && WANTED.has(cue.type);

/** The trigger as one of refusing. */
const asRefusal = ({ stage }: RussianScene, trigger: RussianTrigger): RussianTrigger => ({
  ...trigger,
  cue: stage.types.has('reject') ? { type: 'reject', frame: 'act', verbs: [], nouns: [] } : trigger.cue,
});

/** Types of acts that are done with one's own troops, measures and rights. */
const OWN: ReadonlySet<string> = new Set(['concede', 'withdraw', 'sanction', 'deploy', 'suspend']);

/** Who stands with a subject that is no actor: `договор между [Вальдорией] и [Ульмирой] вступил в силу`. */
const matterOf = (scene: RussianScene, { subject, subjectNoun }: VerbArguments): readonly Phrase[] => {
  if (subject !== null || subjectNoun === null) return [];
  return scene.phrases.filter(
    ({ under, first, prep }) =>
      under === subjectNoun || (first > subjectNoun && first <= subjectNoun + 4 && PAIRS.has(prep)),
  );
};

const PAIRS: ReadonlySet<string> = new Set(['между', 'с', 'со', 'против']);

const isOfOccasion = (scene: RussianScene, { subjectNoun }: VerbArguments): boolean =>
  subjectNoun !== null && isIn(scene.lists.occasions, scene.low[subjectNoun] ?? '');

const isInstrument = (scene: RussianScene, { subjectNoun }: VerbArguments): boolean =>
  subjectNoun !== null && isIn(scene.lists.instruments, scene.low[subjectNoun] ?? '');

/** `отложил [визит]`, `перенесены [переговоры]`: what became of the occasion, no act of its own. */
const putsOff = (scene: RussianScene, trigger: RussianTrigger): boolean =>
  fateBy(scene, trigger.first) !== null &&
  scene.triggers.some(
    (other) =>
      other.form === 'noun' &&
      (other.cue.setting === true || PUT_OFF.has(other.cue.type)) &&
      scene.clauses[other.first] === scene.clauses[trigger.first],
  );

/** Types whose occasions are put off, beside settings. */
const PUT_OFF: ReadonlySet<string> = new Set([
  'adjudicate',
  'exercise',
  'poll',
  'host_multilateral',
  'legislate',
]);

const OF_SAYING: ReadonlySet<string> = new Set(['reject', 'request']);

/** `отказался [комментировать]` refuses nothing between states. */
const isOfComment = ({ low }: RussianScene, { last }: RussianTrigger): boolean =>
  low.slice(last + 1, last + 6).some((word) => /^коммент|^называть|^раскры|^журналист|^репортер/.test(word));

const codeNoun = (scene: RussianScene, trigger: RussianTrigger, before: readonly Coded[]): Coded | null => {
  const { cue } = trigger;
  if (cue.type === 'reject' && isOfComment(scene, trigger)) return null;
  const noun = readNoun(scene, trigger);
  const governor = governorOf(scene, trigger, before);
  const participants = seatRussian(cue.frame, {
    ...NOBODY,
    subject: noun.subject,
    others: noun.others,
    own: OWN.has(cue.type),
  });
  const wished = governor === null && participants.length === 0 ? wishedFrom(scene, trigger, noun) : null;
  if (wished !== null) return wished;
  if (governor !== null && !noun.happens) {
    const { type } = governor.trigger.cue;
    // `предложила [посредничество]`, `попросил [помощи]`: of other nouns only what stands with its own actors is told.
    return cue.setting === true || type === 'accuse' || !GOVERNS.has(cue.type)
      ? governed(trigger, cue.setting === true ? participants : withoutDoer(participants), governor, noun)
      : null;
  }
  if (!tells(scene, trigger, noun)) return null;
  return {
    ...(isTold(scene, trigger, noun, participants) ? { alone: true } : {}),
    trigger,
    participants: withAdded(scene, trigger, noun, participants),
    realis: noun.realis,
    noun,
  };
};

/** `ждет от Хейла [снятия] эмбарго`: what somebody is to do. */
const wishedFrom = (scene: RussianScene, trigger: RussianTrigger, noun: NounReading): Coded | null => {
  const { first, cue } = trigger;
  const from = scene.phrases.find(({ prep, last }) => prep === 'от' && last < first && first - last < 3);
  if (cue.frame !== 'act' || from === undefined) return null;
  const participants = seatRussian('act', { ...NOBODY, subject: [from] });
  return { trigger, participants, realis: 'proposed', noun, spoken: true };
};

/** Whether a noun alone tells an act: an occasion, what came about or was put off, what is somebody's. */
const tells = (scene: RussianScene, trigger: RussianTrigger, noun: NounReading): boolean =>
  noun.happens ||
  noun.fate !== null ||
  trigger.cue.setting === true ||
  noun.subject.length > 0 ||
  noun.object ||
  isWon(scene, trigger, noun);

/** What is told though nobody stands with it: an occasion with its fate, what somebody won. */
const isTold = (
  scene: RussianScene,
  trigger: RussianTrigger,
  noun: NounReading,
  participants: readonly Participant[],
): boolean => {
  if (participants.length > 0 || scene.stage.recent.length === 0) return false;
  const isOccasion = isIn(scene.lists.occasions, scene.low[trigger.first] ?? '');
  return (noun.fate !== null && isOccasion) || isWon(scene, trigger, noun);
};

/** `добился [отмены] указа`: somebody gave way. */
const isWon = ({ low }: RussianScene, { cue }: RussianTrigger, { verb }: NounReading): boolean =>
  (cue.type === 'concede' || cue.type === 'withdraw') && /^доби[лв]/.test(low[verb ?? -1] ?? '');

const withoutDoer = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter(({ role }) => role !== 'initiator' && role !== 'mediator');

/** An occasion yields to an act that tells it: `возобновили [переговоры]`, `отказ от [переговоров]`. */
const isTakenIn = (scene: RussianScene, one: Coded, all: readonly Coded[]): boolean => {
  if (one.noun === null || one.trigger.cue.setting !== true || one.noun.fate !== null) return false;
  return all.some(
    (act) =>
      act !== one &&
      TAKES.has(act.trigger.cue.type) &&
      scene.clauses[act.trigger.first] === scene.clauses[one.trigger.first] &&
      Math.abs(act.trigger.first - one.trigger.first) < 10,
  );
};

const TAKES: ReadonlySet<string> = new Set(['resume', 'reject', 'suspend', 'no_agreement', 'call']);

/** Times behind the infinitive that an act speaks of belong to that: `пообещала вывести войска [до конца года]`. */
const timesFor = (
  { times, low, tokens, clauses }: RussianScene,
  { cue, last }: RussianTrigger,
): readonly TimeExpression[] => {
  if (!GOVERNS.has(cue.type)) return times;
  let end = last + 1;
  while (end < low.length && clauses[end] === clauses[last] && verbForm(low[end] ?? '') !== 'infinitive')
    end++;
  return times.filter(({ span }) => span.start < (tokens[end]?.start ?? Number.POSITIVE_INFINITY));
};

const draftOf = (scene: RussianScene, coded: Coded, history: readonly HistoryNamed[]): Draft => {
  const { trigger, participants, realis, noun } = coded;
  const { tokens, stage, clauses, low } = scene;
  const times = timesFor(scene, trigger);
  const span = clauseSpan(scene, trigger);
  const from = Math.min(...trigger.matched);
  const at = {
    start: tokens[trigger.first - from > 6 ? trigger.first : from]?.start ?? 0,
    end: tokens[trigger.last]?.end ?? 0,
  };
  const stance = readStance(scene, trigger);
  const rivals = scene.triggers
    .filter(
      (other) =>
        other !== trigger && other.form !== 'noun' && clauses[other.first] !== clauses[trigger.first],
    )
    .map((other) => tokens[other.first]?.start ?? 0);
  const breaks = low.flatMap((_, i) =>
    i > 0 && clauses[i] !== clauses[i - 1] ? [tokens[i]?.start ?? 0] : [],
  );
  return plainDraft(
    stage,
    {
      cue: trigger.cue,
      rule: noun === null ? VERB_RULE : NOUN_RULE,
      trigger: at,
      span,
      participants,
      realis: stance === 'denies' && realis === 'actual' ? 'negated' : realis,
      fate: noun?.fate ?? null,
      outcome: readOutcome(scene, trigger),
      object: readObject(scene, trigger),
      place: readPlace(scene, span, trigger.cue.type === 'visit'),
      stance,
      isNoun: noun !== null,
      settled: trigger.form === 'past',
    },
    { tokens, times, rivals, breaks, history },
  );
};
