import type { Attribution, EventTime } from '../../model/annotation.ts';
import { compareDays } from '../../model/edtf/index.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { cover } from '../../model/span.ts';
import { clauseEnd, clauseStart } from './clause.ts';
import type { Coded, Cued } from './coded.ts';
import type { Trigger } from './cues.ts';
import type { Scene, Stage } from './stage.ts';
import { governing } from './stage.ts';
import { isLongPast } from './timing.ts';

/** Positions and measures that explain a dispute where the writer tells of them in the present. */
const LASTING: ReadonlySet<string> = new Set([
  'claim',
  'reject',
  'recognise',
  'sanction',
  'restrict',
  'deploy',
]);

const LONG = /^(?:decades|centuries|generations|years)$/;
const OFTEN: ReadonlySet<string> = new Set(['twice', 'repeatedly', 'often', 'thrice', 'times']);
const OFTEN_REACH = 4;
const RECALLING = /^(?:recall|remember|remind)/;

/** "decades [ago]", "years earlier", "long ago": longer than news goes back. */
const isLongAgo = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }, i) => {
    if (lower !== 'ago' && lower !== 'earlier' && lower !== 'before') return false;
    const before = tokens[i - 1]?.lower ?? '';
    return LONG.test(before) || (before === 'long' && lower === 'ago');
  });

/** "met [twice]", "met three [times]": told as a sum, not as news. */
const isCounted = (tokens: readonly Token[], { last }: Trigger): boolean =>
  tokens.slice(last + 1, last + 1 + OFTEN_REACH).some(({ lower }) => OFTEN.has(lower));

/** Everybody who takes part in what several do together has left office before publication. */
const areFormer = ({ world, published }: Stage, { cast, type }: Coded): boolean => {
  const day = published.earliest;
  if (day === null || !TOGETHER.has(type) || cast.participants.length < 2) return false;
  return cast.participants.every(({ id }) => {
    const terms = world.terms(id);
    return terms.length > 0 && terms.every(({ to }) => to !== null && compareDays(to, day) < 0);
  });
};

const TOGETHER: ReadonlySet<string> = new Set(['meet', 'negotiate', 'agree', 'sign', 'call']);

/** Whether what is told without a day of its own is told as old: by words of age or number, by who recalls it, by who did it. */
const isToldAsOld = (
  stage: Stage,
  { tokens }: Scene,
  trigger: Trigger,
  coded: Coded,
  time: EventTime | null,
  teller: Attribution | null,
): boolean => {
  if (coded.realis !== 'actual' || (time !== null && time.basis !== 'bounded')) return false;
  const clause = tokens.slice(clauseStart(tokens, trigger.first), clauseEnd(tokens, trigger.last));
  if (isLongAgo(clause) || (trigger.form !== 'noun' && isCounted(tokens, trigger))) return true;
  const isRecalled =
    teller?.cue.some((cue) => RECALLING.test(cover(stage.input.article.text, cue).toLowerCase())) === true;
  return isRecalled || areFormer(stage, coded);
};

/** A denial stands from a day before publication on; "will not meet" is denied of days to come. */
const isLongDenied = ({ published }: Stage, coded: Coded, time: EventTime | null): boolean => {
  if (coded.realis !== 'negated' || coded.ahead === true || time?.edtf.endsWith('/..') !== true) return false;
  return published.earliest === null || (time.earliest !== null && time.earliest < published.earliest);
};

/** By the time of the act; null when it says nothing. */
const byTime = ({ published }: Stage, { realis }: Coded, time: EventTime | null): boolean | null => {
  // "after the war" has no end but publication; its beginning is when it lies.
  if (time?.basis === 'inferred' && realis === 'actual')
    return isLongPast({ ...time, latest: time.earliest ?? time.latest }, published);
  const isDated = time !== null && time.basis !== 'bounded' && time.latest !== null;
  return isDated && published.earliest !== null ? isLongPast(time, published) : null;
};

/** What lies days back, or stands, is background; a past perfect only where no time says that it is the story's news. */
export const isBackground = (
  stage: Stage,
  { scene }: Cued,
  trigger: Trigger,
  coded: Coded,
  time: EventTime | null,
  at: Span,
): boolean => {
  const teller = governing(stage.spoken, at);
  // What a speaker holds is his news; what the writer says that somebody holds explains it.
  if (coded.realis === 'standing') return teller === null && LASTING.has(coded.type);
  if (coded.absent || isLongDenied(stage, coded, time)) return true;
  if (isToldAsOld(stage, scene, trigger, coded, time, teller)) return true;
  // In reported speech the past perfect is only "has" seen from then.
  return byTime(stage, coded, time) ?? (coded.perfect && teller === null);
};
