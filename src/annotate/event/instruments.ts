import type { Mention, Participant } from '../../model/annotation.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { rangeOf } from '../../model/edtf/index.ts';
import type { InstrumentEntry } from '../../model/knowledge.ts';
import { contains, cover } from '../../model/span.ts';
import type { SentenceInput } from './coded.ts';
import type { Draft } from './draft.ts';
import { codesOf } from './draft.ts';
import type { Cast } from './participants.ts';
import type { Stage } from './stage.ts';

/** `event/en/instrument`: "on the basis of [the 1931 Freedonian-Sylvanian declaration]trigger". */
const INSTRUMENT_RULE: RuleId = ruleId('event/en/instrument@1');

const CONFIDENCE = 0.5;

/**
 * An instrument that is named with its year tells that it was signed then: background, with the signing parties and day
 * that knowledge has. An instrument named without a year is only spoken of.
 */
export const codeInstruments = (stage: Stage, input: SentenceInput): readonly Draft[] =>
  input.mentions.flatMap((mention) => {
    const known = instrumentOf(stage, mention);
    return known === null ? [] : [draftOf(stage, mention, known)];
  });

const entryOf = (stage: Stage, { type, refersTo }: Mention): InstrumentEntry | null => {
  if (type !== 'INSTRUMENT' || refersTo === null) return null;
  const known = stage.input.knowledge.instruments.find((entry) => entry.id === refersTo.id);
  return known === undefined || known.parties.length === 0 ? null : known;
};

const instrumentOf = (stage: Stage, mention: Mention): InstrumentEntry | null => {
  const known = entryOf(stage, mention);
  if (known === null) return null;
  const around = stage.input.article.text.slice(Math.max(0, mention.span.start - 8), mention.span.end);
  return around.includes(known.edtf.slice(0, 4)) ? known : null;
};

const partiesTo = (stage: Stage, known: InstrumentEntry): readonly Participant[] =>
  known.parties.flatMap((code) => {
    const state = stage.world.state(code);
    if (state === null) return [];
    const party = { id: state.id, name: state.name };
    return [{ ...party, role: 'joint' as const, party, mention: null }];
  });

/**
 * The parties to the instrument that stands between the tokens of `range`, the last excluded: those that knowledge has, else
 * the two states of its name ("the Freedonian-Marlish accord"). None when neither says.
 */
export const signersOf = (
  stage: Stage,
  { scene, mentions }: SentenceInput,
  [first, end]: readonly [number, number],
): readonly Participant[] => {
  const at = { start: scene.tokens[first]?.start ?? 0, end: scene.tokens[end - 1]?.end ?? 0 };
  for (const mention of mentions) {
    const known = contains(at, mention.span) ? entryOf(stage, mention) : null;
    if (known !== null) return partiesTo(stage, known);
  }
  const pair = scene.groups.findLast(
    (group) => group.modifier && group.actors.length > 1 && group.first >= first && group.last < end,
  );
  return (pair?.actors ?? []).map(({ ref, party, span }) => ({
    ...ref,
    role: 'joint',
    party,
    mention: span,
  }));
};

/** Adds the parties of the instrument signed to a cast of which the clause names one of them or none. */
export const withSigners = (cast: Cast, signers: readonly Participant[]): Cast => {
  const parties = new Set(signers.map(({ id, party }) => party?.id ?? id));
  const named = cast.participants.map(({ id, party }) => party?.id ?? id);
  if (signers.length < 2 || cast.explicit > 1 || !named.every((id) => parties.has(id))) return cast;
  const added = signers.filter(({ id, party }) => !named.includes(party?.id ?? id));
  return { participants: [...cast.participants, ...added], explicit: signers.length };
};

const draftOf = (stage: Stage, mention: Mention, known: InstrumentEntry): Draft => {
  const { article } = stage.input;
  const participants = partiesTo(stage, known);
  return {
    event: {
      kind: 'event',
      article: article.id,
      revision: article.revision,
      rule: INSTRUMENT_RULE,
      confidence: CONFIDENCE,
      type: 'sign',
      trigger: mention.span,
      span: mention.span,
      participants,
      object: cover(article.text, mention.span),
      place: null,
      time: { ...rangeOf(known.edtf), basis: 'inferred', expression: null },
      realis: 'actual',
      fate: null,
      outcome: null,
      stance: 'asserts',
      background: true,
      codes: codesOf(stage, 'sign'),
    },
    setting: false,
    explicit: participants.length,
  };
};
