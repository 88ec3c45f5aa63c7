import { firstAbove } from '../../lib/sorted.ts';
import type { EventMention } from '../../model/annotation.ts';
import type { SettingWords } from '../../model/knowledge/event-lexicon.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import { contains } from '../../model/span.ts';

/** Types that are occasions: other acts are done at them. */
const OCCASIONS: ReadonlySet<string> = new Set([
  'meet',
  'visit',
  'negotiate',
  'call',
  'host_multilateral',
  'mediate',
]);

/** Words between what leads in an occasion and the word that names it: "at [their second round of] talks". */
const REACH = 6;

/**
 * Acts with the occasion that they are done at, where one sentence tells of both and a word leads the occasion in:
 * "[rejected] the offer at [talks] in Tesk"; in scripts without blanks the word stands behind ("会談で"). Of several occasions the
 * nearest counts; an occasion is no setting of another.
 */
export const withSettings = (
  events: readonly EventMention[],
  sentences: readonly Sentence[],
  text: string,
  words: SettingWords,
): readonly EventMention[] => {
  const { leads, stops } = { leads: new Set(words.leads), stops: new Set(words.stops) };
  const led = new Map<Sentence, EventMention[]>();
  for (const event of events) {
    if (!OCCASIONS.has(event.type)) continue;
    const sentence = sentenceAt(sentences, event.trigger.start);
    if (sentence === null || !contains(sentence, event.trigger)) continue;
    const isLed =
      isLedIn(sentence.tokens, event, leads, stops) ||
      words.behind.some((lead) => text.startsWith(lead, event.trigger.end));
    if (isLed) led.set(sentence, [...(led.get(sentence) ?? []), event]);
  }
  if (led.size === 0) return events;
  return events.map((event) => {
    if (OCCASIONS.has(event.type)) return event;
    const sentence = sentenceAt(sentences, event.trigger.start);
    const [occasion] = [...(led.get(sentence ?? NONE) ?? [])].sort((a, b) => gap(event, a) - gap(event, b));
    return occasion === undefined ? event : { ...event, setting: occasion.trigger };
  });
};

const NONE = {} as Sentence;

const gap = (event: EventMention, occasion: EventMention): number =>
  occasion.trigger.start >= event.trigger.end
    ? occasion.trigger.start - event.trigger.end
    : event.trigger.start - occasion.trigger.end;

const isLedIn = (
  tokens: readonly Token[],
  { trigger }: EventMention,
  leads: ReadonlySet<string>,
  stops: ReadonlySet<string>,
): boolean => {
  const at = tokens.findIndex(({ end }) => end > trigger.start);
  for (let i = at - 1; i >= Math.max(0, at - REACH); i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark' || stops.has(token.lower)) return false;
    if (leads.has(token.lower)) return true;
  }
  return false;
};

/** The sentence that holds a place; sentences stand in the order of the text. */
const sentenceAt = (sentences: readonly Sentence[], place: number): Sentence | null => {
  const sentence = sentences[firstAbove(sentences, place, ({ start }) => start) - 1];
  return sentence !== undefined && place < sentence.end ? sentence : null;
};
