import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { ElementNode } from '../html/tree.ts';
import { attribute, textOf } from '../html/tree.ts';
import type { Words } from '../lexicon.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS } from './candidate.ts';
import type { MetaTags } from './meta-dates.ts';
import { readDate } from './read-date.ts';
import { urlDates } from './url-dates.ts';

/** A key of a script's data that speaks of publication. Example: `window.page = {"publishDate":"[2020-03-03]T06:12"}` */
export const SCRIPT_DATE: RuleId = ruleId('clean/published/script@1');
/** The day in the address of the page's picture, which is uploaded with the story. Example: `og:image` `…/[2020/03/03]/strait.jpg` */
export const IMAGE_DATE: RuleId = ruleId('clean/published/guess-image@1');

const SCRIPT_KIND: DateKind = { rule: SCRIPT_DATE, source: 'script', weight: WEIGHTS.script };
const IMAGE_KIND: DateKind = { rule: IMAGE_DATE, source: 'image', weight: WEIGHTS.guess * 0.6 };

const KEY =
  /["']?\b(?:date_?published|published_?(?:date|time|at|on)?|publish_?(?:date|time)|publication_?date|first_?published(?:_?(?:date|at))?|pub_?date|release_?date|post_?date|date_?posted|article_?date)["']?\s{0,3}[:=]\s{0,3}["']?([^"'\n,;}]{8,40})/gi;
const READ = 1_000_000;
const MOST = 3;

/** Dates that the data in scripts call the day of publication: the first few. JSON-LD is read on its own. */
export const scriptDates = (elements: readonly ElementNode[], words: Words): readonly DateCandidate[] => {
  const found: DateCandidate[] = [];
  let left = READ;
  for (const element of elements) {
    if (element.tag !== 'script' || /ld\+json/i.test(attribute(element, 'type')) || left <= 0) continue;
    const text = textOf(element).slice(0, left);
    left -= text.length;
    for (const match of text.matchAll(KEY)) {
      if (found.length >= MOST) return found;
      found.push(...readDate(match[1] ?? '', SCRIPT_KIND, null, words));
    }
  }
  return found;
};

const IMAGES: readonly string[] = [
  'og:image',
  'og:image:url',
  'og:image:secure_url',
  'twitter:image',
  'image',
];

/** The day in the address of the picture that the page shows of itself: a guess. */
export const imageDates = (tags: MetaTags): readonly DateCandidate[] =>
  tags
    .filter(([name]) => IMAGES.includes(name))
    .flatMap(([, url]) => urlDates(url.slice(0, 2000), IMAGE_KIND))
    .slice(0, 1)
    .map((date) => ({ ...date, guess: true }));
