import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventAnnotator } from '../../../src/annotate/event/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import { edtf, rangeOf } from '../../../src/model/edtf/index.ts';
import { contains, cover } from '../../../src/model/span.ts';
import { processorTime } from '../../support/pace.ts';
import { brief, eventsIn, eventsOf, knowledge, story } from './support.ts';

const briefs = (markup: string): readonly string[] => eventsOf(markup).map(brief);

describe('verbs and who takes part', () => {
  test.each([
    ['[Ada Voss]ada-voss met [Ian Orlan]ian-orlan.', 'meet actual joint:ada-voss joint:ian-orlan'],
    ['[Ada Voss]ada-voss and [Ian Orlan]ian-orlan met.', 'meet actual joint:ada-voss joint:ian-orlan'],
    [
      '[Voss]ada-voss held two days of talks with [Orlan]ian-orlan.',
      'negotiate actual joint:ada-voss joint:ian-orlan',
    ],
    ['[Voss]ada-voss visited [Port Lysa]port-lysa.', 'visit actual visitor:ada-voss host:syl'],
    ['[Voss]ada-voss visited [Long Reef]long-reef.', 'visit actual visitor:ada-voss'],
    ['Marlish troops seized the islands.', 'seize_territory actual initiator:mrl'],
    ['The islands were seized by Marlish troops.', 'seize_territory actual initiator:mrl'],
    [
      'The declaration was signed by [Voss]ada-voss and [Orlan]ian-orlan.',
      'sign actual joint:ada-voss joint:ian-orlan',
    ],
    ['[Freedonia]fre expelled a Sylvanian diplomat.', 'expel actual initiator:fre target:syl'],
    [
      '[Freedonia]fre lodged a protest with [Sylvania]syl over drills.',
      'protest_dip actual initiator:fre target:syl',
    ],
    ['[Freedonia]fre condemned [Sylvania]syl’s drills.', 'accuse actual initiator:fre target:syl'],
    [
      '[Voss]ada-voss praised [Orlan]ian-orlan and left.',
      'support actual initiator:ada-voss target:ian-orlan',
    ],
    [
      '[Ruritania]rur brokered a deal between [Freedonia]fre and [Sylvania]syl.',
      'mediate actual mediator:rur joint:fre joint:syl',
    ],
    ['The leaders of [Freedonia]fre and [Sylvania]syl met.', 'meet actual joint:fre joint:syl'],
    ['[Sylvania]syl’s envoy rejected the proposal.', 'reject actual initiator:syl'],
  ])('%s', (markup, expected) => {
    expect(briefs(markup)).toContain(expected);
  });

  test('a joined verb has the first subject of the clause, not the nearer object', () => {
    expect(briefs('[Voss]ada-voss met [Orlan]ian-orlan and invited [him]ian-orlan to a summit.')).toEqual([
      'meet actual joint:ada-voss joint:ian-orlan',
      'invite actual initiator:ada-voss target:ian-orlan',
    ]);
  });

  test('an unnamed noun phrase before the verb is not passed over for a name farther off', () => {
    expect(briefs('[Voss]ada-voss, the paper wrote, and the fishermen rejected the plan.')).toEqual([]);
  });

  test('the two leaders are the two last named', () => {
    expect(
      briefs('[Voss]ada-voss met [Orlan]ian-orlan. The two leaders agreed to meet again.').slice(1),
    ).toEqual(['agree actual joint:ada-voss joint:ian-orlan', 'meet planned joint:ada-voss joint:ian-orlan']);
  });

  test('"we" in a statement is its speaker', () => {
    expect(briefs('“[we reject the plan]said:ada-voss,” she said.')).toEqual([
      'reject standing initiator:ada-voss',
    ]);
  });
});

