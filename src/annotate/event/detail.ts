import { firstAbove } from '../../lib/sorted.ts';
import type { Mention, Telling } from '../../model/annotation.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { bySpan, contains, cover } from '../../model/span.ts';
import type { Arguments } from './arguments.ts';
import { nounEnd } from './arguments.ts';
import { clauseEnd, clauseStart } from './clause.ts';
import type { Trigger } from './cues.ts';
import { BE, DETERMINERS, DO, HAVE, isAdverb, JOINERS, OPENERS, PHASE, PREPOSITIONS } from './english.ts';
import { governedIn, governedTelling } from './scope.ts';
import type { GrammarSets, Group, Scene, Stage } from './stage.ts';
import { governing } from './stage.ts';

const PLACE_LEADS = new Set(['in', 'at', 'near', 'on', 'outside', 'of']);

/** Where it takes place: the place named nearest the cue in its clause, else the gathering's; null when none is named. */
export const readPlace = (
  stage: Stage,
  scene: Scene,
  clause: Span,
  trigger: Span,
  mentions: readonly Mention[],
  isVisit: boolean,
): string | null => {
  const named = mentions
    .filter(
      (m) =>
        contains(clause, m.span) &&
        m.form === 'name' &&
        (isPlaced(scene, m, isVisit) || (isVisit && isVisited(m, trigger))),
    )
    .filter((m) => !isOfMatter(scene, trigger, m.span))
    .sort((a, b) => distance(a.span, trigger) - distance(b.span, trigger) || bySpan(a.span, b.span));
  const place = named.find((m) => m.type === 'PLACE') ?? named.find((m) => m.type === 'STATE');
  if (place !== undefined) {
    const text = cover(stage.input.article.text, place.span);
    return place.type === 'PLACE' ? (place.refersTo?.name ?? text) : text;
  }
  const gathering = mentions.find(
    (m) =>
      m.type === 'GATHERING' &&
      contains(scene.sentence, m.span) &&
      m.refersTo !== null &&
      isAttended(scene, m.span, isVisit),
  );
  if (gathering?.refersTo == null || distance(gathering.span, trigger) > GATHERING_REACH) return null;
  return stage.world.gathering(gathering.refersTo.id, stage.published.latest)?.place ?? null;
};

const GATHERING_REACH = 160;
const GATHERING_LEADS = new Set(['at', 'in', 'during', 'within']);
const SIDELINES = new Set(['sidelines', 'margins', 'fringes', 'opening', 'close', 'end', 'start']);
const MEMBERSHIP = new Set(['membership', 'member', 'members', 'seat', 'status', 'vote']);
const ATTEND = /^(?:attend|host|open|address|join|clos)(?:s|es|ed|ing|e)?$/;

/**
 * "at [the Bay Forum]", "on the sidelines of it", "attended it": whoever is there is in its city. A gathering that one is
 * a member of, leaves or speaks about ("thrown out of the Bay Forum") is a body without a place.
 */
const isAttended = ({ tokens }: Scene, { start }: Span, isVisit: boolean): boolean => {
  let at = firstAbove(tokens, start, (token) => token.end) - 1;
  for (let steps = 0; steps < 4 && at >= 0; steps++, at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || BE.has(token.lower)) return false;
    if (ATTEND.test(token.lower)) return true;
    if (!PREPOSITIONS.has(token.lower)) continue;
    const before = tokens[at - 1]?.lower ?? '';
    if (token.lower === 'of') return SIDELINES.has(before);
    if (token.lower === 'to') return isVisit;
    return GATHERING_LEADS.has(token.lower) && !MEMBERSHIP.has(before);
  }
  return false;
};

/** "toured [Long Reef]": the place of a visit may be its object. */
const isVisited = ({ span, type }: Mention, trigger: Span): boolean =>
  type === 'PLACE' && span.start >= trigger.end && span.start - trigger.end <= 2;

/** Words that lead in what an act is about: a place beyond them is not where it is done. */
const MATTER = new Set(['on', 'about', 'over', 'regarding', 'concerning', 'from']);

/** "agreed on talks over activity [in the Reefs]": the place belongs to the matter; "on Friday in Lysa" is no matter. */
const isOfMatter = ({ tokens, timed }: Scene, trigger: Span, place: Span): boolean => {
  if (place.start < trigger.end) return false;
  const first = firstAbove(tokens, trigger.end - 1, (token) => token.start);
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.end > place.start) return false;
    const isNear = tokens.slice(at + 1, at + 4).some((next) => next.end > place.start);
    if (MATTER.has(token.lower) && !timed.has(at) && !timed.has(at + 1) && !isNear) return true;
  }
  return false;
};

const isPlaced = (scene: Scene, mention: Mention, isVisit: boolean): boolean => {
  const { tokens } = scene;
  let at = firstAbove(tokens, mention.span.start, (token) => token.end) - 1;
  for (let steps = 0; steps < 4 && at >= 0; steps++, at--) {
    const lower = tokens[at]?.lower ?? '';
    if (PREPOSITIONS.has(lower))
      return (
        (PLACE_LEADS.has(lower) || (isVisit && lower === 'to')) &&
        (lower !== 'of' || mention.type === 'PLACE')
      );
    if (!DETERMINERS.has(lower) && tokens[at]?.kind === 'mark') return false;
  }
  return false;
};

const distance = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end);

/** What the act is about: the first noun of the object list in the clause after the cue. */
export const readObject = (stage: Stage, scene: Scene, trigger: Trigger): string | null =>
  phraseAt(stage, scene, trigger, forward(scene.tokens, trigger, stage.grammar));

/** Where the subject of a passive stands, and which nouns are sought in it first. */
interface Sought {
  readonly range: readonly [number, number];
  readonly wanted: ReadonlySet<string> | null;
}

