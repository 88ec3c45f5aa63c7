import type { Token } from '../../model/sentence.ts';
import type { VerbGroup } from './clause.ts';
import { clauseStart, isCoordinated, isHard } from './clause.ts';
import type { Trigger } from './cues.ts';
import { BE, HAVE, PREPOSITIONS, RELATIVES } from './english.ts';
import type { Group, Scene } from './stage.ts';

const isParticiple = ({ form }: Trigger): boolean => form === 'past+participle' || form === 'participle';

/** "all the issues discussed.", "a document signed in March": a participle that describes the noun before it. */
export const isReduced = (scene: Scene, trigger: Trigger, verb: VerbGroup): boolean => {
  if (!isParticiple(trigger)) return false;
  if (verb.words.size > 0 || isCoordinated(scene.tokens, verb.first)) return false;
  const { tokens, groups } = scene;
  const before = tokens[verb.first - 1];
  if (before === undefined || before.kind === 'mark' || isHard(tokens, verb.first - 1)) return false;
  if (groups.some((group) => group.first <= verb.first - 1 && verb.first - 1 <= group.last)) return false;
  return isBare(tokens, trigger);
};

/** No object of its own follows: a mark or a preposition does, save the "by" of a passive. */
const isBare = (tokens: readonly Token[], trigger: Trigger): boolean => {
  const after = tokens[trigger.first + 1];
  const isOpen = after === undefined || after.kind === 'mark' || PREPOSITIONS.has(after.lower);
  return isOpen && after?.lower !== 'by' && !trigger.matched.includes(trigger.first + 1);
};

/** Words that lead in a clause as well as a noun: "after Voss visited". */
const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'as']);

/**
 * The actors that a bare participle describes: "Voss asked about [the Marlish fleet] stationed in the bay". They stand
 * behind a preposition in a clause that has its verb already, so that the participle cannot be theirs. Null when it may be.
 */
export const describedBy = (
  scene: Scene,
  trigger: Trigger,
  verb: VerbGroup,
  triggers: readonly Trigger[],
): Group | null => {
  const { tokens } = scene;
  if (!isParticiple(trigger) || verb.words.size > 0 || !isBare(tokens, trigger)) return null;
  const group = scene.groups.find(
    ({ last, lead, modifier, possessive }) =>
      last === verb.first - 1 && lead !== '' && !modifier && !possessive,
  );
  if (group === undefined) return null;
  const start = clauseStart(tokens, group.first);
  const lead = phraseLead(tokens, group.first, start);
  if (lead === null || CONJUNCTIONS.has(tokens[lead]?.lower ?? '')) return null;
  const isTold =
    tokens.slice(start, lead).some(({ lower }) => BE.has(lower) || HAVE.has(lower)) ||
    triggers.some(({ form, first }) => form !== 'noun' && first >= start && first < lead);
  return isTold ? group : null;
};

const PHRASE_REACH = 10;

/** The preposition that leads in the whole phrase: "[from] the side of the Marlish fleet". Null when none does. */
const phraseLead = (tokens: readonly Token[], first: number, start: number): number | null => {
  for (let at = first - 1; at >= Math.max(start, first - PHRASE_REACH); at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark') return null;
    if (PREPOSITIONS.has(token.lower) && token.lower !== 'of') return at;
  }
  return null;
};

/** The longest relative clause that is skipped between a subject and its verb, in tokens. */
const ASIDE_REACH = 30;

/**
 * The tokens, the last excluded, in which the subject of a verb stands, its relative clause left out: "[the Lysa accord],
 * which freed the bay, was signed", "[an accord], which was signed".
 */
export const subjectRange = (tokens: readonly Token[], first: number): readonly [number, number] => {
  const end = subjectEnd(tokens, first);
  return [clauseStart(tokens, end - 1), end];
};

const subjectEnd = (tokens: readonly Token[], first: number): number => {
  const before = tokens[first - 1];
  if (before === undefined) return first;
  if (RELATIVES.has(before.lower) && isHard(tokens, first - 1))
    return tokens[first - 2]?.text === ',' ? first - 2 : first - 1;
  if (before.text !== ',') return first;
  for (let at = first - 2; at > Math.max(0, first - ASIDE_REACH); at--) {
    const token = tokens[at];
    if (token?.text === ';' || token?.text === '.') return first;
    if (RELATIVES.has(token?.lower ?? '') && tokens[at - 1]?.text === ',') return at - 1;
  }
  return first;
};
