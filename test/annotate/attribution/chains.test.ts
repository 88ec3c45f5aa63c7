import { beforeAll, describe, expect, test } from 'vitest';
import { attributionAnnotator } from '../../../src/annotate/attribution/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import { NO_ANNOTATIONS } from '../../../src/model/annotation.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { anArticle, theWorld } from '../../support/read.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await theWorld();
});

/** `source | cue | content`, one line an attribution, an inner one behind `< `. People, states and outlets are invented. */
const chain = (text: string): readonly string[] => {
  const article = anArticle(text);
  const { output } = attributionAnnotator.run({
    article,
    sentences: readSentences(article),
    annotations: NO_ANNOTATIONS,
    knowledge,
  });
  return output.map((a) => {
    const [source, cue, content] = [a.source, a.cue, a.content].map((spans) =>
      spans.map((s) => text.slice(s.start, s.end)).join(' … '),
    );
    return `${a.nested ? '< ' : ''}${source} | ${cue} | ${content}`;
  });
};

describe('who passes on what who said', () => {
  test.each([
    [
      'an outlet, a ministry, a minister',
      'The Lantern reported that the ministry said the minister had told Voss that the pier was lost.',
      [
        'The Lantern | reported | that the ministry said the minister had told Voss that the pier was lost',
        '< the ministry | said | the minister had told Voss that the pier was lost',
        '< the minister | had told | that the pier was lost',
      ],
    ],
    [
      'an agency behind a clause',
      'Tal told Sand that the ferry would run, Kestrel reported.',
      [
        '< Tal | told | that the ferry would run',
        'Kestrel | reported | Tal told Sand that the ferry would run',
      ],
    ],
    [
      'an agency behind a quotation',
      'Tal told Voss the pier was “unsafe,” the Lantern reported.',
      [
        '< Tal | told | the pier was “unsafe,”',
        'the Lantern | reported | Tal told Voss the pier was “unsafe,”',
      ],
    ],
    [
      'an agency behind an inverted cue',
      '“The pier is closed,” said Ada Voss, director of the port, reports the Lantern.',
      [
        '< Ada Voss, director of the port | said | “The pier is closed,”',
        'the Lantern | reports | “The pier is closed,” said Ada Voss, director of the port',
      ],
    ],
    [
      'according to, at the beginning',
      'According to the Lantern, Tal said the pier was lost.',
      ['the Lantern | According to | Tal said the pier was lost', '< Tal | said | the pier was lost'],
    ],
    [
      'according to, at the end',
      'Tal said the pier was lost, according to the Lantern.',
      ['< Tal | said | the pier was lost', 'the Lantern | according to | Tal said the pier was lost'],
    ],
    [
      'according to, inside',
      'Tal said that, according to the court, the pier had been lost since May.',
      [
        'Tal | said | that, according to the court, the pier had been lost since May',
        '< the court | according to | the pier had been lost since May',
      ],
    ],
    [
      'a report that names whom it has it from',
      'The Lantern reported on Monday, citing officials of the port, that the pier was lost.',
      ['The Lantern | reported | that the pier was lost'],
    ],
    [
      'quoted as saying',
      'Kestrel quoted Tal as saying that the pier was lost.',
      ['Tal | as saying | that the pier was lost'],
    ],
    [
      'was quoted as saying',
      '“We will wait,” Tal was quoted as saying by Kestrel.',
      ['Tal | was quoted as saying | “We will wait,”'],
    ],
    [
      'told inside a quotation',
      '“He told me that the pier was lost. I think we can wait,” Voss said. “We call on Tal to open it.”',
      [
        '< He | told | that the pier was lost',
        'Voss | said | “He told me that the pier was lost. I think we can wait,” … “We call on Tal to open it.”',
        '< We | call on | to open it',
      ],
    ],
    [
      'a paper is told of a promise',
      'Tal told the Lantern that Sand had promised to rebuild the pier.',
      [
        'Tal | told | that Sand had promised to rebuild the pier',
        '< Sand | had promised | to rebuild the pier',
      ],
    ],
    [
      'a memo',
      'A declassified memo says the minister had promised to rebuild the pier.',
      [
        'A declassified memo | says | the minister had promised to rebuild the pier',
        '< the minister | had promised | to rebuild the pier',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(chain(text)).toEqual(expected);
  });
});

describe('where the source of a participle stands', () => {
  test.each([
    [
      'an opening one that tells no content',
      'Speaking in Hale, Tal warned that the pier was lost.',
      ['Tal | warned | that the pier was lost'],
    ],
    [
      'an opening one of speech',
      'Conceding that the ferry was late, Voss warned of worse.',
      ['Voss | Conceding | that the ferry was late'],
    ],
    [
      'behind "with"',
      'The envoys met in May, with Ada Voss calling the plan “a farce.”',
      ['Ada Voss | calling | the plan “a farce.”'],
    ],
    [
      'who was asked answers',
      'When asked why the envoy had left, Voss said the pier was lost.',
      [' | asked | why the envoy had left', 'Voss | said | the pier was lost'],
    ],
    [
      'but another did',
      'Voss said the pier was lost, but Tal denied it had been safe.',
      ['Voss | said | the pier was lost', 'Tal | denied | it had been safe'],
    ],
  ])('%s', (_, text, expected) => {
    expect(chain(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe('what is told and what is only talked about', () => {
  test.each([
    ['a bare topic', 'Voss and Moreau discussed the quota of fish.', []],
    ['a bare topic behind a preposition', 'Voss talked about the state of the pier.', []],
    [
      'a question on a topic',
      'Voss discussed why the quota had fallen.',
      ['Voss | discussed | why the quota had fallen'],
    ],
    [
      'a summary of the teller',
      'Voss said that the vote had been rigged, a charge that Moreau denies.',
      ['Voss | said | that the vote had been rigged'],
    ],
    [
      'the words of the teller behind a quotation',
      'The crowd chanted “No second pier now,” raising fresh doubts.',
      ['The crowd | chanted | “No second pier now,”'],
    ],
    [
      'what a thing is called',
      'The plan, which Voss called “a farce,” failed.',
      ['Voss | called | which … “a farce,”'],
    ],
    ['a verb after an auxiliary is no noun', 'These are also states where Voss is known.', []],
    ['trade declines', 'Trade declined 40 percent in a year.', []],
  ])('%s', (_, text, expected) => {
    expect(chain(text)).toEqual(expected);
  });
});

describe('quotations beside their words', () => {
  test.each([
    [
      'behind a colon that the teller set',
      'The envoy gave a reason for it: “The pier is lost,” she told the Lantern.',
      ['she | told | “The pier is lost,”'],
    ],
    [
      'behind a statement',
      'She issued the following statement: “The pier is lost.”',
      ['She | statement | “The pier is lost.”'],
    ],
    [
      'signed',
      '“The pier is lost to the sea for ever.”\n— Ada Voss.',
      ['Ada Voss | — | “The pier is lost to the sea for ever.”'],
    ],
    ['no sign speaks', 'The sign hangs above the door: “No ferry today.”', []],
    [
      'behind a hearer',
      'Tal asked the crowd, “Can the ferry stay?”',
      ['Tal | asked | “Can the ferry stay?”'],
    ],
    [
      'in half a sentence',
      '“This is over,” she said. “They agree with him, but they are not there yet” on the vote.',
      ['she | said | “This is over,” … “They agree with him, but they are not there yet” on the vote'],
    ],
    ['short ones', '“No,” she said.', ['she | said | “No,”']],
  ])('%s', (_, text, expected) => {
    expect(chain(text)).toEqual(expected);
  });
});
