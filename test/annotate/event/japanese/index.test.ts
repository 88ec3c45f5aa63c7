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
