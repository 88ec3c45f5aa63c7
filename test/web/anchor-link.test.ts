import { describe, expect, it } from 'vitest';
import { articleId, digest } from '../../src/model/brand.ts';
import { locate, parseArticle, passageAddress, readerAddress } from '../../web/src/lib/anchor-link.ts';

const REVISION = digest(`deadbeef${'0'.repeat(56)}`);
const ARTICLE = articleId('0123456789abcdef');
const TEXT = 'HARBOUR (Northern Wire) - Ada Voss said 🛟 “We & they keep the pier.” It rained.';
const QUOTE = 'We & they keep the pier.';
const START = TEXT.indexOf(QUOTE);
const AT = { article: ARTICLE, revision: REVISION, start: START, end: START + QUOTE.length };

const hashOf = (address: string): string => address.slice(address.indexOf('#'));

describe('readerAddress', () => {
  it('names page, text and characters', () => {
    expect(readerAddress('orland', { ...AT, start: 3, end: 9 })).toBe(
      '/orland/sources/0123456789abcdef@deadbeef#t=3-9',
    );
  });

  it('carries a quote with marks of its own through the address', () => {
    const address = readerAddress('orland', AT, QUOTE);
    expect(locate(`New. ${TEXT}`, hashOf(address), false)).toEqual({
      kind: 'found',
      span: { start: START + 5, end: START + 5 + QUOTE.length },
      how: 'quote',
      moved: 5,
    });
  });
});

describe('parseArticle', () => {
  it.each([
    ['0123456789abcdef', { article: '0123456789abcdef', revision: null }],
    ['0123456789abcdef@DEADBEEF', { article: '0123456789abcdef', revision: 'deadbeef' }],
    ['0123456789abcdef@', { article: '0123456789abcdef', revision: null }],
    ['0123456789abcdef@../x', { article: '0123456789abcdef', revision: null }],
  ])('reads %s', (id, expected) => {
    expect(parseArticle(id)).toEqual(expected);
  });
});

describe('locate', () => {
  it('takes the place at its word in the text that the address was made for', () => {
    expect(locate(TEXT, '#t=10-14&q=other+words', true)).toEqual({
      kind: 'found',
      span: { start: 10, end: 14 },
      how: 'position',
      moved: 0,
    });
  });

  it('finds characters nearer the beginning', () => {
    const found = locate(TEXT.slice(26), hashOf(passageAddress('orland', AT, TEXT)), false);
    expect(found).toMatchObject({ kind: 'found', how: 'quote', moved: -26 });
  });

  it('finds words whose quotation marks have changed', () => {
    const hash = hashOf(readerAddress('orland', AT, 'said 🛟 "We'));
    expect(locate(TEXT, hash, false)).toMatchObject({ kind: 'found', how: 'fuzzy' });
  });

  it('keeps the length of a stretch whose quote was cut', () => {
    const long = `${'The pier stays. '.repeat(60)}End.`;
    const address = readerAddress('orland', { ...AT, start: 0, end: long.length }, long);
    const found = locate(`Opening. ${long}`, hashOf(address), false);
    expect(found).toMatchObject({ kind: 'found', span: { start: 9, end: 9 + long.length } });
  });

  it('says that words are not in a text', () => {
    expect(locate(TEXT, '#t=4-9&q=no+such+words', false)).toEqual({
      kind: 'lost',
      quote: 'no such words',
      asked: { start: 4, end: 9 },
    });
  });

  it('is unsure of a bare place in another text, and has lost one behind its end', () => {
    expect(locate(TEXT, 't=4-9', false)).toEqual({ kind: 'unsure', span: { start: 4, end: 9 } });
    expect(locate(TEXT, 't=4-900', true)).toMatchObject({ kind: 'lost' });
  });

  it.each(['', '#', '#t=9-4', '#t=a-b', '#q=', '#x=1'])('finds nothing asked in %j', (hash) => {
    expect(locate(TEXT, hash, true)).toEqual({ kind: 'nothing' });
  });
});
