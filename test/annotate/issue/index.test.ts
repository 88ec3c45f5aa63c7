import { describe, expect, test } from 'vitest';
import en from '../../../knowledge/en/stance.json' with { type: 'json' };
import ja from '../../../knowledge/ja/stance.json' with { type: 'json' };
import ru from '../../../knowledge/ru/stance.json' with { type: 'json' };
import { tagArticleIssues, tagIssues } from '../../../src/annotate/issue/index.ts';
import type { Act, Attribution } from '../../../src/model/annotation.ts';
import { articleId, digest, ruleId } from '../../../src/model/brand.ts';
import type { StanceModel } from '../../../src/model/knowledge/stance-model.ts';
import type { StanceWords } from '../../../src/model/knowledge/stance-words.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import type { PackIssue } from '../../../src/model/pack.ts';
import { cover } from '../../../src/model/span.ts';

const ISSUES: readonly PackIssue[] = [
  {
    id: 'reef',
    label: 'Who owns the reef',
    cues: { en: ['sovereignty', 'the reef', 'PRO'], ru: ['суверенитет'], ja: ['主権'] },
  },
  {
    id: 'treaty',
    label: 'The treaty',
    cues: { en: ['peace treaty', '1931 declaration'], ru: ['мирный договор'], ja: ['平和条約'] },
  },
];

const lexicon = (stance: StanceWords, language: string) => ({
  language,
  clean: null,
  time: null,
  attribution: null,
  event: null,
  stance,
});
const knowledge = {
  languages: { en: lexicon(en, 'en'), ru: lexicon(ru, 'ru'), ja: lexicon(ja, 'ja') },
  pack: { issues: ISSUES },
} as unknown as Knowledge;

/** Text with `[content]` marked; the first of the brackets and their marks are cut out. */
const marked = (markup: string, act: Act = 'said'): { text: string; attribution: Attribution } => {
  const start = markup.indexOf('[');
  const end = markup.indexOf(']') - 1;
  const text = markup.replace('[', '').replace(']', '');
  return {
    text,
    attribution: {
      kind: 'attribution',
      article: articleId('0'.repeat(16)),
      revision: digest('0'.repeat(64)),
      rule: ruleId('attribution/en/test@1'),
      confidence: 1,
      source: [],
      cue: [],
      content: [{ start, end }],
      mode: 'indirect',
      act,
      nested: false,
      speaker: null,
      behalf: null,
      via: [],
      addressee: null,
      venue: null,
      said: null,
      issues: [],
    },
  };
};

const tag = (markup: string, language = 'en', act: Act = 'said') => {
  const { text, attribution } = marked(markup, act);
  return tagIssues(attribution, text, knowledge, language).map((issue) => ({
    ...issue,
    condition: issue.condition === null ? null : cover(text, issue.condition),
  }));
};

describe('issues', () => {
  test.each([
    ['a cue in the content', 'Voss said [sovereignty is a fact].', ['reef']],
    ['a plural of a cue', 'Voss said [peace treaties take years].', []],
    ['inflected plain -s', 'Voss said [the reefs are far away].', ['reef']],
    ['one word in the gap of a cue', 'Voss cited [the 1931 Sylvanian declaration].', ['treaty']],
    ['two words in the gap are too many', 'Voss cited [the 1931 old Sylvanian declaration].', []],
    [
      'the sentence when the content is silent',
      'On the peace treaty, Voss said [nothing had changed].',
      ['treaty'],
    ],
    ['never the next sentence', 'Voss said [nothing had changed]. The peace treaty is old.', []],
    ['short names keep their case', 'Voss said [a pro would do better].', []],
    ['short names met as written', 'Voss said [PRO would do better].', ['reef']],
    ['across a no-break space', 'Voss said [the peace\u00a0treaty can wait].', ['treaty']],
    ['both issues, in order of id', 'Voss said [a peace treaty settles sovereignty].', ['reef', 'treaty']],
  ])('%s', (_name, markup, ids) => {
    expect(tag(markup).map((issue) => issue.id)).toEqual(ids);
  });

  test('no pack, no issues', () => {
    const { text, attribution } = marked('Voss said [sovereignty is a fact].');
    expect(tagIssues(attribution, text, { ...knowledge, pack: null }, 'en')).toEqual([]);
  });
});

