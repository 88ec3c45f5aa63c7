import cues from '../../../knowledge/codebook/cues/en.json' with { type: 'json' };
import eventTypes from '../../../knowledge/codebook/event-types.json' with { type: 'json' };
import eventFrames from '../../../knowledge/codebook/frames.json' with { type: 'json' };
import lexicon from '../../../knowledge/en/event.json' with { type: 'json' };
import { eventAnnotator } from '../../../src/annotate/event/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import type {
  Act,
  Attribution,
  EventMention,
  Mention,
  MentionType,
  TimeExpression,
} from '../../../src/model/annotation.ts';
import type { Day } from '../../../src/model/brand.ts';
import { articleId, digest, entityId, ruleId } from '../../../src/model/brand.ts';
import { edtf, rangeOf } from '../../../src/model/edtf/index.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import type { Article, Segment, SegmentKind } from '../../../src/model/page.ts';
import { cover } from '../../../src/model/span.ts';
import { PLAIN_TIME } from '../../support/builders.ts';

const at = null;
const state = (id: string, name: string, adjective: string, kind = 'country') => ({
  id,
  kind,
  name,
  names: { en: [name] },
  demonyms: [adjective],
  capital: null,
  metonyms: [],
  at,
  country: kind === 'country' ? id.toUpperCase() : null,
});
const city = (id: string, name: string, country: string | null) => ({
  ...state(id, name, '', 'city'),
  demonyms: [],
  country,
});
const term = (person: string, country: string) => ({
  person,
  country,
  office: 'head_of_state',
  title: 'President',
  from: '2000-01-01',
  to: null,
  soft: false,
});
const person = (id: string, name: string) => ({ id, name, surname: name.split(' ').at(-1), aliases: [] });

/** A small invented world: Freedonia (Ada Voss), Sylvania (Ian Orlan), Ruritania; the old Union of Marl is no more. */
export const knowledge = {
  version: 'test',
  persons: [person('ada-voss', 'Ada Voss'), person('ian-orlan', 'Ian Orlan')],
  offices: [term('ada-voss', 'FRE'), term('ian-orlan', 'SYL')],
  places: [
    state('fre', 'Freedonia', 'Freedonian'),
    state('syl', 'Sylvania', 'Sylvanian'),
    state('rur', 'Ruritania', 'Ruritanian'),
    state('mrl', 'Marl', 'Marlish', 'historical'),
    city('port-lysa', 'Port Lysa', 'SYL'),
    city('freeport', 'Freeport', 'FRE'),
    city('long-reef', 'Long Reef', null),
  ],
  outlets: [],
  gatherings: [
    {
      id: 'bay-forum-2031',
      series: 'bay-forum',
      name: 'Bay Forum',
      aliases: [],
      year: 2031,
      edtf: '2031-06-01/2031-06-03',
      from: '2031-06-01',
      to: '2031-06-03',
      place: 'Port Lysa',
      country: 'SYL',
    },
  ],
  instruments: [
    { id: 'lysa-1931', name: 'Lysa Declaration', aliases: [], edtf: '1931-04-02', parties: ['FRE', 'SYL'] },
  ],
  eventTypes,
  eventFrames,
  framing: [],
  languages: {
    en: { language: 'en', clean: null, time: null, attribution: null, event: { ...lexicon, cues } },
  },
  pack: null,
} as unknown as Knowledge;

const TYPES: Readonly<Record<string, MentionType>> = {
  'ada-voss': 'PERSON',
  'ian-orlan': 'PERSON',
  fre: 'STATE',
  syl: 'STATE',
  rur: 'STATE',
  mrl: 'STATE',
  'port-lysa': 'PLACE',
  freeport: 'PLACE',
  'long-reef': 'PLACE',
  'lysa-1931': 'INSTRUMENT',
  'bay-forum': 'GATHERING',
  gazette: 'ORG',
};
const NAMES: Readonly<Record<string, string>> = {
  'long-reef': 'Long Reef',
  'port-lysa': 'Port Lysa',
  freeport: 'Freeport',
};
const PRONOUN = /^(?:he|she|his|her|it|its|him)$/i;
const MARK = /\[([^[\]]*)\]([a-z0-9-]+(?::[a-z0-9/-]*[a-z0-9])?)/g;

export interface Story {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly attributions: readonly Attribution[];
}

