import type { Participant, Realis, TimeExpression } from '../../../model/annotation.ts';
import { ruleId } from '../../../model/brand.ts';
import type { Draft } from '../draft.ts';
import { plainDraft } from '../plain-draft.ts';
import type { HistoryNamed } from '../timing.ts';
import type { RussianTrigger } from './cues.ts';
import { clauseSpan, readObject, readOutcome, readPlace, readStance } from './detail.ts';
import { isIn, verbForm } from './forms.ts';
import { GOVERNS, governorOf, LEADS_TO, underRealis, withGoverned } from './governed.ts';
import { type NounReading, readNoun } from './noun.ts';
import type { Phrase } from './phrases.ts';
import { fateBy, verbRealis } from './realis.ts';
import type { RussianScene } from './scene.ts';
import { partiesOf, type Seats, seatRussian } from './seats.ts';
import { isPassive, type VerbArguments, verbArguments } from './verb.ts';

/** `event/ru/verb`: "[Вальдория]initiator [отвергла]trigger предложение [Орланда]target". */
const VERB_RULE = ruleId('event/ru/verb@2');
/** `event/ru/noun`: "[переговоры]trigger между [Вальдорией]joint и [Орландом]joint прошли в среду". */
const NOUN_RULE = ruleId('event/ru/noun@2');

const NOBODY: Seats = { subject: [], passive: false, others: [], matter: [], own: false };

/** An act with who takes part, before it is dated. */
interface Coded {
  readonly trigger: RussianTrigger;
  readonly participants: readonly Participant[];
  readonly realis: Realis;
  readonly noun: NounReading | null;
  /** Done by somebody whom no pack knows, and told all the same: `[трибунал] постановил`. */
  readonly alone?: true;
  /** Another act speaks of it: `обещает [ратификацию]`. */
  readonly spoken?: true;
  /** Nobody is said to do it: `от Бренна [потребовали] объяснений`. */
  readonly byNobody?: true;
}

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
  if (cue.type === 'suspend' && putsOff(scene, trigger)) return null;
  if (OF_SAYING.has(cue.type) && isOfComment(scene, trigger)) return null;
  const args = verbArguments(scene, trigger.first, isPassive(trigger), form);
  const alone = isAlone(scene, trigger, args);
  if (cue.doer === 'court' && !alone) return null;
  if (isForeign(scene, args) && !alone && cue.frame !== 'receive') return null;
  const governor = form === 'infinitive' ? governorOf(scene, trigger, before) : null;
  const matter = matterOf(scene, args);
  const others = args.others.filter((one) => !matter.includes(one));
  const subject = args.subject ?? (alone ? seatOfOffice(scene, args, others) : null);
  const own = seatRussian(cue.frame, {
    subject: subject === null || governor !== null ? [] : [subject],
    passive: args.passive,
    others: others.filter((one) => one !== subject),
    matter,
    own: OWN.has(cue.type),
  });
  if (governor !== null) return governed(trigger, own, governor, null);
  const realis = verbRealis(scene, trigger);
  if (isRefusal(trigger, realis))
    return {
      trigger: asRefusal(scene, trigger),
      participants: own.map(
        (one): Participant => (one.role === 'joint' ? { ...one, role: 'initiator' } : one),
      ),
      realis: 'actual',
      noun: null,
    };
  const byNobody =
    args.somebody ||
    (args.subject === null && args.subjectNoun === null && !args.passive && isPlural(scene, trigger));
  return {
    trigger,
    participants: own,
    realis,
    noun: null,
    ...(alone ? { alone } : {}),
    ...(byNobody ? { byNobody } : {}),
  };
};

/** `[потребовали]`, `[требуют]`: a plural without a subject says that somebody does it. */
const isPlural = ({ low }: RussianScene, { first, form }: RussianTrigger): boolean =>
  (form === 'past' && /ли(?:сь)?$/.test(low[first] ?? '')) ||
  (form === 'fin' && /[уюая]т(?:ся)?$/.test(low[first] ?? ''));

