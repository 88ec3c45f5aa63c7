import type { Mention } from '../../model/annotation.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { rangeOf } from '../../model/edtf/index.ts';
import type { InstrumentEntry } from '../../model/knowledge.ts';
import { cover } from '../../model/span.ts';
import type { Draft, SentenceInput } from './draft.ts';
import { codesOf } from './draft.ts';
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

const instrumentOf = (stage: Stage, mention: Mention): InstrumentEntry | null => {
  if (mention.type !== 'INSTRUMENT' || mention.refersTo === null) return null;
  const id = mention.refersTo.id;
  const known = stage.input.knowledge.instruments.find((entry) => entry.id === id);
  if (known === undefined || known.parties.length === 0) return null;
  const around = stage.input.article.text.slice(Math.max(0, mention.span.start - 8), mention.span.end);
  return around.includes(known.edtf.slice(0, 4)) ? known : null;
};

const draftOf = (stage: Stage, mention: Mention, known: InstrumentEntry): Draft => {
  const { article } = stage.input;
  const participants = known.parties.flatMap((code) => {
    const state = stage.world.state(code);
    if (state === null) return [];
    const party = { id: state.id, name: state.name };
    return [{ ...party, role: 'joint' as const, party, mention: null }];
  });
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
