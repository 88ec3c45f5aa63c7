import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { attributionAnnotator } from '../../../src/annotate/attribution/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import type { Attribution } from '../../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../../src/model/annotation.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { anArticle, theWorld } from '../../support/read.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await theWorld();
});

const find = (text: string): readonly Attribution[] => {
  const article = anArticle(text);
  return attributionAnnotator.run({
    article,
    sentences: readSentences(article),
    annotations: NO_ANNOTATIONS,
    knowledge,
  }).output;
};

/** `source | cue | content … content`, one line an attribution. */
const told = (text: string): readonly string[] =>
  find(text).map((a) =>
    [a.source, a.cue, a.content]
      .map((spans) => spans.map((s) => text.slice(s.start, s.end)).join(' … '))
      .join(' | '),
  );

test('a relative word as source has with it whom it points back to', () => {
  const text = '🚢 The note came from Ada Voss, who said that it was final.';
  const [first] = find(text);
  expect(first?.antecedent && text.slice(first.antecedent.start, first.antecedent.end)).toBe('Ada Voss');
});

describe('where the source stands', () => {
  test.each([
    [
      'behind a quotation, whoever it is',
      '“We wait,” said a 2008 veteran of the talks.',
      ['a 2008 veteran of the talks | said | “We wait,”'],
    ],
    [
      'as one of many',
      '“We wait,” said one of those advisers.',
      ['one of those advisers | said | “We wait,”'],
    ],
    ['before "of"', '“It is a farce,” Voss said of the plan.', ['Voss | said | “It is a farce,”']],
    [
      'with an afterthought of the teller',
      '“We sign now,” said Ada Voss, though nobody had wanted it.',
      ['Ada Voss | said | “We sign now,”'],
    ],
    [
      'in the plural',
      'Residents of the islands say the ferry is late.',
      ['Residents of the islands | say | the ferry is late'],
    ],
    ['as two', 'Voss and Moreau insist the ferry is late.', ['Voss and Moreau | insist | the ferry is late']],
    [
      'in the sentence behind a question',
      '“Are we to wait for ever?” Voss asked.',
      ['Voss | asked | “Are we to wait for ever?”'],
    ],
    [
      'in the paragraph before',
      'Voss replied on Monday:\n\n“We are not going to wait.”',
      ['Voss | replied | “We are not going to wait.”'],
    ],
    ['before the cue', 'Ada Voss said that talks would go on.', ['Ada Voss | said | that talks would go on']],
    ['without "that"', 'The ministry said talks would go on.', ['The ministry | said | talks would go on']],
    ['after a quotation', '“We want peace,” Voss said.', ['Voss | said | “We want peace,”']],
    [
      'inverted',
      '"We want peace," said Ada Voss, the envoy of Freedonia.',
      ['Ada Voss, the envoy of Freedonia | said | "We want peace,"'],
    ],
    [
      'around the cue',
      '“We want peace,” Voss said, “and we want it now.”',
      ['Voss | said | “We want peace,” … “and we want it now.”'],
    ],
    [
      'in a parenthesis',
      'The border, Voss said, will stay open.',
      ['Voss | said | The border … will stay open'],
    ],
    [
      'with an apposition',
      'Ada Voss, who leads the delegation, said she would return.',
      ['Ada Voss, who leads the delegation | said | she would return'],
    ],
    [
      'as the owner of a role',
      "Freedonia's envoy, Ada Voss, said talks were over.",
      ["Freedonia's envoy, Ada Voss | said | talks were over"],
    ],
    [
      'behind "according to"',
      'According to Ada Voss, the treaty is ready.',
      ['Ada Voss | According to | the treaty is ready'],
    ],
    [
      'in "as X notes"',
      'The treaty, as the newspaper notes, was never signed.',
      ['the newspaper | notes | was never signed'],
    ],
    ['before a colon', 'Ada Voss: "The treaty is ready."', ['Ada Voss | : | "The treaty is ready."']],
    [
      'in a relative clause',
      'The note came from Voss, who said that it was final.',
      ['who | said | that it was final'],
    ],
    [
      'in a possessive',
      "Voss's claim that the islands are empty drew laughter.",
      ['Voss | claim | that the islands are empty drew laughter'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('several attributions in a sentence', () => {
  test.each([
    [
      'Voss said the treaty was ready, adding that Freedonia would sign it.',
      ['Voss | said | the treaty was ready', 'Voss | adding | that Freedonia would sign it'],
    ],
    [
      'Voss told reporters that “much work” remained, but praised the talks as “frank.”',
      ['Voss | told | that “much work” remained', 'Voss | praised | the talks as “frank.”'],
    ],
    [
      'Voss said the border was open, while Moreau said it was shut.',
      ['Voss | said | the border was open', 'Moreau | said | it was shut'],
    ],
    [
      'In return, the minister accepted the plan and promised to visit Sylvania.',
      ['the minister | promised | to visit Sylvania'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('one inside another is nested', () => {
    const [outer, inner] = find('The agency reported that Voss had denied the claim.');
    expect([outer?.nested, inner?.nested]).toEqual([false, true]);
  });
});

describe('by tags and trees', () => {
  test.each([
    [
      'a passive without anybody',
      'It was reported that the ferry had sunk.',
      [' | was reported | that the ferry had sunk'],
    ],
    [
      'a passive with its agent',
      'He was told by Voss that the ferry had sunk.',
      ['Voss | was told | that the ferry had sunk'],
    ],
    [
      'a question that somebody was asked',
      'When asked by a reporter whether the pier was closed, Ada Voss shrugged.',
      ['a reporter | asked | whether the pier was closed'],
    ],
    [
      'a verb behind "to"',
      'Voss went on to say that the pier was closed.',
      ['Voss | say | that the pier was closed'],
    ],
    [
      'a clause before the main one',
      'While Voss says the pier is safe, nobody goes there.',
      ['Voss | says | the pier is safe'],
    ],
    [
      'a relative clause',
      'Ada Voss, who said that she had seen the letter, left the island on Monday.',
      ['who | said | that she had seen the letter'],
    ],
    [
      'a relative clause that is joined to another',
      'Ruben Tal, who backed Voss in May and said he would sail with her, ultimately did not show up.',
      ['who | said | he would sail with her'],
    ],
    ['a thing that echoes another', 'Voss left the title, which echoes the war.', []],
    [
      'what a participle tells of the subject',
      'Anyone questioning the count can ask for another.',
      ['Anyone | questioning | the count'],
    ],
    [
      'a pronoun that opens what is told',
      'Jon Pool, 22, of Hale, said he was “tired.”',
      ['Jon Pool, 22, of Hale | said | he was “tired.”'],
    ],
    [
      'an aside between "that" and its clause',
      'But Voss added that, based on the log, Tal “had been fair.”',
      ['Voss | added | that, based on the log, Tal “had been fair.”'],
    ],
    [
      'a clause without "that" and with a long subject',
      'Voss conceded the state of the pier is grave.',
      ['Voss | conceded | the state of the pier is grave'],
    ],
    ['a thing added', 'The new rule adds another hurdle.', []],
    [
      'a question that was put to somebody',
      'Asked which pier was his favourite, he shrugged: “Whichever is near.”',
      [' | Asked | which pier was his favourite'],
    ],
    ['what ought to be noted', 'It should be noted that the pier is old.', []],
    ['one of a kind', 'The ferry takes any voter who requests a ballot.', []],
    [
      'a coordinated verb behind an object',
      'Tal referred to the islanders as “my friends” and showed flashes of calm.',
      ['Tal | referred to | the islanders as “my friends”'],
    ],
    [
      'a clause behind an object',
      'For someone who had defended the “ban”, the shift was stark.',
      ['who | had defended | the “ban”'],
    ],
    [
      'what somebody calls something',
      'Whether what employees have called a “fraud” took an even uglier turn is open.',
      ['employees | have called | what … a “fraud”'],
    ],
    [
      'a day between source and cue',
      'Voss on Thursday sharply criticised the delay.',
      ['Voss | sharply criticised | the delay'],
    ],
    [
      'a dateline',
      'HALE, June 10 (Kestrel) — Ada Voss said the pier was safe.',
      ['Ada Voss | said | the pier was safe'],
    ],
    [
      'as many as said so',
      'As many as ten islanders said the pier was safe.',
      ['many as ten islanders | said | the pier was safe'],
    ],
    [
      'an interrupted quotation',
      '“If it had not been” for the pier, Voss said on Monday, “we would be lost.”',
      ['Voss | said | “If it had not been” for the pier … “we would be lost.”'],
    ],
    [
      'a letter that is quoted',
      '“The pier is closed,” read the letter. “Come by boat.”',
      ['the letter | read | “The pier is closed,” … “Come by boat.”'],
    ],
    [
      'a quotation in the next paragraph',
      'The minister Ruben Tal issued the following statement:\n\n“We wait for the ferry. It is late.”',
      ['The minister Ruben Tal | statement | “We wait for the ferry. It is late.”'],
    ],
    [
      'a name behind a headline',
      'Ferry late again - Ada Voss: “We wait for it every day of the week.”',
      ['Ada Voss | : | “We wait for it every day of the week.”'],
    ],
    [
      'what lacks its subject',
      'The island had what Voss said was growing demand for boats.',
      ['Voss | said | what … was growing demand for boats'],
    ],
    [
      'a parenthesis behind an adverbial',
      'Back then, Voss said, the pier was new.',
      ['Voss | said | Back then … the pier was new'],
    ],
    ['a colon', 'The minister: No second pier this year', ['The minister | : | No second pier this year']],
    [
      'whose statement it is',
      'Voss issued a statement condemning the delay.',
      ['Voss | condemning | the delay'],
    ],
    [
      'a long phrase behind "according to"',
      'The pier is safe, according to a recent survey of islanders by the Lantern.',
      ['a recent survey of islanders by the Lantern | according to | The pier is safe'],
    ],
    [
      'who was quoted speaks on',
      '“We wait,” Voss said in a speech, as he called for a second pier. “We wait no longer.”',
      ['Voss | said | “We wait,” … “We wait no longer.”', 'he | called for | a second pier'],
    ],
    [
      'an adverb inside the cue',
      'Voss spoke briefly about why the pier fell.',
      ['Voss | spoke briefly about | why the pier fell'],
    ],
    [
      'a quotation inside that ends with the outer one',
      "''They told us, 'Wait for the new pier,''' Ada Voss said.",
      ["Ada Voss | said | ''They told us, 'Wait for the new pier,'''"],
    ],
    ['declining', 'Voss declined to comment.', ['Voss | declined | to comment']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('a language without trees is read by words alone', () => {
    const article = anArticle('Voss said the ferry was late. It was reported that it had sunk.');
    const { output } = attributionAnnotator.run({
      article,
      sentences: readSentences(article),
      annotations: NO_ANNOTATIONS,
      knowledge: { ...knowledge, languageModels: {} },
    });
    expect(output.map(({ rule }) => rule)).toEqual(['attribution/en/cue-clause@4']);
  });
});

describe('what is no attribution', () => {
  test.each([
    ['a noun that is also a verb', 'The paper carries two reports on the ferry.'],
    ['a noun of the same form', 'The two states share a border. The claim rests on a map.'],
    ['a passive', 'The islands were claimed by Sylvanian forces at the end of the war.'],
    ['a naming', 'The islands, which Freedonia calls the Outer Rocks, lie to the north.'],
    ['a modifier', 'He spoke of the promised visit and the announced talks.'],
    ['scare quotes', 'The so-called “peace line” runs through the town.'],
  ])('%s', (_, text) => {
    expect(told(text).filter((line) => !line.includes('spoke of'))).toEqual([]);
  });
});

describe('modes, acts and hearers', () => {
  test.each([
    ['“We want peace and nothing else,” Voss said.', 'direct', 'said'],
    ['Voss said the talks were “frank and open” in tone.', 'mixed', 'said'],
    ['Voss denied that any letter had come.', 'indirect', 'denied'],
    ['Voss did not say that any letter had come.', 'indirect', 'declined'],
    ['Voss hopes that the treaty will be signed.', 'indirect', 'hoped'],
    ['Voss promised to return to Sylvania.', 'indirect', 'promised'],
    ['The envoy asked Moreau to leave the hall.', 'indirect', 'asked'],
  ])('%s', (text, mode, act) => {
    expect(find(text).map((a) => [a.mode, a.act])).toEqual([[mode, act]]);
  });

  test('the hearer of "told" is the addressee and no part of the content', () => {
    const text = 'Voss told the Harbour Herald that the ferry would sail.';
    expect(find(text)[0]?.addressee).toBe('the Harbour Herald');
    expect(told(text)).toEqual(['Voss | told | that the ferry would sail']);
  });
});

describe('beyond the sentence', () => {
  test('a quotation without a cue is a further piece of the one before it', () => {
    expect(told('“We agree,” Voss said. “We will sign in May.”')).toEqual([
      'Voss | said | “We agree,” … “We will sign in May.”',
    ]);
  });

  test('a quotation that opens the next paragraph is a further piece of the one before it', () => {
    expect(told('“We agree,” Voss said.\n“The rest can wait until May.\n“Then we sign.”')).toEqual([
      'Voss | said | “We agree,” … “The rest can wait until May. … “Then we sign.”',
    ]);
  });

  test('sentences run on under "according to"', () => {
    expect(told('According to Voss, talks began in March. Then they stopped altogether.')).toEqual([
      'Voss | According to | talks began in March',
      'Voss |  | Then they stopped altogether',
    ]);
  });
});

test('spans cover what they say, behind an astral character too', () => {
  const text = '😀 Ada Voss said that talks would go on.';
  const content = find(text)[0]?.content[0];
  expect(content && text.slice(content.start, content.end)).toBe('that talks would go on');
});

test('hostile text costs time in proportion and raises nothing', () => {
  const words = fc.constantFrom(
    'said',
    'that',
    '“',
    '”',
    '"',
    ',',
    'and',
    'Voss',
    'he',
    'told',
    '.',
    ':',
    'according',
    'to',
    '\n',
    '😀',
    'the',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 120 }), (list) => {
      const text = list.join(' ');
      for (const a of find(text))
        for (const s of [...a.source, ...a.cue, ...a.content]) expect(s.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 200 },
  );
});