/** The subject is named and does nothing between parties: a company, a weather front. */
const isForeign = (scene: RussianScene, args: VerbArguments): boolean =>
  args.foreign && !args.passive && !isOfOccasion(scene, args) && !isInstrument(scene, args);

/**
 * What is told though no known party does it: `[трибунал] постановил`, `[полиция] ввела ограничения`, `[прерванные] в декабре
 * переговоры`. Only where the article has spoken of parties.
 */
const isAlone = (scene: RussianScene, trigger: RussianTrigger, args: VerbArguments): boolean => {
  const { lists, low, stage, phrases } = scene;
  const { cue, first } = trigger;
  if (stage.recent.length === 0 && phrases.length === 0) return false;
  const { subject, subjectNoun } = args;
  const by = subject === null ? subjectNoun : subject.last;
  if (cue.doer === 'court') {
    if (by !== null)
      return isIn(lists.courts, low[by] ?? '') || isIn(lists.courts, low[subject?.first ?? by] ?? '');
    return low.slice(Math.max(0, first - 6), first + 4).some((word) => isIn(lists.courts, word));
  }
  if (subject !== null || cue.frame === 'visit' || trigger.form === 'infinitive') return false;
  // `задержанный траулер` only names; `траулер, [задержанный] в мае` tells.
  if (trigger.form === 'done' && (cue.frame === 'body' || scene.tokens[first - 1]?.text !== ','))
    return false;
  if (args.passive) return cue.frame !== 'mediate' && isPlain(scene, trigger);
  if (subjectNoun === null) return false;
  const word = low[subjectNoun] ?? '';
  const official = isIn(lists.bodies, word) || isIn(lists.forces, word) || isIn(lists.courts, word);
  if (!official && !isIn(lists.agents, word)) return false;
  return cue.alone !== undefined || (cue.frame !== 'joint' && (official || isPlain(scene, trigger)));
};

const OFFICES = /^(?:президент|премьер|король|королева|правительство|парламент|кабинет|власти|министр)$/;

/** `[Президент], выступая в Бренне, отверг …`: an office without its state is that of the capital where it acts. */
const seatOfOffice = (
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

/** What another act speaks of; what is refused is no event of its own. */
const governed = (
  trigger: RussianTrigger,
  own: readonly Participant[],
  governor: Coded,
  noun: NounReading | null,
): Coded | null =>
  governor.trigger.cue.type === 'accuse'
    ? blamed(trigger, own, governor, noun)
    : LEADS_TO.has(governor.trigger.cue.type)
      ? {
          trigger,
          participants: withGoverned(trigger, own, governor),
          realis: underRealis(governor),
          noun,
          spoken: true,
        }
      : null;

/** `обвинил Бренн в [нарушении] договора`: what somebody is blamed for, as whoever blames tells it. */
const blamed = (
  trigger: RussianTrigger,
  own: readonly Participant[],
  { participants, realis }: Coded,
  noun: NounReading | null,
): Coded | null => {
  if (noun === null || realis !== 'actual' || trigger.cue.setting === true || GOVERNS.has(trigger.cue.type))
    return null;
  const doers = participants.filter(({ role }) => role === 'target');
  const taken = partiesOf(doers);
  const others = own.filter(({ id, party }) => !taken.has(party?.id ?? id));
  return {
    trigger,
    participants: [
      ...doers.map((one): Participant => ({ ...one, role: 'initiator' })),
      ...others.map((one): Participant => ({ ...one, role: 'target' })),
    ],
    realis: 'actual',
    noun,
  };
};

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
  if (participants.length === 0 && cue.frame === 'act') {
    const from = scene.phrases.find(
      ({ prep, last }) => prep === 'от' && last < trigger.first && trigger.first - last < 3,
    );
    // `ждет от Хейла [снятия] эмбарго`
    if (from !== undefined && governor === null)
      return {
        trigger,
        participants: seatRussian('act', { ...NOBODY, subject: [from] }),
        realis: 'proposed',
        noun,
        spoken: true,
      };
  }
  if (governor !== null && !noun.happens) {
    const { type } = governor.trigger.cue;
    // `предложила [посредничество]`, `попросил [помощи]`: of other nouns only what stands with its own actors is told.
    return cue.setting === true || type === 'accuse' || !GOVERNS.has(cue.type)
      ? governed(trigger, cue.setting === true ? participants : withoutDoer(participants), governor, noun)
      : null;
  }
  if (
    !noun.happens &&
    noun.fate === null &&
    cue.setting !== true &&
    !hasOwn(noun) &&
    !noun.object &&
    !isWon(scene, trigger, noun)
  )
    return null;
  const alone =
    participants.length === 0 &&
    scene.stage.recent.length > 0 &&
    ((noun.fate !== null && isIn(scene.lists.occasions, scene.low[trigger.first] ?? '')) ||
      isWon(scene, trigger, noun));
  return {
    ...(alone ? { alone } : {}),
    trigger,
    participants: withVisitor(
      scene,
      trigger,
      noun,
      withSeeker(scene, trigger, noun, withObject(scene, trigger, noun, participants)),
    ),
    realis: noun.realis,
    noun,
  };
};