describe('nouns and who takes part', () => {
  test.each([
    [
      'During [Orlan]ian-orlan’s visit to [Freeport]freeport it rained.',
      'visit actual visitor:ian-orlan host:fre',
    ],
    [
      'During the visit of [Ian Orlan]ian-orlan to [Freedonia]fre it rained.',
      'visit actual visitor:ian-orlan host:fre',
    ],
    ['Talks between [Freedonia]fre and [Sylvania]syl are ongoing.', 'negotiate ongoing joint:fre joint:syl'],
    ['After Freedonian-Sylvanian talks it rained.', 'negotiate actual joint:fre joint:syl'],
    [
      'The absence of a peace treaty between [Freedonia]fre and [Sylvania]syl is odd.',
      'sign negated joint:fre joint:syl',
    ],
    ['[Sylvania]syl’s refusal to recognise the border is old.', 'reject standing initiator:syl'],
    [
      '[Voss]ada-voss recalled the amendments to the Freedonian constitution.',
      'legislate actual initiator:fre',
    ],
  ])('%s', (markup, expected) => {
    expect(briefs(markup)).toContain(expected);
  });

  test('a bare occasion without anybody is no event', () => {
    expect(briefs('[Voss]ada-voss spoke to reporters after the talks.')).toEqual([]);
  });

  test('a headline: talks that fail are talks without outcome', () => {
    const [event, ...rest] = eventsOf('# [Voss]ada-voss, [Orlan]ian-orlan talks fail to break deadlock');
    expect(rest).toEqual([]);
    expect(event).toMatchObject({ type: 'negotiate', outcome: 'none' });
  });
});

describe('realis', () => {
  test.each([
    ['[Voss]ada-voss will meet [Orlan]ian-orlan.', 'planned'],
    ['[Voss]ada-voss is to meet [Orlan]ian-orlan.', 'planned'],
    ['[Voss]ada-voss is expected to meet [Orlan]ian-orlan.', 'planned'],
    ['[Voss]ada-voss is not about to meet [Orlan]ian-orlan.', 'negated'],
    ['[Voss]ada-voss could meet [Orlan]ian-orlan.', 'hypothetical'],
    ['If [Voss]ada-voss meets [Orlan]ian-orlan, it will rain.', 'hypothetical'],
    ['[Voss]ada-voss never met [Orlan]ian-orlan.', 'negated'],
    ['[Voss]ada-voss has not met [Orlan]ian-orlan.', 'negated'],
    ['[Voss]ada-voss failed to meet [Orlan]ian-orlan.', 'negated'],
    ['[Voss]ada-voss will not meet [Orlan]ian-orlan.', 'negated'],
    ['I do not believe that [Voss]ada-voss met [Orlan]ian-orlan.', 'negated'],
    ['[Voss]ada-voss is meeting [Orlan]ian-orlan.', 'ongoing'],
    ['[Voss]ada-voss spoke in favour of meeting [Orlan]ian-orlan.', 'proposed'],
    ['[Voss]ada-voss should meet [Orlan]ian-orlan.', 'proposed'],
    ['[Voss]ada-voss had met [Orlan]ian-orlan.', 'actual'],
    ['# [Voss]ada-voss to meet [Orlan]ian-orlan', 'planned'],
  ])('%s', (markup, realis) => {
    expect(eventsOf(markup).find((event) => event.type === 'meet')?.realis).toBe(realis);
  });

  test('not to recognise is a standing refusal, and so is a claim in the present', () => {
    expect(briefs('[Sylvania]syl does not recognise Freedonian sovereignty over the reef.')).toEqual([
      'reject standing initiator:syl target:fre',
    ]);
    expect(briefs('[Sylvania]syl claims sovereignty over the reef.')).toEqual([
      'claim standing initiator:syl',
    ]);
  });

  test('a promise to visit is a promise kept apart from the visit, and only the visit takes the later time', () => {
    const events = eventsOf('[Voss]ada-voss promised to visit [Sylvania]syl in [2032]t:2032.');
    expect(events.map((event) => [event.type, event.realis, event.time?.edtf])).toEqual([
      ['promise', 'actual', '../2031-05-10'],
      ['visit', 'planned', '2032'],
    ]);
  });
});

describe('fate and outcome', () => {
  test.each([
    ['[Orlan]ian-orlan’s visit to [Freeport]freeport was cancelled.', 'cancelled'],
    ['They spoke of the repeatedly postponed visit by [Orlan]ian-orlan to [Freeport]freeport.', 'postponed'],
    ['[Orlan]ian-orlan’s visit to [Freeport]freeport went well.', null],
  ])('%s', (markup, fate) => {
    const visits = eventsOf(markup).filter((event) => event.type === 'visit');
    expect(visits).toHaveLength(1);
    expect(visits[0]?.fate).toBe(fate);
    if (fate !== null) expect(visits[0]).toMatchObject({ realis: 'planned', time: null });
  });

  test.each([
    ['[Voss]ada-voss and [Orlan]ian-orlan held talks without agreement.', 'none'],
    ['[Voss]ada-voss and [Orlan]ian-orlan held talks and made progress.', 'partial'],
    ['Talks between [Freedonia]fre and [Sylvania]syl are ongoing.', 'pending'],
  ])('%s', (markup, outcome) => {
    expect(eventsOf(markup).find((event) => event.type === 'negotiate')?.outcome).toBe(outcome);
  });
});

