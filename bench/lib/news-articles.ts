/** Articles of the length of news, put together of those written for the accuracy of statements. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countWords } from '../../src/lib/words.ts';

/** The shortest article in words; a story of a news agency mostly has between 500 and 700. */
const LEAST_WORDS = 500;

interface OwnArticle {
  readonly language: string;
  readonly text: string;
}

/** Articles to be read with their pack. */
export interface NewsArticles {
  readonly texts: readonly string[];
  /** Path of the pack of their invented dispute. */
  readonly pack: string;
}

/**
 * The English articles of `eval/corpora/statements` in the repository at `root`, one after the other until 500 words are
 * reached. What is left at the end is no article.
 */
export const newsArticles = (root: string): NewsArticles => {
  const folder = join(root, 'eval', 'corpora', 'statements');
  const own = readFileSync(join(folder, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OwnArticle);
  const texts: string[] = [];
  let text = '';
  for (const article of own) {
    if (article.language !== 'en') continue;
    text = text === '' ? article.text : `${text}\n\n${article.text}`;
    if (countWords(text) < LEAST_WORDS) continue;
    texts.push(text);
    text = '';
  }
  return { texts, pack: join(folder, 'pack.json') };
};