const base = (text: string) => ({
  article: articleId('a'.repeat(16)),
  revision: digest('b'.repeat(64)),
  rule: ruleId('test/en/marked@1'),
  confidence: 1,
  span: { start: 0, end: text.length },
});

/**
 * Reads a marked text. `[Ada Voss]ada-voss` is a mention (its id says its type), `[Thursday]t:2031-05-01` a time,
 * `[we reject it]said:ada-voss` the content of an attribution by that speaker (with the act as its name). A line that
 * begins with `# ` is a headline, one with `> ` a caption; the others are body.
 */
export const story = (markup: string, published = '2031-05-10'): Story => {
  const mentions: Mention[] = [];
  const times: TimeExpression[] = [];
  const attributions: Attribution[] = [];
  const segments: Segment[] = [];
  let text = '';
  const take = (part: string): void => {
    let last = 0;
    for (const match of part.matchAll(MARK)) {
      text += part.slice(last, match.index);
      last = match.index + match[0].length;
      const [, inner = '', tag = ''] = match;
      const start = text.length;
      text += inner;
      const span = { start, end: text.length };
      const [kind = '', value = ''] = tag.split(':');
      if (kind === 't') times.push(timeOf(text, span, value));
      else if (value !== '') attributions.push(attributionOf(text, span, kind as Act, value));
      else mentions.push(mentionOf(text, span, tag));
    }
    text += part.slice(last);
  };
  for (const line of markup.split('\n')) {
    const kind: SegmentKind = line.startsWith('# ') ? 'headline' : line.startsWith('> ') ? 'caption' : 'body';
    const start = text.length;
    take(kind === 'body' ? line : line.slice(2));
    segments.push({
      kind,
      article: { start, end: text.length },
      page: null,
      rule: ruleId('clean/any/test@1'),
    });
    text += '\n';
  }
  const value = rangeOf(edtf(published));
  const article: Article = {
    id: articleId('a'.repeat(16)),
    page: 'a'.repeat(64) as Article['page'],
    text,
    revision: digest('b'.repeat(64)),
    language: 'en',
    segments,
    title: null,
    byline: null,
    outlet: null,
    wires: [],
    dateline: null,
    published: [{ value, at: null, raw: null, rule: ruleId('clean/any/test@1'), rejected: null }],
    updated: null,
    url: null,
  };
  return { article, mentions, times, attributions };
};

const mentionOf = (text: string, span: Mention['span'], id: string): Mention => {
  const inner = cover(text, span);
  return {
    ...base(text),
    kind: 'mention',
    span,
    form: PRONOUN.test(inner) ? 'pronoun' : 'name',
    type: TYPES[id] ?? 'OTHER',
    refersTo: id === 'none' ? null : { id: entityId(id), name: NAMES[id] ?? id },
  };
};

const timeOf = (text: string, span: TimeExpression['span'], value: string): TimeExpression => {
  const range = rangeOf(edtf(value));
  return {
    ...base(text),
    ...PLAIN_TIME,
    kind: 'time',
    span,
    type: 'DATE',
    value,
    edtf: range.edtf,
    earliest: range.earliest as Day | null,
    latest: range.latest as Day | null,
    anchor: /\d{4}/.test(cover(text, span)) ? 'calendar' : 'published',
  };
};

const attributionOf = (
  text: string,
  span: Attribution['content'][0],
  act: Act,
  speaker: string,
): Attribution => ({
  ...base(text),
  kind: 'attribution',
  source: [],
  cue: [],
  content: [span],
  mode: 'indirect',
  act,
  nested: false,
  speaker: { id: entityId(speaker), name: speaker },
  behalf: null,
  via: [],
  addressee: null,
  venue: null,
  said: null,
  issues: [],
});

/** The events of a story. */
export const eventsIn = ({ article, mentions, times, attributions }: Story): readonly EventMention[] =>
  eventAnnotator.run({
    article,
    sentences: readSentences(article),
    annotations: { times, mentions, attributions, events: [], framing: [] },
    knowledge,
  }).output;

/** The events of a marked text. */
export const eventsOf = (markup: string, published?: string): readonly EventMention[] =>
  eventsIn(story(markup, published));

/** An event in one line: `meet actual joint:ada-voss joint:ian-orlan`. */
export const brief = (event: EventMention): string =>
  [event.type, event.realis, ...event.participants.map(({ role, id }) => `${role}:${id}`)].join(' ');