describe('time', () => {
  test.each([
    ['its own', '[Voss]ada-voss met [Orlan]ian-orlan on [Thursday]t:2031-05-08.', '2031-05-08', 'deictic'],
    ['a calendar day', '[Voss]ada-voss met [Orlan]ian-orlan in [2029]t:2029.', '2029', 'explicit'],
    ['before publication', '[Voss]ada-voss met [Orlan]ian-orlan.', '../2031-05-10', 'bounded'],
    ['after publication', '[Voss]ada-voss will meet [Orlan]ian-orlan.', '2031-05-10/..', 'bounded'],
    [
      'open after since',
      '[Freedonia]fre and [Sylvania]syl have not signed a treaty since [1945]t:1945.',
      '1945/..',
      'explicit',
    ],
    [
      'open after a war',
      '[Freedonia]fre and [Sylvania]syl never signed a treaty after World War II.',
      '1945/..',
      'inferred',
    ],
    [
      'not the bound of "since"',
      '[Voss]ada-voss and [Orlan]ian-orlan have met since [2029]t:2029.',
      '../2031-05-10',
      'bounded',
    ],
  ])('%s', (_name, markup, edtf, basis) => {
    expect(eventsOf(markup)[0]?.time).toMatchObject({ edtf, basis });
  });

  test('of one end of a stretch it is the whole stretch, with its characters', () => {
    const told = story('[Voss]ada-voss met [Orlan]ian-orlan on [May 7]t:2031-05-07-[8]t:2031-05-08.');
    const [first, second] = told.times;
    if (first === undefined || second === undefined) throw new Error('two times are marked');
    const span = { start: first.span.start, end: second.span.end };
    const range = { span, ...rangeOf(edtf('2031-05-07/2031-05-08')), rule: first.rule };
    const times = told.times.map((time) => ({ ...time, range }));
    const [event] = eventsIn({ ...told, times });
    expect(event?.time).toMatchObject({
      edtf: '2031-05-07/2031-05-08',
      earliest: '2031-05-07',
      latest: '2031-05-08',
      expression: span,
    });
  });

  test('old events are background, news is not', () => {
    expect(eventsOf('Marlish troops seized the islands in [1911]t:1911.')[0]?.background).toBe(true);
    expect(eventsOf('[Voss]ada-voss met [Orlan]ian-orlan on [Monday]t:2031-05-05.')[0]?.background).toBe(
      false,
    );
  });

  test('an instrument named with its year was signed then', () => {
    const [event] = eventsOf('Work on [the 1931 Lysa Declaration]lysa-1931 is slow.');
    expect(event).toMatchObject({ type: 'sign', realis: 'actual', background: true });
    expect(event?.time?.edtf).toBe('1931-04-02');
    expect(eventsOf('Work on [the Lysa Declaration]lysa-1931 is slow.')).toEqual([]);
  });
});

describe('place, object, stance, codes', () => {
  test('the place named, else the gathering’s', () => {
    expect(eventsOf('[Voss]ada-voss met [Orlan]ian-orlan in [Port Lysa]port-lysa.')[0]?.place).toBe(
      'Port Lysa',
    );
    expect(eventsOf('[Voss]ada-voss will meet [Orlan]ian-orlan at the [Bay Forum]bay-forum.')[0]?.place).toBe(
      'Port Lysa',
    );
    expect(eventsOf('[Voss]ada-voss met [Orlan]ian-orlan.')[0]?.place).toBeNull();
  });

  test('the object is the noun phrase of the text', () => {
    expect(eventsOf('[Freedonia]fre and [Sylvania]syl signed a new fishing agreement.')[0]?.object).toBe(
      'new fishing agreement',
    );
  });

  test('a plain telling asserts, doubt is told by words', () => {
    expect(eventsOf('[Voss]ada-voss met [Orlan]ian-orlan.')[0]?.stance).toBe('asserts');
    expect(eventsOf('[Voss]ada-voss allegedly met [Orlan]ian-orlan.')[0]?.stance).toBe('doubts');
  });

  test('who denies says that it is not so, who confirms that it is', () => {
    const denied = eventsOf('[Voss]ada-voss [denied that we met]denied:ada-voss with [Orlan]ian-orlan.');
    expect(denied.map((event) => [event.realis, event.stance])).toEqual([['negated', 'denies']]);
    const confirmed = eventsOf(
      '[Voss]ada-voss [confirmed that we met]confirmed:ada-voss with [Orlan]ian-orlan.',
    );
    expect(confirmed.map((event) => [event.realis, event.stance])).toEqual([['actual', 'confirms']]);
  });

  test('codes come from the codebook and are null where it has none', () => {
    expect(eventsOf('[Voss]ada-voss met [Orlan]ian-orlan.')[0]?.codes).toEqual({
      plover: 'CONSULT',
      cameo: '040',
      icow: 'attbilat',
    });
    const [praise] = eventsOf('[Voss]ada-voss praised [Orlan]ian-orlan.');
    expect(praise?.codes).toEqual({ plover: 'SUPPORT', cameo: '051', icow: null });
  });

  test('the party of a person is the state the person acts for', () => {
    const [event] = eventsOf('[Voss]ada-voss met [Orlan]ian-orlan.');
    expect(event?.participants.map((participant) => participant.party?.id)).toEqual(['fre', 'syl']);
  });
});

