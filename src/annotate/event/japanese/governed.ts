import type { Participant } from '../../../model/annotation.ts';
import { type Coded, sideOf } from './coded.ts';
import type { JapaneseScene } from './scene.ts';
import { isWhole } from './whole.ts';

const GOVERNS: ReadonlySet<string> = new Set(
  'reject demand request propose offer invite promise agree accept resume suspend no_agreement support accuse breach threaten'.split(
    ' ',
  ),
);

const LINK =
  /^(?:の(?:継続|実施|開催|早期)?|への)?(?:を|に|が|へ|で|まで|も)?(?:強く|改めて|再び|正式に|重ねて|早急に|直ちに)?$|^(?:する|した|しない|を行う|を開く)?(?:よう(?:に)?|こと(?:を|に|で)|と|用意)?(?:強く|改めて)?$/u;

/** The words between two cues without the actors named there: `船長の解放を[オルランドに]求めた`. */
const between = ({ text, phrases }: JapaneseScene, from: number, to: number): string => {
  const within = phrases.filter(({ start, behind }) => start >= from && behind <= to);
  return within.reduceRight(
    (left, { start, behind }) => left.slice(0, start - from) + left.slice(behind - from),
    text.slice(from, to),
  );
};

/** The act whose matter this one is: it follows in the same clause. */
const governorOf = (scene: JapaneseScene, { trigger }: Coded, all: readonly Coded[]): Coded | null =>
  all.find((other) => {
    if (other.trigger.start < trigger.end || other.trigger.start > trigger.end + 40) return false;
    if (!GOVERNS.has(other.trigger.cue.type)) return false;
    const words = between(scene, trigger.end, other.trigger.start);
    if (LINK.test(words)) return true;
    return (
      words.length < 24 &&
      /^(?:する|を|させる|[うくすつむるぐぶ])[^、]*(?:よう(?:に)?|こと(?:を|に|で)|と)[^、は]{0,16}$/u.test(
        words,
      )
    );
  }) ?? null;

const PROPOSES: ReadonlySet<string> = new Set(['demand', 'request', 'propose', 'offer', 'invite', 'support']);
const LEADS_TO: ReadonlySet<string> = new Set([...PROPOSES, 'promise', 'agree', 'accept', 'threaten']);

/** `合意を[歓迎]した`: what is welcomed has come about, what is backed may be a plan. */
const WELCOMES = /^(?:歓迎|評価|称賛|たたえ|感謝)/u;

/** What another act speaks of is its matter; an occasion that is asked for or agreed on is an event of its own. */
export const underGovernor = (scene: JapaneseScene, one: Coded, all: readonly Coded[]): Coded | null => {
  const governor = governorOf(scene, one, all);
  if (governor === null) return one;
  const { cue, start, end } = governor.trigger;
  if (cue.type === 'accuse' && !one.trigger.isNoun) return one;
  if (cue.type === 'threaten' && one.trigger.cue.type === 'threaten') return null;
  if (cue.type === 'support' && WELCOMES.test(scene.text.slice(start, end)))
    return one.participants.length > 1 ? { ...one, happens: true } : null;
  if (!LEADS_TO.has(cue.type) || (cue.type === 'accept' && isOffer(one))) return null;
  const participants = governedCast(one, governor, ASKS.has(cue.type));
  const alone = isWhole(scene, governor) && (participants.length === 0 || one.trigger.cue.frame === 'joint');
  return { ...one, realis: realisUnder(governor), participants, alone };
};

const realisUnder = ({ realis, trigger }: Coded): Coded['realis'] => {
  if (realis === 'negated') return 'negated';
  if (trigger.cue.type === 'threaten') return 'hypothetical';
  return PROPOSES.has(trigger.cue.type) ? 'proposed' : 'planned';
};

/** `[提案]を受け入れた`: what is accepted was told before. */
const isOffer = ({ trigger }: Coded): boolean => trigger.isNoun && PROPOSES.has(trigger.cue.type);

/** Types whose matter the one who is spoken to is to do. */
const ASKS: ReadonlySet<string> = new Set(['demand', 'request', 'propose', 'invite']);

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
  if (asks && doers.length === 0) return [];
  const own = one.participants.filter((each) => each.role !== doer && !taken.has(sideOf(each)));
  const others = (asks ? speakers : targets).map((each) => ({ ...each, role: 'target' as const }));
  return [...doers, ...(own.length > 0 ? own : others)];
};
