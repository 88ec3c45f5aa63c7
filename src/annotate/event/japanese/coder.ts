import { overlapping } from '../../../lib/sorted.ts';
import type { EventMention, Mention, Participant, Realis } from '../../../model/annotation.ts';
import { ruleId } from '../../../model/brand.ts';
import { cover } from '../../../model/span.ts';
import type { Draft } from '../draft.ts';
import { plainDraft } from '../plain-draft.ts';
import { governing } from '../stage.ts';
import type { JapaneseTrigger } from './cues.ts';
import type { JapanesePhrase } from './phrases.ts';
import { fateOf, realisOf } from './realis.ts';
import type { JapaneseScene } from './scene.ts';
import { seatJapanese } from './seats.ts';
import { othersBefore, type Subject, subjectBefore } from './subject.ts';

/** `event/ja/verb`: "[オルランド]initiatorは[ヴァルドリア]targetの提案を[拒否]triggerした". */
const VERB_RULE = ruleId('event/ja/verb@1');
/** `event/ja/noun`: "[ヴァルドリア]jointと[オルランド]jointの[会談]triggerは行われなかった". */
const NOUN_RULE = ruleId('event/ja/noun@1');

interface Coded {
  readonly trigger: JapaneseTrigger;
  readonly participants: readonly Participant[];
  readonly realis: Realis;
  readonly happens: boolean;
}

/** The events of a sentence, in text order, before merging. */
export const codeJapanese = (scene: JapaneseScene): readonly Draft[] => {
  const coded = scene.triggers.flatMap((trigger) => codeOne(scene, trigger) ?? []);
  const settled = coded.map((one) => underGovernor(scene, one, coded));
  return settled.flatMap((one) => (one !== null && isWhole(scene, one) ? [draftOf(scene, one)] : []));
};

const codeOne = (scene: JapaneseScene, trigger: JapaneseTrigger): Coded | null => {
  const { cue, isNoun, tail } = trigger;
  const { text, sentence, grammar } = scene;
  if (cue.type === 'suspend' && putsOff(scene, trigger)) return null;
  const subject = subjectBefore(scene, trigger.start);
  if (subject.foreign && !isNoun) return null;
  if (trigger.describes) return null;
  const happens = !isNoun || grammar.happens.some((word) => tail.includes(word)) || endsThere(tail);
  const named = seatJapanese(cue.frame, {
    subject: seatOf(subject, isNoun, happens),
    passive: /^(?:さ[れせ]|[わたまらかがさば]れ)/u.test(tail) && !/^させ/u.test(tail),
    others: othersBefore(scene, trigger, subject),
    at: trigger.start,
  });
  const told =
    SPOKEN.has(cue.type) && subject.phrase === null && !subject.foreign
      ? withSpeaker(scene, trigger, named)
      : named;
  const participants = isNoun ? withUndergoer(scene, trigger, told) : told;
  return {
    trigger,
    participants,
    realis: realisOf(trigger, text.slice(trigger.end, sentence.end), grammar),
    happens,
  };
};

/** Acts that are done by speaking. */
const SPOKEN: ReadonlySet<string> = new Set(
  'demand request propose offer promise accept reject accuse support threaten'.split(' '),
);

