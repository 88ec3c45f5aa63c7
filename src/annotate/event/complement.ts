import type { Token } from '../../model/sentence.ts';
import type { VerbGroup } from './clause.ts';
import { clauseStart, isHard } from './clause.ts';
import type { Trigger } from './cues.ts';
import { DETERMINERS } from './english.ts';

/** Acts whose complement says what is agreed, promised, proposed or refused. */
const GOVERNING = new Set([
  'agree',
  'promise',
  'propose',
  'offer',
  'invite',
  'request',
  'demand',
  'accept',
  'threaten',
  'reject',
]);

/** Whether the type of a cue takes what is to be done as its complement. */
export const isGoverning = (trigger: Trigger): boolean =>
  trigger.form !== 'noun' && GOVERNING.has(trigger.cue.type);

const REACH = 16;

/**
 * The act whose complement the verb is in: "[agreed] to resume talks", "[promised] in Lysa that she would visit". Null when
 * it stands on its own.
 */
export const governorOf = (
  tokens: readonly Token[],
  trigger: Trigger,
  verb: VerbGroup,
  triggers: readonly Trigger[],
): Trigger | null => {
  const opener = clauseStart(tokens, verb.first) - 1;
  const edge = verb.infinitive ? verb.first : opener;
  if (!verb.infinitive && tokens[opener]?.lower !== 'that') return null;
  const before = triggers.findLast((other) => other.form !== 'noun' && other.first < trigger.first);
  if (before === undefined || !isGoverning(before) || before.first >= edge || edge - before.first > REACH)
    return null;
  for (let at = before.first + 1; at < edge; at++) if (isHard(tokens, at)) return null;
  return before;
};

/**
 * The first token of the complement of a governing cue, where its own time and place end: "agreed in Lysa on Friday [to]
 * meet in June". Null when it has none: "agreed to a truce on Monday".
 */
export const complementStart = (
  tokens: readonly Token[],
  trigger: Trigger,
  triggers: readonly Trigger[],
): number | null => {
  if (!isGoverning(trigger)) return null;
  for (let at = trigger.first + 1; at < tokens.length && at <= trigger.first + REACH; at++) {
    const token = tokens[at];
    if (token === undefined || token.text === '.' || token.text === ';') return null;
    if (token.lower === 'that' && isHard(tokens, at)) return at;
    if (token.lower === 'to' && isVerbal(tokens, at + 1, triggers)) return at;
  }
  return null;
};

/** Whether the word after "to" is a verb: no article, name or noun cue. */
const isVerbal = (tokens: readonly Token[], at: number, triggers: readonly Trigger[]): boolean => {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark' || DETERMINERS.has(token.lower)) return false;
  if (/^[\p{Lu}\d]/u.test(token.text)) return false;
  return !triggers.some(({ form, first }) => form === 'noun' && first === at);
};