describe('what is no event', () => {
  test.each([
    ['statement verbs', '[Voss]ada-voss said [Orlan]ian-orlan was late.'],
    ['a caption', '> [Voss]ada-voss meets [Orlan]ian-orlan'],
    ['nobody resolved', 'The envoy met [the minister]none.'],
    ['a participle that describes', '[Voss]ada-voss spoke of the disputed islands and the promised aid.'],
    ['one side of a meeting', '[Voss]ada-voss met supporters.'],
  ])('%s', (_name, markup) => {
    expect(briefs(markup)).toEqual([]);
  });

  test('one act told twice in a sentence is one event', () => {
    expect(briefs('[Voss]ada-voss and [Orlan]ian-orlan held talks on fish and discussed trade.')).toEqual([
      'negotiate actual joint:ada-voss joint:ian-orlan',
    ]);
  });

  test('another language is not coded, and says so', () => {
    const { article, mentions } = story('[Voss]ada-voss met [Orlan]ian-orlan.');
    const french = { ...article, language: 'fr' };
    const { output, diagnostics } = eventAnnotator.run({
      article: french,
      sentences: readSentences(french),
      annotations: { times: [], mentions, attributions: [], events: [], framing: [] },
      knowledge,
    });
    expect(output).toEqual([]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['language-unsupported', 'info'],
    ]);
  });
});

describe('spans', () => {
  test('trigger and clause are the characters of the text, behind astral letters and no-break spaces too', () => {
    const markup = '😀𝕏 Then [Ada Voss]ada-voss held\u00a0talks with [Ian Orlan]ian-orlan, it rained.';
    const { article } = story(markup);
    const [event] = eventsOf(markup);
    expect(event && cover(article.text, event.trigger)).toBe('held\u00a0talks');
    expect(event && cover(article.text, event.span)).toBe('Ada Voss held\u00a0talks with Ian Orlan');
  });

  test('every trigger lies in its clause and every clause in a sentence, whatever the text', () => {
    const word = fc.constantFrom(
      '[Voss]ada-voss',
      '[Orlan]ian-orlan',
      '[Sylvania]syl',
      'met',
      'signed',
      'a',
      'treaty',
      'talks',
      'between',
      'and',
      'will',
      'not',
      'that',
      'visit',
      'to',
      'the',
      'two',
      'leaders',
      'resumed',
      'by',
      ',',
      '.',
      '"',
      '𝕏',
      'which',
      'of',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const markup = words.join(' ');
        const { article } = story(markup);
        const sentences = readSentences(article);
        for (const event of eventsOf(markup)) {
          expect(contains(event.span, event.trigger)).toBe(true);
          expect(sentences.some((sentence) => contains(sentence, event.span))).toBe(true);
        }
      }),
    );
  });

  test('time grows no faster than the text', () => {
    const sentence =
      '[Voss]ada-voss met [Orlan]ian-orlan, who will visit [Sylvania]syl after the two sides signed a treaty. ';
    const run = (n: number): number => {
      const markup = sentence.repeat(n);
      eventsOf(markup);
      return processorTime(() => eventsOf(markup));
    };
    run(20);
    const [short, long] = [Math.min(run(40), run(40)), Math.min(run(320), run(320))];
    expect(long).toBeLessThan(Math.max(short, 2) * 8 * 6);
  });
});
