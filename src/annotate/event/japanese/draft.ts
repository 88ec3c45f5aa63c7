import type { EventMention, Mention } from '../../../model/annotation.ts';
import { ruleId } from '../../../model/brand.ts';
import { cover } from '../../../model/span.ts';
import type { Draft } from '../draft.ts';
import { plainDraft } from '../plain-draft.ts';
import type { Coded } from './coded.ts';
import type { JapaneseTrigger } from './cues.ts';
import { fateOf } from './realis.ts';
import type { JapaneseScene } from './scene.ts';
import { subjectBefore } from './subject.ts';

/** `event/ja/verb`: "[オルランド]initiatorは[ヴァルドリア]targetの提案を[拒否]triggerした". */
const VERB_RULE = ruleId('event/ja/verb@2');
/** `event/ja/noun`: "[ヴァルドリア]jointと[オルランド]jointの[会談]triggerは行われなかった". */
const NOUN_RULE = ruleId('event/ja/noun@2');

/** An event of a coded cue, with its object, place, fate and outcome. */
export const draftOf = (scene: JapaneseScene, { trigger, participants, realis }: Coded): Draft => {
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
      settled:
        realis === 'actual' &&
        (/た(?:。|、|と|$)/u.test(trigger.tail) ||
          /(?:な|ない|ず)$/u.test(scene.text.slice(trigger.start, trigger.end))),
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