/** `добился [отмены] указа`: somebody gave way. */
const isWon = ({ low }: RussianScene, { cue }: RussianTrigger, { verb }: NounReading): boolean =>
  (cue.type === 'concede' || cue.type === 'withdraw') && /^доби[лв]/.test(low[verb ?? -1] ?? '');

const withoutDoer = (participants: readonly Participant[]): readonly Participant[] =>
  participants.filter(({ role }) => role !== 'initiator' && role !== 'mediator');

const hasOwn = ({ subject }: NounReading): boolean => subject.length > 0;

/** `Отказ Орланда разочаровал [Вальдорию]`: whom the act told by the subject comes home to. */
const withObject = (
  scene: RussianScene,
  trigger: RussianTrigger,
  { verb, happens }: NounReading,
  participants: readonly Participant[],
): readonly Participant[] => {
  if (trigger.cue.frame !== 'act' || verb === null || happens || participants.length !== 1)
    return participants;
  if (!/^nsubj/.test(scene.words.deprels[trigger.first] ?? '')) return participants;
  const others = scene.phrases.filter(
    ({ first, cases, prep, under }) => first > verb && prep === '' && under === null && cases.includes('Acc'),
  );
  const found = seatRussian('act', { ...NOBODY, others });
  return [...participants, ...found.filter(({ id, party }) => !partiesOf(participants).has(party?.id ?? id))];
};

/** `[Хейл] заинтересован в диалоге с Бренном`: whoever seeks, fears or leaves an occasion with somebody takes part in it. */
const withSeeker = (
  scene: RussianScene,
  { cue, first }: RussianTrigger,
  { verb, others }: NounReading,
  participants: readonly Participant[],
): readonly Participant[] => {
  if (cue.frame !== 'joint' || verb === null || partiesOf(participants).size !== 1) return participants;
  if (!others.some(({ prep }) => /^со?$/.test(prep))) return participants;
  const { subject } = verbArguments(scene, verb, false);
  if (subject === null || subject.first > first) return participants;
  const found = seatRussian('joint', { ...NOBODY, subject: [subject] });
  return [...found.filter(({ id, party }) => !partiesOf(participants).has(party?.id ?? id)), ...participants];
};

/**
 * A journey of which only the host is told is that of the clause's subject (`Корр ответила накануне [поездки] в Хейл`), else of
 * whoever last went there.
 */
const withVisitor = (
  scene: RussianScene,
  { cue }: RussianTrigger,
  { verb }: NounReading,
  participants: readonly Participant[],
): readonly Participant[] => {
  if (cue.frame !== 'visit' || participants.length !== 1 || participants[0]?.role !== 'host')
    return participants;
  const [host] = participants;
  const doer = verb === null ? null : verbArguments(scene, verb, false).subject;
  const found = seatRussian('visit', { ...NOBODY, subject: doer === null ? [] : [doer] });
  const known = scene.stage.occasions.get(occasionOf(host)) ?? [];
  const visitor = [...found, ...known].find(
    ({ role, party }) => role === 'visitor' && party?.id !== host.party?.id,
  );
  return visitor === undefined ? participants : [{ ...visitor }, host];
};

