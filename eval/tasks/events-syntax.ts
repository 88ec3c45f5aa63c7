import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventAnnotator } from '../../src/annotate/event/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { readSentences } from '../../src/language/index.ts';
import type { EventMention, Mention, Participant } from '../../src/model/annotation.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import { entityId, ruleId } from '../../src/model/brand.ts';
import type { EventFrame } from '../../src/model/knowledge/event-lexicon.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import dictionary from '../corpora/petrarch/dictionary.json' with { type: 'json' };
import { bodyArticle } from '../lib/body-article.ts';
import type { Item, Metric } from '../lib/metric.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly events: readonly {
    readonly source: string | null;
    readonly target: string | null;
    readonly code: string;
    readonly plover_root: string | null;
  }[];
}

/** Who acts on whom, by the ids of the dictionary, and by which of its codes. */
interface Dyad {
  readonly source: string;
  readonly target: string;
  readonly code: string;
}

/**
 * The syntax of passives, compounds, agents and nominals: the coder as it is, given the actors and verbs of the unit tests of
 * PETRARCH, on their sentences. An event of theirs is found when one of ours has both its actors; its root when the verb is the
 * right one too. Events whose actor or code is a placeholder are left out, and sentences without an event must yield none.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const file = join(corpora, 'events/petrarch_unit.jsonl');
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const roots = new Map(rows.flatMap(({ events }) => events.map((e) => [e.code, e.plover_root] as const)));
  const rootOf = (code: string): string | null => roots.get(code.replace(/\D/g, '')) ?? null;
  const knowledge = withDictionary(await loadKnowledge());
  const actors: Item[] = [];
  const both: Item[] = [];
  const quiet: Item[] = [];
  for (const row of rows) {
    const dyads = dyadsIn(row.text, knowledge);
    if (row.events.length === 0)
      quiet.push({ id: row.id, ok: dyads.length === 0, rule: dyads[0]?.code ?? 'none' });
    for (const [i, gold] of row.events.entries()) {
      const { source, target, plover_root: root } = gold;
      if (source === null || target === null || root === null || /[-#]/.test(source + target)) continue;
      const met = dyads.filter((dyad) => isOf(dyad.source, source) && isOf(dyad.target, target));
      const id = `${row.id}/${i}`;
      actors.push({ id, ok: met.length > 0, rule: gold.code });
      both.push({ id, ok: met.some(({ code }) => rootOf(code) === root), rule: gold.code });
    }
  }
  return [
    share('events-syntax/actors', actors),
    share('events-syntax/actors-and-root', both),
    share('events-syntax/nothing-where-none-is', quiet),
  ];
};

const share = (metric: string, items: readonly Item[]): Metric => ({
  metric,
  value: items.filter(({ ok }) => ok).length / items.length,
  n: items.length,
  items,
});

const ACTORS = dictionary.actors.map(({ names, adjectives, codes }, i) => ({
  id: `actor-${i}`,
  names,
  adjectives,
  codes,
}));

/** Whether an actor of ours is the one that a code of theirs begins or ends with: `GON` in `GONGOV` and `NGOGON`. */
const isOf = (id: string, code: string): boolean =>
  ACTORS.find((actor) => actor.id === id)?.codes.some((known) => code.includes(known)) ?? false;

/** The knowledge with their actors for places and their verbs for cues. */
const withDictionary = (knowledge: Knowledge): Knowledge => {
  const english = knowledge.languages['en'];
  const event = english?.event;
  if (english === undefined || event == null) throw new Error('no English cues');
  const cues = dictionary.verbs.map(({ code, frame, verbs }) => ({
    type: code,
    frame: frame as EventFrame,
    verbs,
    nouns: [],
  }));
  return {
    ...knowledge,
    places: ACTORS.map(({ id, names, adjectives }) => ({
      id,
      kind: 'country',
      name: names[0] ?? id,
      names: { en: names },
      demonyms: adjectives,
      capital: null,
      metonyms: [],
      at: null,
      country: null,
    })) as unknown as Knowledge['places'],
    pack: null,
    languages: { ...knowledge.languages, en: { ...english, event: { ...event, cues } } },
  };
};

const NAMES = ACTORS.flatMap(({ id, names, adjectives }) =>
  [...names, ...adjectives].map((name) => ({ id, name })),
).toSorted((a, b) => b.name.length - a.name.length);

const dyadsIn = (text: string, knowledge: Knowledge): readonly Dyad[] => {
  const article = bodyArticle(text);
  const annotations = { ...NO_ANNOTATIONS, mentions: mentionsIn(text, article) };
  const { output } = eventAnnotator.run({
    article,
    sentences: readSentences(article),
    annotations,
    knowledge,
  });
  return output.flatMap(dyadsOf);
};

const mentionsIn = (
  text: string,
  article: { readonly id: Mention['article']; readonly revision: Mention['revision'] },
): readonly Mention[] => {
  const found: Mention[] = [];
  for (const { id, name } of NAMES)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const span = { start: at, end: at + name.length };
      const isWhole = !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[span.end] ?? ' ');
      if (!isWhole || found.some((other) => other.span.start < span.end && span.start < other.span.end))
        continue;
      found.push({
        kind: 'mention',
        article: article.id,
        revision: article.revision,
        rule: ruleId('mention/en/given@1'),
        confidence: 1,
        span,
        form: 'name',
        type: 'STATE',
        refersTo: { id: entityId(id), name },
      });
    }
  return found;
};

const dyadsOf = ({ type, participants }: EventMention): readonly Dyad[] => {
  const by = (...roles: readonly Participant['role'][]): readonly string[] =>
    participants.filter(({ role }) => roles.includes(role)).map(({ id, party }) => party?.id ?? id);
  const pairs = (from: readonly string[], to: readonly string[]): readonly Dyad[] =>
    from.flatMap((source) => to.map((target) => ({ source, target, code: type })));
  const joint = by('joint');
  return [
    ...pairs(joint, joint).filter(({ source, target }) => source !== target),
    ...pairs(by('initiator'), by('target')),
    // Who is visited receives a visit: their 033 beside 032.
    ...(type === '032' ? pairs(by('target'), by('initiator')) : []),
  ];
};
