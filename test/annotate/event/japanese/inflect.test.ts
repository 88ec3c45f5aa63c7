import { describe, expect, test } from 'vitest';
import { formsOf } from '../../../../src/annotate/event/japanese/inflect.ts';

describe('the forms of a verb of the cues', () => {
  test.each([
    ['退ける', 'verb', ['退け']],
    ['応じる', 'verb', ['応じ']],
    ['得る', 'verb', ['得']],
    ['拒む', 'verb', ['拒ま', '拒み', '拒む', '拒め', '拒も', '拒ん']],
    ['断る', 'verb', ['断ら', '断り', '断る', '断れ', '断ろ', '断っ']],
    ['返す', 'verb', ['返さ', '返し', '返す', '返せ', '返そ']],
    [
      '踏みにじる',
      'verb',
      ['踏みにじら', '踏みにじり', '踏みにじる', '踏みにじれ', '踏みにじろ', '踏みにじっ'],
    ],
    ['表明する', 'doing', ['表明']],
    ['座り込みをする', 'doing', ['座り込み']],
    ['帰国させる', 'verb', ['帰国させ']],
    ['合意に至らな', 'verb', ['合意に至らな']],
  ])('%s', (written, kind, words) => {
    expect(formsOf(written)).toEqual({ kind, words });
  });
});