/** What a journey to somebody is remembered by. */
const occasionOf = ({ id, party }: Participant): string => `visit ${party?.id ?? id}`;

/** Types whose doer alone is enough, whoever it is done to. */
const LONE: ReadonlySet<string> = new Set(
  'seize_territory deploy exercise withdraw disclose legislate recognise claim protest_pub host_multilateral  promise poll'.split(
    ' ',
  ),
);

/** Whether those who must take part do, at least one of them for a party. */
const isWhole = (scene: RussianScene, one: Coded): boolean => {
  const { trigger, participants, alone } = one;
  if (alone === true) return true;
  const { cue } = trigger;
  const parties = partiesOf(participants);
  if (!participants.some(({ party }) => party !== null)) return false;
  if (cue.frame === 'joint' || cue.frame === 'visit') return parties.size > 1;
  if (cue.frame === 'mediate')
    return participants.some(({ role }) => role === 'mediator') && (one.noun === null || parties.size > 1);
  const doer = participants.some(({ role }) => role === 'initiator' || role === 'joint');
  if (trigger.form === 'done') return doer;
  if (!doer && trigger.form !== 'passive' && !isDoneTo(one))
    return one.byNobody === true && cue.frame === 'act';
  if (one.spoken === true || parties.size > 1) return true;
  return cue.type === 'adjudicate' ? !isByCourt(scene, trigger) : isEnough(scene, one);
};

/** `[Суд Хейла] рассмотрит иск жильцов`: a court of a state, over nobody else, judges its own. */
const isByCourt = (scene: RussianScene, { first }: RussianTrigger): boolean =>
  scene.phrases.some(
    (one) => one.prep === '' && one.last < first && isIn(scene.lists.courts, scene.low[one.first] ?? ''),
  );

/** `[Высылка] орландских дипломатов завершена`: the noun says to whom, and that it was done. */
const isDoneTo = ({ noun, participants }: Coded): boolean =>
  noun !== null &&
  noun.object &&
  (noun.happens || noun.subjectOf) &&
  participants.some(({ role }) => role === 'target');

/** Whether one party is enough. */
const isEnough = (scene: RussianScene, { trigger, participants, realis, noun }: Coded): boolean => {
  const { cue, matched } = trigger;
  if (noun !== null) {
    if (LONE.has(cue.type)) return noun.happens || noun.subjectOf || realis !== 'actual';
    if (noun.happens && isOfMatter(scene, trigger)) return true;
    return noun.subjectOf || isDoneTo({ trigger, participants, realis, noun });
  }
  if (LONE.has(cue.type) || cue.matter !== true || matched.length > 1) return true;
  return isOfficial(scene, participants, cue.type) || isOfMatter(scene, trigger);
};

/** Acts that are done by speaking need no other side when somebody in office, or a state, does them. */
const SPOKEN: ReadonlySet<string> = new Set(
  'demand request propose offer promise accept reject accuse support threaten'.split(' '),
);

const isOfficial = ({ stage }: RussianScene, participants: readonly Participant[], type: string): boolean =>
  SPOKEN.has(type) && participants.some(({ party }) => party !== null && stage.leading.has(party.id));

/** What counts without another party: a matter between states, as the grammar's objects name it, or a place. */
const isOfMatter = (scene: RussianScene, trigger: RussianTrigger): boolean => {
  const { clauses, mentions, tokens } = scene;
  if (readObject(scene, trigger) !== null) return true;
  return mentions.some(
    ({ type, span }) =>
      (type === 'PLACE' || type === 'INSTRUMENT') &&
      tokens.some(({ start }, i) => start === span.start && clauses[i] === clauses[trigger.first]),
  );
};

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
