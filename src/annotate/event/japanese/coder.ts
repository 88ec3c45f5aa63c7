import { overlapping } from '../../../lib/sorted.ts';
import type { Attribution, Participant } from '../../../model/annotation.ts';
import { overlaps } from '../../../model/span.ts';
import type { Draft } from '../draft.ts';
import { lastPair } from '../plain-actors.ts';
import { governing } from '../stage.ts';
import { type Coded, SPOKEN } from './coded.ts';
import type { JapaneseTrigger } from './cues.ts';
import { draftOf } from './draft.ts';
import { underGovernor } from './governed.ts';
import type { JapanesePhrase } from './phrases.ts';
import { realisOf } from './realis.ts';
import type { JapaneseScene } from './scene.ts';
import { seatJapanese } from './seats.ts';
import { isTopic, othersBefore, type Subject, subjectBefore, windowOf } from './subject.ts';
import { isWhole } from './whole.ts';

/** The events of a sentence, in text order, before merging. */
export const codeJapanese = (scene: JapaneseScene): readonly Draft[] => {
  const triggers = withoutLeads(scene.triggers);
  const coded = triggers.flatMap((trigger) => codeOne(scene, trigger) ?? []);
  const settled = coded.map((one) => underGovernor(scene, one, coded));
  return settled.flatMap((one) => (one !== null && isWhole(scene, one) ? [draftOf(scene, one)] : []));
};

/** Acts of speech that need a word of what they ask or offer: that is an act beside them. */
const ASKING: ReadonlySet<string> = new Set('demand request propose offer promise'.split(' '));

/** `[救助]の合同訓練`: a noun that says what an occasion is about. */
const isAbout = (one: JapaneseTrigger, all: readonly JapaneseTrigger[]): boolean =>
  one.isNoun &&
  one.cue.setting !== true &&
  one.tail.startsWith('の') &&
  all.some(
    ({ start, isNoun, cue }) =>
      isNoun &&
      start > one.end &&
      start <= one.end + 8 &&
      (cue.setting === true || cue.type === 'exercise' || cue.type === 'cooperate'),
  );

/** `[制裁]を科した`: a noun that a verb needs is told with it, save that of an occasion. */
const withoutLeads = (triggers: readonly JapaneseTrigger[]): readonly JapaneseTrigger[] =>
  triggers.filter(
    (one) =>
      !one.isNoun ||
      one.cue.setting === true ||
      (!isAbout(one, triggers) &&
        !triggers.some(({ lead, cue }) => lead !== null && overlaps(lead, one) && !ASKING.has(cue.type))),
  );

/** Who else stands in the clause; whose a subject is that is nobody known, save of a court. */
const othersOf = (
  scene: JapaneseScene,
  trigger: JapaneseTrigger,
  subject: Subject,
): readonly JapanesePhrase[] => {
  const others = othersBefore(scene, trigger, subject).filter((one) => !subject.owners.includes(one));
  return trigger.cue.doer === 'court' ? others : [...subject.owners, ...others];
};

const codeOne = (scene: JapaneseScene, trigger: JapaneseTrigger): Coded | null => {
  const { cue, isNoun, tail } = trigger;
  const { text, sentence, grammar } = scene;
  if (cue.type === 'suspend' && putsOff(scene, trigger)) return null;
  const passive = isPassive(scene, trigger);
  const subject = subjectOf(scene, trigger);
  const alone = isAlone(scene, trigger, subject, passive);
  if (subject.foreign && !isNoun && !passive && !alone && !mayBeForeign(scene, trigger, subject)) return null;
  if (isAsked(scene, trigger) || isAdvice(scene, trigger)) return null;
  if (trigger.describes && !isToldOf(scene, trigger, subject, passive, alone)) return null;
  const happens = !isNoun || passive || comesAbout(tail, grammar.happens) || endsThere(tail);
  const named = seatJapanese(cue.frame, {
    subject: seatOf(subject, isNoun, happens),
    passive,
    others: othersOf(scene, trigger, subject),
    at: trigger.start,
    reaches: cue.type === 'call' || text.startsWith('表敬', trigger.start),
    unknown: subject.agent && happens,
  });
  const told = withPair(
    scene,
    trigger,
    withPlace(scene, trigger, withSpeaker(scene, trigger, subject, named)),
  );
  const participants = isNoun ? withUndergoer(scene, trigger, told) : told;
  return {
    trigger,
    participants,
    realis: realisOf(trigger, text, sentence.end, grammar),
    happens,
    passive,
    alone: alone && happens,
  };
};