describe('stances', () => {
  test.each([
    ['Voss said [handing over the reef was out of the question].', 'rejects'],
    ['Voss said [Freedonia does not recognise sovereignty of anyone else].', 'rejects'],
    ['Voss said [all of the reef must be returned].', 'demands'],
    ['Voss called [drills near the reef unacceptable].', 'opposes'],
    ['Voss said [she was in favour of a peace treaty].', 'supports'],
    ['Voss said [she does not support the peace treaty].', 'opposes'],
    ['Voss said [we should not abandon the peace treaty].', 'supports'],
    ['Voss said [it was too early to speak of a peace treaty].', 'noncommittal'],
    ['Voss said [a deal on the reef was possible].', 'open'],
    ['Voss said [the reef lies far away].', null],
  ])('%s', (markup, stance) => {
    expect(tag(markup)[0]?.stance).toBe(stance);
  });

  test('the act speaks when the words do not', () => {
    expect(tag('Voss declined to speak of [the reef].', 'en', 'declined')[0]?.stance).toBe('noncommittal');
    expect(tag('Voss asked about [the reef].', 'en', 'asked')[0]?.stance).toBeNull();
  });

  test.each([
    ['Voss said [a peace treaty could be signed if both houses agree, and soon].', 'if both houses agree'],
    [
      'Voss said [the reef is open to all provided there is "full trust."]',
      'provided there is "full trust."',
    ],
    [
      'Voss said [a peace treaty was near if "full trust" was reached first, not before].',
      'if "full trust" was reached first',
    ],
    ['𝕏 Voss said [no peace treaty would come unless the ships left].', 'unless the ships left'],
  ])('conditional: %s', (markup, condition) => {
    expect(tag(markup)[0]).toMatchObject({ stance: 'conditional', condition });
  });

  test('if after a verb of asking means whether', () => {
    expect(tag('Voss [asked if the peace treaty stood].')[0]).toMatchObject({ condition: null });
  });

  test('Russian by stems, Japanese by characters', () => {
    expect(tag('Восс сказала, что [мирного договора без уступок не будет].', 'ru')).toMatchObject([
      { id: 'treaty' },
    ]);
    expect(tag('[主権について議論の余地はない]とヴォスは述べた。', 'ja')).toMatchObject([
      { id: 'reef', stance: 'rejects' },
    ]);
  });
});

describe('with weights', () => {
  const model: StanceModel = {
    provenance: 'invented',
    classes: ['none', 'opposes', 'conditional'],
    weights: { 'c:blame': [0, 300, 0], 'act:said': [10, 0, 0], 'c:softConditions': [0, 0, 200] },
    temperature: 1,
    bearings: { cue: 300, 'silent&before1': 300, 'other&elsewhere': -100 },
    threshold: 0.6,
  };
  const tagged = (markup: string) => {
    const { text, attribution } = marked(markup);
    return tagIssues(attribution, text, { ...knowledge, stanceModel: model }, 'en').map((issue) => ({
      ...issue,
      condition: issue.condition === null ? null : cover(text, issue.condition),
      evidence: issue.evidence?.map((span) => cover(text, span)),
    }));
  };

  test('a stance names its rule, its evidence and how likely it is', () => {
    const [issue] = tagged('𝕏 Voss said [the reef is a farce].');
    expect(issue).toMatchObject({
      id: 'reef',
      stance: 'opposes',
      rule: 'stance/weighed@1',
      evidence: ['farce'],
    });
    expect(issue?.confidence).toBeGreaterThan(0.8);
  });

  test('an issue of the sentence before, where weights say so', () => {
    expect(tagged('Voss came by sea. The reef is near. She said [she was cold].')).toMatchObject([
      { id: 'reef', stance: null },
    ]);
    expect(tagged('The peace treaty is old. The reef is near. Voss said [sovereignty is old].').length).toBe(
      1,
    );
  });

  test('a condition has its span or is none', () => {
    expect(tagged('Voss said [the reef stays closed until the ships leave].')).toMatchObject([
      { stance: 'conditional', condition: 'until the ships leave' },
    ]);
  });

  test('who only passes on treats nothing himself', () => {
    const text = 'Kestrel reports that Voss said the reef is near.';
    const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    const told = (source: string, cue: string, content: string) => ({
      source: [span(source)],
      cue: [span(cue)],
      content: [span(content)] as [{ start: number; end: number }],
      act: 'said' as const,
    });
    const both = [
      told('Kestrel', 'reports', 'that Voss said the reef is near'),
      told('Voss', 'said', 'the reef is near'),
    ];
    expect(tagArticleIssues(both, text, knowledge, 'en').map((issues) => issues.length)).toEqual([0, 1]);
  });
});
