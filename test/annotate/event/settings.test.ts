import { expect, test } from 'vitest';
import en from '../../../knowledge/en/event.json' with { type: 'json' };
import ja from '../../../knowledge/ja/event.json' with { type: 'json' };
import ru from '../../../knowledge/ru/event.json' with { type: 'json' };
import { withSettings } from '../../../src/annotate/event/settings.ts';
import { tokenise } from '../../../src/language/tokens.ts';
import type { EventMention } from '../../../src/model/annotation.ts';
import { cover } from '../../../src/model/span.ts';

const WORDS = { en: en.settings, ru: ru.settings, ja: ja.settings } as const;

/** Marks in the text, `{type trigger}`, become events; each sentence is a line. */
const settingsOf = (language: keyof typeof WORDS, marked: string): readonly (string | null)[] => {
  let text = '';
  const events: EventMention[] = [];
  for (const piece of marked.split(/(\{\w+ [^}]+\})/)) {
    const mark = /^\{(\w+) ([^}]+)\}$/.exec(piece);
    const start = text.length;
    text += mark?.[2] ?? piece;
    if (mark !== null)
      events.push({ type: mark[1], trigger: { start, end: text.length } } as unknown as EventMention);
  }
  let start = 0;
  const sentences = text.split('\n').map((line, paragraph) => {
    const at = start;
    start += line.length + 1;
    const tokens = tokenise(line).map((token) => ({
      ...token,
      start: token.start + at,
      end: token.end + at,
    }));
    return { start: at, end: at + line.length, tokens, segment: 0, paragraph, headline: false };
  });
  return withSettings(events, sentences, text, WORDS[language]).map(({ setting }) =>
    setting === undefined ? null : cover(text, setting),
  );
};

test.each<[keyof typeof WORDS, string, readonly (string | null)[]]>([
  ['en', 'Voss {reject rejected} the offer at {negotiate talks} in Port Lysa.', ['talks', null]],
  ['en', 'At their second round of {negotiate talks} Voss {reject rejected} it.', [null, 'talks']],
  ['en', 'Voss {reject rejected} it during a {visit visit} to Freeport.', ['visit', null]],
  // What comes after or before an occasion is not done at it.
  ['en', 'Voss {reject rejected} it in Freeport before the {negotiate talks}.', [null, null]],
  ['en', 'Voss {reject rejected} the {negotiate talks}.', [null, null]],
  // Another sentence, and one occasion at another.
  ['en', 'They held on at the {negotiate talks}.\nVoss {reject rejected} it.', [null, null]],
  ['en', 'They {meet met} at the {host_multilateral forum}.', [null, null]],
  ['ru', 'Восс {reject отвергла} его на {negotiate переговорах} в Порт-Лисе.', ['переговорах', null]],
  ['ru', 'Восс {reject отвергла} его перед {negotiate переговорами}.', [null, null]],
  ['ja', 'ヴォス氏は{negotiate 会談}で提案を{reject 拒否}した。', [null, '会談']],
])('%s: %s', (language, marked, expected) => {
  expect(settingsOf(language, marked)).toEqual(expected);
});