/** `なぜ拿捕したのか`: what the outlet asks is told by nobody. */
const isAsked = (scene: JapaneseScene, { start, tail }: JapaneseTrigger): boolean =>
  /^(?:し|さ(?:れ|せ))?(?:[ただ]|る|する)の(?:だろう)?か/u.test(tail) &&
  windowOf(scene, start)[0] === scene.sentence.start;

/** `話し合うべきだ`: advice that nobody known gives is the outlet's own. */
const isAdvice = (scene: JapaneseScene, trigger: JapaneseTrigger): boolean =>
  /^(?:す|る)?べき/u.test(trigger.tail) && speechAt(scene, trigger)?.speaker == null;

/** Types whose passive is told though nobody known is named: `船が臨検を受けた`. */
const BEFALLS: ReadonlySet<string> = new Set(
  'incident attack restrict withdraw expel investigate'.split(' '),
);

/** Whether an act is told though nobody known takes part: one who acts in public does it, or it befalls somebody. */
const isAlone = (
  { stage }: JapaneseScene,
  { cue, isNoun }: JapaneseTrigger,
  { foreign, agent, phrase, noun }: Subject,
  passive: boolean,
): boolean => {
  if (stage.leading.size === 0) return false;
  if (foreign && !isNoun && GOES_ON.has(cue.type) && stage.leading.size > 1) return THING.test(noun);
  if (cue.frame === 'joint' || cue.frame === 'visit') return false;
  if (passive) return BEFALLS.has(cue.type) && phrase === null;
  return foreign && agent && (!isNoun || cue.frame !== 'mediate');
};

/** `実務者[協議]は続いている`: whose occasion it is goes without saying. */
const withPair = (
  { stage, sentence, grammar }: JapaneseScene,
  { cue, start, end, isNoun, tail }: JapaneseTrigger,
  named: readonly Participant[],
): readonly Participant[] => {
  if (cue.frame !== 'joint' || named.length > 0 || !isNoun || sentence.headline) return named;
  if (stage.leading.size < 2 || !/^[はがも]/u.test(tail) || !comesAbout(tail, grammar.happens)) return named;
  const actors = lastPair(stage, [], { start, end });
  return actors.map(({ ref, party }) => ({
    id: ref.id,
    name: ref.name,
    role: 'joint',
    party,
    mention: null,
  }));
};

/** `拿捕[された]`, `退け[られた]`, `奪わ[れた]`; `撤退[させた]` is none. */
const isPassive = ({ text }: JapaneseScene, { end, tail, cue, isNoun }: JapaneseTrigger): boolean => {
  if (/^させ/u.test(tail)) return false;
  if (/^(?:さ[れせ]|られ)/u.test(tail)) return true;
  if (isNoun)
    return RECEIVED.test(tail) || (cue.type === 'aid' && /^(?:で|により|によって)(?!は)/u.test(tail));
  return tail.startsWith('れ') && /[わかがさたなばまら]/u.test(text[end - 1] ?? '');
};

/** `臨検を[受けた]`, `支援に[頼る]`. */
const RECEIVED = /^[をもでに][^、]{0,6}(?:受け|浴び|得|頼|仰い)(?!入れ)/u;

/** The noun that a verb before it tells of: `[非難する]民族派政党`. */
const HEAD =
  /(?<=^(?:する|した|している|していた|[くむぶぐつる]|んだ|った|いた)?)[\p{Script=Han}\p{Script=Katakana}ー]+(?=[がはをにもの、])/u;

/** Who stands right behind a verb that tells of him: `制裁を[科した]ヴァルドリアは`. */
const headOf = ({ phrases }: JapaneseScene, end: number): JapanesePhrase | null =>
  phrases.find(({ start, particle }) => start >= end && start - end <= 5 && particle !== '') ?? null;

/** The subject of a cue; what stands in the words that it needs is none (`[責任は]相手に[ある]`), and who is left out is whoever was spoken of. */
const subjectOf = (
  scene: JapaneseScene,
  { start, end, lead, isNoun, cue, describes, tail }: JapaneseTrigger,
): Subject => {
  if (describes) {
    const head = headOf(scene, end);
    if (head !== null) return { phrase: head, foreign: false, noun: '', owners: [], agent: false };
    if (scene.grammar.agents.some((word) => HEAD.exec(tail)?.[0].endsWith(word)))
      return { phrase: null, foreign: true, noun: '', owners: [], agent: true };
  }
  const marks = lead !== null && /[はが]$/u.test(scene.text.slice(lead.start, lead.end));
  const subject = subjectBefore(scene, marks ? lead.start : start);
  if (subject.phrase !== null) return subject;
  const [from] = windowOf(scene, start);
  const quoted = from !== scene.sentence.start;
  if (subject.foreign)
    return quoted && SPOKEN.has(cue.type) && JUDGES.test(scene.text.slice(start, start + 5))
      ? { ...subject, foreign: false, owners: [], noun: '' }
      : subject;
  return !quoted && !isNoun ? { ...subject, phrase: scene.carried } : subject;
};

