import { describe, expect, test } from 'vitest';
import { eventsInLanguage } from '../../../../eval/lib/extract.ts';
import { briefsIn, invented } from '../languages-support.ts';

describe('who does what to whom', () => {
  test.each([
    ['と', 'レンツ大統領はホリス首相と会談した。', ['meet actual [会談] joint:pavo-lenz joint:petra-hollis']],
    [
      'a place is no side',
      'レンツ大統領はホリス首相とテスクで会談した。',
      ['meet actual [会談] joint:pavo-lenz joint:petra-hollis'],
    ],
    [
      'the passive',
      'オルランドの漁船がヴァルドリア軍に銃撃された。',
      ['incident actual [銃撃] initiator:valdoria target:orland'],
    ],
    [
      'a compound',
      'ホリス首相のヴァルドリア訪問が終わった。',
      ['visit actual [訪問] visitor:petra-hollis host:valdoria'],
    ],
    [
      'による',
      'オルランドによるヴァルドリアへの制裁が始まった。',
      ['sanction actual [制裁] initiator:orland target:valdoria'],
    ],
    [
      'what is asked for is another event',
      'オルランドはヴァルドリアに撤退を要求した。',
      [
        'withdraw proposed [撤退] initiator:valdoria target:orland',
        'demand actual [要求] initiator:orland target:valdoria',
      ],
    ],
    [
      'what is refused is none',
      'オルランドはヴァルドリアとの会談を拒否した。',
      ['reject actual [拒否] initiator:orland target:valdoria'],
    ],
    [
      'whose deed is blamed',
      'オルランドは、ヴァルドリアが協定を破ったと非難した。',
      ['accuse actual [非難] initiator:orland target:valdoria'],
    ],
  ])('%s', (_name, text, wanted) => {
    expect(briefsIn('ja', text).filter((brief) => !brief.startsWith('breach'))).toEqual(wanted);
  });
});

describe('whether it happened', () => {
  test.each([
    ['レンツ大統領はホリス首相と会談した。', 'meet actual'],
    ['レンツ大統領はホリス首相と会談する。', 'meet planned'],
    ['レンツ大統領はホリス首相と会談する予定だ。', 'meet planned'],
    ['レンツ大統領はホリス首相と会談しなかった。', 'meet negated'],
    ['レンツ大統領はホリス首相と会談する可能性がある。', 'meet hypothetical'],
    ['レンツ大統領とホリス首相の会談は延期された。', 'meet planned:postponed'],
    ['レンツ大統領とホリス首相の会談は中止された。', 'meet planned:cancelled'],
    ['ヴァルドリアとオルランドの交渉が続いている。', 'negotiate ongoing'],
  ])('%s', (text, wanted) => {
    expect(briefsIn('ja', text).map((brief) => brief.replace(/ \[.*/, ''))).toEqual([wanted]);
  });
});

describe('what is no event', () => {
  test.each([
    ['somebody else is the subject', 'オルランドの企業はヴァルドリアに割引を提案した。'],
    ['an interview', 'ホリス首相は取材に応じた。'],
    ['a noun of another', 'ヴァルドリアでは病院の訪問予約が増えた。'],
    ['nobody is named', '会談が始まった。'],
  ])('%s', (_name, text) => {
    expect(briefsIn('ja', text)).toEqual([]);
  });
});

describe('verbs of Japanese roots', () => {
  test.each([
    ['オルランドはヴァルドリアの要求を退けた。', 'reject actual [退け] initiator:orland target:valdoria'],
    ['ヴァルドリアはオルランドの申し出を断った。', 'reject actual [断っ] initiator:valdoria target:orland'],
    [
      'オルランドはヴァルドリア製品に関税を課した。',
      'sanction actual [課し] initiator:orland target:valdoria',
    ],
    ['ヴァルドリアは合意を守らなかった。', 'breach actual [守らな] initiator:valdoria'],
    ['ヴァルドリアは合意を守った。', 'comply actual [守っ] initiator:valdoria'],
    [
      'オルランドはヴァルドリアに船を返すよう迫った。',
      'demand actual [迫っ] initiator:orland target:valdoria',
    ],
  ])('%s', (text, wanted) => {
    expect(briefsIn('ja', text)).toContain(wanted);
  });
});

describe('who is not named with the act', () => {
  test.each([
    [
      'who was spoken of',
      'オルランドは14日、ヴァルドリア大使を呼んだ。拿捕を厳しく非難した。',
      'accuse actual [非難] initiator:orland',
    ],
    [
      'whose a subject is',
      'ヴァルドリアとオルランドの交渉は行き詰まった。',
      'no_agreement actual [行き詰まっ] joint:valdoria joint:orland',
    ],
    ['whom it befalls', 'オルランドの漁船が拿捕された。', 'incident actual [拿捕] target:orland'],
    ['what is received', 'オルランドの漁船が臨検を受けた。', 'incident actual [臨検] target:orland'],
    [
      'who acts in public',
      'ヴァルドリアはオルランドの船を止めた。野党は政府の対応を批判した。',
      'accuse actual [批判]',
    ],
    [
      'the head of a relative clause',
      '制裁を科したヴァルドリアは態度を変えていない。',
      'sanction actual [科し] initiator:valdoria',
    ],
    [
      'a speaker who judges',
      'レンツ大統領は「領土問題は存在しない」と述べた。',
      'reject actual [存在しない] initiator:pavo-lenz',
    ],
    [
      'a condition has a subject of its own',
      'ホリス首相は、ヴァルドリアが動けば報復すると警告した。',
      'threaten actual [警告] initiator:petra-hollis target:valdoria',
    ],
    [
      'an ambassador and his post',
      'オルランドはヴァルドリアの駐ヘイル大使を呼び、抗議した。',
      'protest_dip actual [呼び、] initiator:orland target:valdoria',
    ],
  ])('%s', (_name, text, wanted) => {
    expect(briefsIn('ja', text)).toContain(wanted);
  });
});

describe('what only looks like an act', () => {
  test.each([
    ['a question of the outlet', 'ヴァルドリアはなぜ漁船を拿捕したのか。'],
    ['advice of the outlet', '両国は島の帰属を話し合うべきだ。'],
    ['a short verb behind another', 'ヴァルドリアは船について同じ説明を繰り返した。'],
    [
      'the words that a verb needs are missing',
      'ホリス首相は約束の時間を守った後、静かに帰った。オルランドは晴れた。',
    ],
  ])('%s', (_name, text) => {
    expect(briefsIn('ja', text).filter((brief) => !brief.startsWith('comply'))).toEqual([]);
  });
});

describe('noise', () => {
  test('spans are right behind astral letters', () => {
    const text = '😀𠮷　オルランドは15日、ヴァルドリアの提案を拒否した。';
    const [event] = eventsInLanguage(text, 'ja', invented);
    expect(text.slice(event?.trigger.start, event?.trigger.end)).toBe('拒否');
    expect(event?.time?.edtf).toBe('2021-09-15');
  });

  test.each(['', '「」', 'は、', 'ヴァルドリアと'.repeat(60), '会談'.repeat(200), '「会談'.repeat(40)])(
    'never throws: %j',
    (text) => {
      expect(() => briefsIn('ja', text)).not.toThrow();
    },
  );
});
