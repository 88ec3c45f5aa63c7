import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/app/knowledge.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { told } from './told.ts';

// The states, persons and outlets of these sentences are invented; they are those of the pack of the evaluation.
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge({ pack: 'eval/corpora/statements/pack.json' });
});

const japanese = (text: string): readonly string[] => told(text, 'ja', knowledge);

describe('Japanese statements: [source] cue {content} = speaker', () => {
  test.each([
    [
      'a quotation',
      'ホリス首相は記者会見で「交渉を続ける」と述べた。',
      'quote-to [ホリス首相] 述べた {「交渉を続ける」} = petra-hollis',
    ],
    [
      'the subject behind the quotation',
      '「交渉を続ける」とホリス首相は語った。',
      'quote-to [ホリス首相] 語った {「交渉を続ける」} = petra-hollis',
    ],
    [
      'a clause',
      'オルランド外務省は12日、ヴァルドリアの艦船が領海に侵入したと発表した。',
      'clause-to [オルランド外務省] 発表した {ヴァルドリアの艦船が領海に侵入した} = orland-foreign-ministry',
    ],
    [
      'what a quotation is about stays outside',
      'ウェイド外相は拿捕について「断じて容認できない」と非難した。',
      'quote-to [ウェイド外相] 非難した {「断じて容認できない」} = iris-wade',
    ],
    [
      'according to',
      'ケストレル通信によると、船は釈放された。',
      'by-telling-of [ケストレル通信] によると {船は釈放された} = kestrel',
    ],
    [
      'a noun that takes a clause',
      'レンツ大統領は10日の演説で、島の返還には応じない考えを示した。',
      'clause-to [レンツ大統領] 考えを示した {島の返還には応じない} = pavo-lenz',
    ],
    [
      'an object',
      '島民評議会は政府に対し、フェリーの再開を求めている。',
      'object-cue [島民評議会] 求めている {フェリーの再開} = islanders',
    ],
    [
      'a verb cut short at the end',
      'ホリス氏は「今後も対話を続けたい」と強調。',
      'quote-to [ホリス氏] 強調 {「今後も対話を続けたい」} = petra-hollis',
    ],
    [
      'a subject that goes on',
      'ホリス首相は「海は広い」と述べ、撤回を求めた。',
      'object-cue [ホリス首相] 求めた {撤回} = petra-hollis',
    ],
    [
      'an office means who holds it on the day',
      '両国が会談した。ヴァルドリア大統領は「前進だ」と評価した。',
      'quote-to [ヴァルドリア大統領] 評価した {「前進だ」} = pavo-lenz',
    ],
  ])('%s', (_, text, expected) => {
    expect(japanese(text)).toContain(expected);
  });

  test('what is no speaker is no topic, and a name in katakana ends where the katakana ends', () => {
    expect(japanese('領土問題は「存在しない」と書かれた。')).toEqual([]);
    expect(
      japanese('サンドイッチは「おいしい」と述べた。').some((line) => line.includes('mirela-sand')),
    ).toBe(false);
  });

  test('answers in an interview are those of the person interviewed', () => {
    const text =
      'ペトラ・ホリス首相が本紙のインタビューに応じた。\n\n――通航料は。\n\n「高すぎる」\n\n――フェリーは。\n\n「必要だと思う」';
    expect(japanese(text).filter((line) => line.startsWith('dialogue-turn'))).toEqual([
      'dialogue-turn []  {「高すぎる」} = petra-hollis',
      'dialogue-turn []  {「必要だと思う」} = petra-hollis',
    ]);
  });

  test('hostile text costs time in proportion and raises nothing', () => {
    const time = (text: string): number => {
      const before = process.cpuUsage();
      told(text, 'ja', knowledge);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    for (const piece of ['「', '首相は、', '「あ」と述べ、', 'と', 'サンド・']) {
      time(piece.repeat(250));
      const small = time(piece.repeat(250));
      const large = time(piece.repeat(1_000));
      expect(large, piece).toBeLessThan(40 * small + 400_000);
    }
  });
});