/** Words by which a speaker judges a thing that is their subject: `領土問題は[存在しない]`. */
const JUDGES =
  /^(?:存在し|固有の|わが国|我が国|われわれの|余地|論外|問題外|あり得|ありえ|受け入れ|容認|許され|許せ|看過|認められ|自国|話し合う余|議論の余|交渉の余|妥協の余)/u;

/** Things that go on between states: their talks, relations and papers are told of as doing something themselves. */
const THING =
  /(?:交渉|協議|会談|対話|話し合い|会合|関係|国交|往来|航路|協定|条約|議定書|宣言|合意|文書|公電|映像|記録|資料|議事録|フェリー|交流|隔たり|溝|主張|会議|サミット|フォーラム|法|案|供給|輸送|運航|送電|墓参|操業|漁|作業|事業|工事|生産|便|橋|国境|海峡)$/u;

const THINGS_DO: ReadonlySet<string> = new Set(
  'no_agreement resume suspend ratify disclose legislate host_multilateral attack'.split(' '),
);

/** Types that are told of a thing though nobody says whose it is: `供給が[再開]した`. */
const GOES_ON: ReadonlySet<string> = new Set('no_agreement resume suspend'.split(' '));

/** `[両国]の交渉は[決裂]した`, `裁判所は…[判決を下]した`: whose the thing is takes part. */
const mayBeForeign = (
  { text, stage }: JapaneseScene,
  { cue, start }: JapaneseTrigger,
  { noun, owners }: Subject,
): boolean => {
  if (cue.doer === 'court') return /(?:裁判所|法廷|裁判官|最高裁|高裁|地裁)$/u.test(noun);
  if (cue.frame === 'receive') return owners.length > 0;
  if (!THINGS_DO.has(cue.type) || text.startsWith('攻', start)) return false;
  if (!THING.test(noun)) return false;
  return owners.length > 0 || cue.type === 'legislate' || (GOES_ON.has(cue.type) && stage.leading.size > 1);
};

/** A verb that tells of the noun behind it counts where its own clause says who does it: `[ヴァルドリア]が配備したミサイル`. */
const isToldOf = (
  { text }: JapaneseScene,
  { cue, start, end }: JapaneseTrigger,
  { phrase, agent }: Subject,
  passive: boolean,
  alone: boolean,
): boolean =>
  cue.doer === undefined &&
  (agent ||
    (passive && alone) ||
    (!passive && phrase !== null && phrase.start >= end) ||
    (!passive &&
      phrase !== null &&
      phrase.particle === 'が' &&
      start - phrase.behind < 24 &&
      !/、|[ただるうくすつむ][\p{Script=Han}]/u.test(text.slice(phrase.behind, start))));

/** Who leaves the subject out speaks of himself: whoever says what stands here, or says it with this very word. */
const withSpeaker = (
  scene: JapaneseScene,
  trigger: JapaneseTrigger,
  subject: Subject,
  named: readonly Participant[],
): readonly Participant[] => {
  if (subject.phrase !== null || subject.foreign || !isOfSpeaker(trigger)) return named;
  if (named.some(({ role }) => role === 'initiator')) return named;
  const topical = withTopic(scene, trigger, named);
  const spoken = speechAt(scene, trigger);
  if (topical !== named || spoken?.speaker == null)
    return topical === named ? withCarried(scene, trigger, named) : topical;
  const { speaker, behalf, source } = spoken;
  const others = named.filter(({ id, party }) => id !== speaker.id && (party?.id ?? id) !== behalf?.id);
  return [{ ...speaker, role: 'initiator', party: behalf, mention: source[0] ?? null }, ...others];
};

const isOfSpeaker = ({ cue, isNoun }: JapaneseTrigger): boolean =>
  SPOKEN.has(cue.type) || (cue.frame === 'act' && !isNoun);

const speechAt = (
  { stage, spoken }: JapaneseScene,
  { start, end }: JapaneseTrigger,
): Attribution | undefined =>
  governing(stage.spoken, { start, end }) ??
  overlapping(spoken, { start, end }, ({ at }) => at)[0]?.attribution;

