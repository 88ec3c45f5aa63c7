import { quotedRegions } from '../../../language/quotes.ts';
import type { Mention } from '../../../model/annotation.ts';
import { contains, type Span } from '../../../model/span.ts';
import type { Draft } from '../draft.ts';
import { mergeDrafts } from '../merge.ts';
import { rememberActors } from '../plain-actors.ts';
import type { EventReader } from '../reader.ts';
import { timesIn } from '../timing.ts';
import { codeJapanese } from './coder.ts';
import { findJapaneseTriggers } from './cues.ts';
import { compileJapaneseEvents } from './lists.ts';
import { findJapanesePhrases } from './phrases.ts';
import { carriedInto, type Topic, topicAfter } from './topic.ts';

/** A longer sentence is a table or a list that lost its marks. In UTF-16 code units. */
const LONGEST_SENTENCE = 1_500;

/**
 * Codes the events of a Japanese article by characters, since words are not set apart: cues and what follows them, actors and
 * the particles behind them.
 */
export const readJapanese: EventReader = (stage, lexicon) => {
  const { grammar } = lexicon;
  if (grammar === null) return [];
  const tables = compileJapaneseEvents(lexicon, grammar);
  const { sentences, annotations, article } = stage.input;
  const mentions = [...annotations.mentions].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  const longest = annotations.times.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  const spoken = annotations.attributions
    .flatMap((attribution) => attribution.cue.map((at) => ({ at, attribution })))
    .sort((a, b) => a.at.start - b.at.start);
  const drafts: Draft[] = [];
  const mentionsIn = inOrder(mentions);
  let topic: Topic | null = null;
  for (const sentence of sentences) {
    const here = mentionsIn(sentence);
    if (sentence.end - sentence.start > LONGEST_SENTENCE) continue;
    const triggers = findJapaneseTriggers(tables, article.text, sentence);
    const phrases = findJapanesePhrases(stage, tables, here, sentence);
    rememberActors(
      stage,
      phrases.filter(({ particle }) => !/^(?:で|では|から)$/u.test(particle)).flatMap(({ actors }) => actors),
    );
    const carried = carriedInto(article.text, sentence, topic);
    topic = sentence.headline ? null : topicAfter(article.text, sentence, phrases, carried);
    if (triggers.length === 0) continue;
    const quotes = quotedRegions(article.text, sentence);
    drafts.push(
      ...mergeDrafts(
        codeJapanese({
          stage,
          grammar,
          sentence,
          text: article.text,
          mentions: here,
          phrases,
          triggers,
          quotes,
          spoken,
          carried,
          times: timesIn(annotations.times, sentence, longest),
        }),
      ),
    );
  }
  return drafts;
};

/** Hands out the mentions of one sentence after the other. */
const inOrder = (mentions: readonly Mention[]): ((sentence: Span) => readonly Mention[]) => {
  let next = 0;
  return (sentence) => {
    const here: Mention[] = [];
    while (next < mentions.length && (mentions[next]?.span.start ?? 0) < sentence.end) {
      const mention = mentions[next++];
      if (mention !== undefined && contains(sentence, mention.span)) here.push(mention);
    }
    return here;
  };
};
