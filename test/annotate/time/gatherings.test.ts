import { describe, expect, test } from 'vitest';
import { annotate } from './support.ts';

// The Harbour Forum (Port Liss, every September), the Reef Nine (Lakeport 2014 and 2016, Old Ferry 2015) and the Tidal
// Congress (February and October 2015, December 2016) are invented.
const anchors = (text: string, published = '2016-12-16'): readonly string[] =>
  annotate(text, published)
    .output.filter(({ anchor }) => anchor.startsWith('gathering:'))
    .map(
      ({ anchor, edtf, span }) =>
        `${anchor.slice('gathering:'.length)} ${edtf} ${text.slice(span.start, span.end)}`,
    );

describe('the edition that is meant', () => {
  test.each([
    ['They met at the second Harbour Forum.', 'harbour-forum-2016 2016-09-02/2016-09-03 Harbour Forum'],
    ['They met at the first annual Harbour Forum.', 'harbour-forum-2015 2015-09-02/2015-09-03 Harbour Forum'],
    ['They met at the 1st Harbour Forum.', 'harbour-forum-2015 2015-09-02/2015-09-03 Harbour Forum'],
    ['They met at the Reef Nine summit in Old Ferry.', 'nine-2015 2015-05-11 Reef Nine summit'],
    ['They met at the Old Ferry R9 summit.', 'nine-2015 2015-05-11 R9'],
    ['They met at the Reef Nine summit in Lakeport.', 'nine-2016 2016-05-12 Reef Nine summit'],
    ['They met at the 2014 Reef Nine summit in Lakeport.', 'nine-2014 2014-05-10 Reef Nine summit'],
    ["They met at last year's Reef Nine summit.", 'nine-2015 2015-05-11 Reef Nine summit'],
    ['They met at the summit in Lakeport.', 'nine-2016 2016-05-12 the summit in Lakeport'],
    ['They met at the Lakeport summit.', 'nine-2016 2016-05-12 the Lakeport summit'],
  ])('%s', (text, expected) => {
    expect(anchors(text)).toEqual([expected]);
  });

  test.each([
    ['They spoke at the Tidal Congress.', '2015-11-01', 'tidal-2015-10 2015-10-06/2015-10-08 Tidal Congress'],
    ['They spoke at the Tidal Congress.', '2015-05-01', 'tidal-2015-02 2015-02-03/2015-02-05 Tidal Congress'],
    [
      'They will speak at the Tidal Congress.',
      '2015-05-01',
      'tidal-2015-10 2015-10-06/2015-10-08 Tidal Congress',
    ],
    ['The Tidal Congress programme.', '2015-05-01', 'tidal 2015-02-03/2015-10-08 Tidal Congress'],
    [
      'They will speak at the Tidal Congress.',
      '2016-12-16',
      'tidal-2016 2016-12-20/2016-12-22 Tidal Congress',
    ],
    [
      'They spoke at the Harbour Forum.',
      '2016-03-01',
      'harbour-forum-2015 2015-09-02/2015-09-03 Harbour Forum',
    ],
  ])('by tense and publication: %s on %s', (text, published, expected) => {
    expect(anchors(text, published)).toEqual([expected]);
  });

  test.each([
    ['They met at the third Harbour Forum.', '2016-12-16'],
    ['They met at the Harbour Forum.', '2015-11-01/2016-02-01'],
    ['They met at the Harbour Forum.', '2003-11-01'],
    ['They met at a summit in Lakeport.', '2016-12-16'],
    ['They met at the summit in Lakeport.', '2018-12-16'],
    ['They met at the Reef Nine summit in Old Ferry in 2016.', '2016-12-16'],
  ])('none is guessed for "%s" published %s', (text, published) => {
    expect(anchors(text, published)).toEqual([]);
  });
});