/** In a quotation: the topic of the sentence around it, who is the speaker more surely than any other named there. */
const withTopic = (
  scene: JapaneseScene,
  trigger: JapaneseTrigger,
  named: readonly Participant[],
): readonly Participant[] => {
  const [from] = windowOf(scene, trigger.start);
  if (from === scene.sentence.start) return named;
  const topic = scene.phrases.findLast((phrase) => isTopic(phrase) && phrase.end < from);
  return topic === undefined ? named : withDoer(topic, trigger, named);
};

/** In a quotation of a sentence that names no topic: of whom the one before told. */
const withCarried = (
  scene: JapaneseScene,
  trigger: JapaneseTrigger,
  named: readonly Participant[],
): readonly Participant[] =>
  scene.carried === null || windowOf(scene, trigger.start)[0] === scene.sentence.start
    ? named
    : withDoer(scene.carried, trigger, named);

const withDoer = (
  topic: JapanesePhrase,
  trigger: JapaneseTrigger,
  named: readonly Participant[],
): readonly Participant[] => {
  const found = seatJapanese('act', { subject: topic, passive: false, others: [], at: trigger.start });
  const taken = new Set(found.map(({ id }) => id));
  return [...found, ...named.filter(({ id }) => !taken.has(id))];
};

/** Types that a public or a parliament does where it stands: `オルランドで国民投票が行われた`. */
const DONE_AT: ReadonlySet<string> = new Set(['poll', 'legislate', 'protest_pub']);

const withPlace = (
  { phrases }: JapaneseScene,
  { cue, start }: JapaneseTrigger,
  named: readonly Participant[],
): readonly Participant[] => {
  if (!DONE_AT.has(cue.type) || named.some(({ role }) => role === 'initiator')) return named;
  const at = phrases.findLast(({ end, particle }) => end <= start && /^では?$/u.test(particle));
  if (at === undefined) return named;
  return [...seatJapanese('act', { subject: at, passive: false, others: [], at: start }), ...named];
};

/** `交渉拒否は[ヴァルドリア]を失望させた`: whom the act that is the subject comes home to. */
const withUndergoer = (
  { phrases }: JapaneseScene,
  { cue, end, tail }: JapaneseTrigger,
  named: readonly Participant[],
): readonly Participant[] => {
  if (cue.frame !== 'act' || named.length !== 1 || !/^[はが]/u.test(tail)) return named;
  const other = phrases.find(
    ({ start, particle }) => start > end && start < end + 30 && /^[をに]$/u.test(particle),
  );
  if (other === undefined) return named;
  const found = seatJapanese('act', { subject: null, passive: false, others: [other], at: other.end + 9 });
  return [...named, ...found.filter(({ role }) => role === 'target')];
};

/** The subject of the sentence does what a noun tells only where the verb behind says that it came about. */
const seatOf = ({ phrase, foreign }: Subject, isNoun: boolean, happens: boolean): JapanesePhrase | null =>
  foreign || (isNoun && !happens) ? null : phrase;

/** What a noun's own verb says: `[訪問]の日程を決めた`; not that of another object, `[拿捕]に懸念を示した`. */
const OWN = /^(?:の[^をが、]{1,8}[をが]|[をがはもにへでと])?[^をが]*/u;

const comesAbout = (tail: string, words: readonly string[]): boolean => {
  const own = OWN.exec(tail)?.[0] ?? '';
  return words.some((word) => own.includes(word));
};

/** A headline or clause that ends in the noun: `…、オルランドと会談`. */
const endsThere = (tail: string): boolean => /^(?:へ)?[。、]?$/u.test(tail);

/** Between an occasion and what became of it no other noun stands: `訪問を急きょ取りやめた`, `会談は11月に延期された`. */
const DIRECTLY = /^(?:計画|日程)?(?:を|は|が|も|の)?[^、をがは]{0,12}$/u;

/** `訪問を[延期]`, `会談が[中止]`: what became of the occasion, no act of its own. */
const putsOff = ({ triggers, text, grammar }: JapaneseScene, trigger: JapaneseTrigger): boolean =>
  [...grammar.postponed, ...grammar.cancelled].some((word) => text.startsWith(word, trigger.start)) &&
  triggers.some((other) => {
    const words = text.slice(other.end, trigger.start);
    return (
      other !== trigger &&
      other.end <= trigger.start &&
      (other.cue.setting === true || (other.isNoun && !/^(?:中止|停止)/u.test(text.slice(trigger.start)))) &&
      words.length < 24 &&
      DIRECTLY.test(words) &&
      !/の受け入れ/u.test(words)
    );
  });