/** Who leaves the subject out speaks of himself: whoever says what stands here, or says it with this very word. */
const withSpeaker = (
  { stage, spoken: cues }: JapaneseScene,
  { start, end }: JapaneseTrigger,
  named: readonly Participant[],
): readonly Participant[] => {
  if (named.some(({ role }) => role === 'initiator')) return named;
  const spoken =
    governing(stage.spoken, { start, end }) ??
    overlapping(cues, { start, end }, ({ at }) => at)[0]?.attribution;
  if (spoken?.speaker == null) return named;
  const { speaker, behalf, source } = spoken;
  const others = named.filter(({ id, party }) => id !== speaker.id && (party?.id ?? id) !== behalf?.id);
  return [{ ...speaker, role: 'initiator', party: behalf, mention: source[0] ?? null }, ...others];
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

/** A headline or clause that ends in the noun: `…、オルランドと会談`. */
const endsThere = (tail: string): boolean => /^(?:へ)?[。、]?$/u.test(tail);

/** `訪問を[延期]`, `会談が[中止]`: what became of the occasion, no act of its own. */
const putsOff = ({ triggers, text, grammar }: JapaneseScene, trigger: JapaneseTrigger): boolean =>
  [...grammar.postponed, ...grammar.cancelled].some((word) => text.startsWith(word, trigger.start)) &&
  triggers.some(
    (other) =>
      other.cue.setting === true &&
      other.end <= trigger.start &&
      trigger.start - other.end < 24 &&
      !text.slice(other.end, trigger.start).includes('、'),
  );

const GOVERNS: ReadonlySet<string> = new Set(
  'reject demand request propose offer invite promise agree accept resume suspend no_agreement support accuse breach'.split(
    ' ',
  ),
);

const LINK =
  /^(?:の(?:継続|実施|開催|早期)?|への)?(?:を|に|が|へ|で)?(?:強く|改めて|再び|正式に)?$|^(?:する|した|しない|を行う|を開く)?(?:よう(?:に)?|こと(?:を|に|で)|と|用意)?(?:強く|改めて)?$/u;

/** The act whose matter this one is: it follows in the same clause. */
const governorOf = ({ text }: JapaneseScene, { trigger }: Coded, all: readonly Coded[]): Coded | null =>
  all.find((other) => {
    if (other.trigger.start < trigger.end || other.trigger.start > trigger.end + 40) return false;
    if (!GOVERNS.has(other.trigger.cue.type)) return false;
    const between = text.slice(trigger.end, other.trigger.start);
    if (LINK.test(between)) return true;
    return (
      between.length < 24 &&
      /^(?:する|を|させる)[^、]*(?:よう(?:に)?|こと(?:を|に|で)|と)[^、は]{0,16}$/u.test(between)
    );
  }) ?? null;

const PROPOSES: ReadonlySet<string> = new Set(['demand', 'request', 'propose', 'offer', 'invite', 'support']);
const LEADS_TO: ReadonlySet<string> = new Set([...PROPOSES, 'promise', 'agree', 'accept']);

/** What another act speaks of is its matter; an occasion that is asked for or agreed on is an event of its own. */
const underGovernor = (scene: JapaneseScene, one: Coded, all: readonly Coded[]): Coded | null => {
  const governor = governorOf(scene, one, all);
  if (governor === null) return one;
  const { cue } = governor.trigger;
  if (!LEADS_TO.has(cue.type)) return null;
  const participants = governedCast(one, governor, ASKS.has(cue.type));
  if (governor.realis === 'negated') return { ...one, realis: 'negated', participants };
  return { ...one, realis: PROPOSES.has(cue.type) ? 'proposed' : 'planned', participants };
};

/** Types whose matter the one who is spoken to is to do. */
const ASKS: ReadonlySet<string> = new Set(['demand', 'request', 'propose', 'invite']);

const sideOf = ({ id, party }: Participant): string => party?.id ?? id;

/** Who takes part in the matter of an act: whoever promises does it, whoever is asked does it. */
const governedCast = (one: Coded, governor: Coded, asks: boolean): readonly Participant[] => {
  const { frame } = one.trigger.cue;
  const sides = new Set(one.participants.map(sideOf));
  if (frame === 'joint' || frame === 'visit') {
    const added = sides.size > 1 ? [] : governor.participants.filter((each) => !sides.has(sideOf(each)));
    const role = frame === 'visit' ? ('host' as const) : ('joint' as const);
    return [...one.participants, ...added.map((each) => ({ ...each, role }))];
  }
  const targets = governor.participants.filter(({ role }) => role === 'target');
  const speakers = governor.participants.filter(({ role }) => role !== 'target');
  const doer = frame === 'mediate' ? ('mediator' as const) : ('initiator' as const);
  const doers = (asks ? targets : speakers).map((each) => ({ ...each, role: doer }));
  const taken = new Set(doers.map(sideOf));
  const own = one.participants.filter((each) => each.role !== doer && !taken.has(sideOf(each)));
  const others = (asks ? speakers : targets).map((each) => ({ ...each, role: 'target' as const }));
  return [...doers, ...(own.length > 0 ? own : others)];
};

/** Types whose doer alone is enough. */
const LONE: ReadonlySet<string> = new Set(
  'seize_territory deploy exercise withdraw disclose legislate claim protest_pub host_multilateral promise poll'.split(
    ' ',
  ),
);

const isWhole = (
  { grammar, text, stage }: JapaneseScene,
  { trigger, participants, happens, realis }: Coded,
): boolean => {
  const { cue, isNoun } = trigger;
  const sides = new Set(participants.map(({ id, party }) => party?.id ?? id));
  if (!participants.some(({ party }) => party !== null)) return false;
  if (cue.frame === 'joint' || cue.frame === 'visit') return sides.size > 1;
  if (cue.frame === 'mediate')
    return (happens || realis === 'proposed') && participants.some(({ role }) => role === 'mediator');
  if (!participants.some(({ role }) => role === 'initiator')) return false;
  if (sides.size > 1) return !isNoun || happens || cue.type === 'reject' || realis === 'proposed';
  if (LONE.has(cue.type)) return happens;
  if (
    !isNoun &&
    SPOKEN.has(cue.type) &&
    participants.some(({ party }) => party !== null && stage.leading.has(party.id))
  )
    return true;
  const before = text.slice(Math.max(0, trigger.start - 16), trigger.start);
  return happens && (cue.matter !== true || grammar.objects.some((word) => before.includes(word)));
};

const draftOf = (scene: JapaneseScene, { trigger, participants, realis }: Coded): Draft => {
  const { stage, sentence, grammar } = scene;
  const stance = /否定(?:した|している|する)/u.test(trigger.tail) ? 'denies' : null;
  return plainDraft(
    stage,
    {
      cue: trigger.cue,
      rule: trigger.isNoun ? NOUN_RULE : VERB_RULE,
      trigger: { start: trigger.start, end: trigger.end },
      span: {
        start: clauseStart(scene, trigger),
        end: Math.min(sentence.end, trigger.end + endOfTail(trigger.tail)),
      },
      participants,
      realis: stance === 'denies' && realis === 'actual' ? 'negated' : realis,
      fate: fateOf(trigger, grammar),
      outcome: outcomeOf(scene, trigger),
      object: objectOf(scene, trigger),
      place: placeOf(scene, trigger),
      stance,
      isNoun: trigger.isNoun,
      settled: realis === 'actual' && /た(?:。|、|と|$)/u.test(trigger.tail),
    },
    {
      tokens: sentence.tokens,
      times: scene.times,
      rivals: [],
      breaks: [],
      history: [],
    },
  );
};

const endOfTail = (tail: string): number => tail.replace(/[、]$/u, '').length;

/** Where the clause begins: at its subject, else behind the last pause. */
const clauseStart = (scene: JapaneseScene, { start }: JapaneseTrigger): number => {
  const { phrase } = subjectBefore(scene, start);
  if (phrase !== null) return phrase.start;
  const pause = scene.text.lastIndexOf('、', start);
  return Math.max(scene.sentence.start, pause + 1);
};

/** The last noun of the grammar's objects before the cue that `を`, `に` or `へ` leads to it. */
const objectOf = ({ grammar, text, sentence }: JapaneseScene, { start }: JapaneseTrigger): string | null => {
  const from = Math.max(sentence.start, start - 24);
  const before = text.slice(from, start);
  let found: string | null = null;
  let at = -1;
  for (const word of grammar.objects) {
    const i = before.lastIndexOf(word);
    if (i > at && /^[^、]{0,10}$/u.test(before.slice(i + word.length))) {
      at = i;
      found = word;
    }
  }
  return found;
};

/** A place or state that `で` follows, or of an act on the spot `に`. */
const placeOf = (
  { mentions, text, stage }: JapaneseScene,
  { start, cue }: JapaneseTrigger,
): string | null => {
  const here = mentions.filter(
    ({ type, form, span }) => form === 'name' && (type === 'PLACE' || type === 'STATE') && span.end <= start,
  );
  const isAt = ({ span, type }: Mention): boolean => {
    const behind = text.slice(span.end, span.end + 3);
    if (/^で(?!き)/u.test(behind)) return true;
    return type === 'PLACE' || cue.type === 'visit'
      ? /^(?:に|を|へ|から|付近|周辺|沖|訪)/u.test(behind)
      : false;
  };
  const found = here.filter(isAt).at(-1);
  return found === undefined ? null : (found.refersTo?.name ?? cover(stage.input.article.text, found.span));
};

const outcomeOf = (
  { stage, grammar }: JapaneseScene,
  { cue, tail }: JapaneseTrigger,
): EventMention['outcome'] => {
  if (cue.type === 'no_agreement') return 'none';
  if (stage.types.get(cue.type)?.outcome !== true) return null;
  if (grammar.noAgreement.some((word) => tail.includes(word))) return 'none';
  if (grammar.agreement.some((word) => tail.includes(word))) return 'agreement';
  return grammar.partial.some((word) => tail.includes(word)) ? 'partial' : null;
};