/** What a passive act is about: the last noun of the object list in its subject. */
export const readSubject = (
  stage: Stage,
  scene: Scene,
  trigger: Trigger,
  { range: [start, end], wanted }: Sought,
): string | null => {
  const { tokens } = scene;
  const last = (list: ReadonlySet<string>): number =>
    tokens.findLastIndex(
      ({ lower }, at) => at >= start && at < end && list.has(lower) && isPhraseEnd(tokens, at, stage.grammar),
    );
  const found = wanted === null ? -1 : last(wanted);
  const at = found >= 0 ? found : last(stage.grammar.objects);
  return phraseAt(stage, scene, trigger, at < 0 ? null : at);
};

/** The text of the noun phrase that ends in the token at `at`. */
const phraseAt = (stage: Stage, { tokens }: Scene, trigger: Trigger, at: number | null): string | null => {
  const head = at === null ? undefined : tokens[at];
  if (at === null || head === undefined) return null;
  let first = at;
  while (first > 0 && at - first < 4 && isPremodifier(tokens, trigger, first - 1)) first--;
  const start = tokens[first]?.start ?? head.start;
  const end = /['’]s$/.test(head.text) ? head.end - 2 : head.end;
  return cover(stage.input.article.text, { start, end });
};

const forward = (tokens: readonly Token[], trigger: Trigger, grammar: GrammarSets): number | null => {
  const end =
    trigger.form === 'noun'
      ? nounEnd(tokens, trigger.last)
      : Math.min(clauseEnd(tokens, trigger.last), trigger.last + 12);
  for (let at = trigger.first + 1; at < end; at++)
    if (grammar.objects.has(tokens[at]?.lower ?? '') && isPhraseEnd(tokens, at, grammar)) return at;
  return null;
};

/** "peace treaty talks" is talks: the last of a row of nouns is the head. */
const isPhraseEnd = (tokens: readonly Token[], at: number, grammar: GrammarSets): boolean =>
  !grammar.objects.has(tokens[at + 1]?.lower ?? '');

/** Whether the word at `at` belongs to the noun phrase that goes on after it. */
const isPremodifier = (tokens: readonly Token[], trigger: Trigger, at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark' || trigger.matched.includes(at)) return false;
  const { lower } = token;
  const before = tokens[at - 1]?.lower ?? '';
  if (before === 'to' || (lower.endsWith('ing') && PREPOSITIONS.has(before))) return false;
  return !(CLOSED.some((words) => words.has(lower)) || isAdverb(lower));
};

const CLOSED = [DETERMINERS, PREPOSITIONS, JOINERS, BE, HAVE, DO, OPENERS, PHASE] as const;

const SPEECH_TELLING: Readonly<Record<string, Telling>> = {
  confirmed: 'confirms',
  denied: 'denies',
  declined: 'declines',
};

const DOUBT = new Set([
  'doubt',
  'doubts',
  'doubted',
  'unlikely',
  'unconfirmed',
  'alleged',
  'allegedly',
  'rumoured',
  'rumored',
]);

const DENYING = new Set(['deny', 'denies', 'denied', 'denying']);

/** "denies [having] attacked". */
const isDeniedHaving = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb - 1]?.lower === 'having' && DENYING.has(tokens[verb - 2]?.lower ?? '');

/** How the telling stands to the event, by the attribution it stands in and by words of doubt in its clause. */
export const readTelling = (stage: Stage, scene: Scene, trigger: Trigger): Telling => {
  const token = scene.tokens[trigger.first];
  const attribution = token === undefined ? null : governing(stage.spoken, token);
  const spoken = attribution === null ? undefined : SPEECH_TELLING[attribution.act];
  if (spoken !== undefined) return spoken;
  const governed = governedIn(stage, scene);
  const at = token === undefined ? null : (governed?.tree.at(token.start) ?? null);
  const above = governed === null || at === null ? null : governedTelling(governed, at);
  if (above !== null) return above;
  if (isDeniedHaving(scene.tokens, trigger.first)) return 'denies';
  const start = clauseStart(scene.tokens, trigger.first);
  const end = clauseEnd(scene.tokens, trigger.last);
  return scene.tokens.slice(start, end).some((t) => DOUBT.has(t.lower)) ? 'doubts' : 'asserts';
};

/** The characters of the clause: from its subject or first word of the verb to the end of what follows the cue. */
export const clauseSpan = (scene: Scene, trigger: Trigger, firstToken: number, args: Arguments): Span => {
  const { tokens } = scene;
  const start = clauseStart(tokens, trigger.first);
  const subject = args.subject !== null && args.subject.first >= start ? args.subject.first : firstToken;
  const groups = [...args.led.values()].flat();
  const reach = [...groups, ...(args.object === null ? [] : [args.object])].filter(
    (g: Group) => g.first > trigger.first,
  );
  const last = Math.max(trigger.last, ...reach.map((group) => group.last));
  const end =
    trigger.form === 'noun' ? Math.max(last, nounEnd(tokens, trigger.last) - 1) : softEnd(tokens, last);
  const from = tokens[Math.max(start, Math.min(subject, firstToken, trigger.first))];
  const to = tokens[end];
  return { start: from?.start ?? scene.sentence.start, end: to?.end ?? scene.sentence.end };
};

/** The last token before the next mark or opening word after `last`. */
const softEnd = (tokens: readonly Token[], last: number): number => {
  const limit = Math.min(clauseEnd(tokens, last), tokens.length);
  let at = last;
  while (at + 1 < limit) {
    const next = tokens[at + 1];
    if (next === undefined || next.kind === 'mark' || JOINERS.has(next.lower)) break;
    at++;
  }
  return at;
};
