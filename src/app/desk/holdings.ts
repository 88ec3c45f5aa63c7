import type { ArticleId, ClaimId, Instant } from '../../model/brand.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type {
  ArticleHead,
  ClaimHead,
  FailedPage,
  RecordInfo,
  RecordStore,
  VersionHead,
} from '../../model/store-port.ts';
import type { ClaimIndex } from '../../view/desk/claim-index.ts';
import { createClaimIndex } from '../../view/desk/claim-index.ts';
import type { JumpIndex } from '../../view/desk/jump.ts';
import { jumpIndex } from '../../view/desk/jump.ts';
import type { DeskLabels } from '../../view/desk/labels.ts';
import { deskLabels } from '../../view/desk/labels.ts';
import type { DeskGazetteer } from '../../view/desk/map.ts';
import { deskGazetteer } from '../../view/desk/map.ts';
import { overviewOf } from '../../view/desk/overview.ts';
import type { SourceCounts } from '../../view/desk/source.ts';
import { copyGroups, sourceRow } from '../../view/desk/source.ts';
import type { Overview, SourceRow } from '../../view/desk/types.ts';
import { VERSION } from '../version.ts';
import type { Anchors } from './anchors.ts';
import { createAnchors } from './anchors.ts';
import type { Checksum } from './checksum.ts';
import { createChecksum } from './checksum.ts';
import type { Slim } from './slim.ts';
import { createSlim, slimArticle } from './slim.ts';

/** All of a record that is kept in memory, and what is made of it once for each state. */
export interface Holdings {
  readonly labels: DeskLabels;
  readonly gazetteer: DeskGazetteer;
  readonly index: ClaimIndex;
  /** Without what tellings say word for word. */
  readonly claim: (id: ClaimId) => ClaimHead | null;
  readonly anchors: Anchors;
  readonly claimIds: () => Iterable<ClaimId>;
  readonly articleIds: () => Iterable<ArticleId>;
  readonly pages: () => number;
  readonly failures: () => readonly FailedPage[];
  /** Whether this very version of the claim is held. */
  readonly holds: (head: VersionHead) => boolean;
  readonly putClaim: (head: VersionHead) => void;
  readonly removeClaim: (id: ClaimId) => void;
  /** Whether the page is held just so. */
  readonly holdsArticle: (head: ArticleHead) => boolean;
  readonly putArticle: (head: ArticleHead) => void;
  readonly removeArticle: (id: ArticleId) => void;
  readonly putFailures: (failures: readonly FailedPage[]) => void;
  /** Says whether much is being put in, so that what is held is not whole for a while. */
  readonly setFilling: (isFilling: boolean) => void;
  /** Equal for equal states of the record under equal knowledge. */
  readonly version: () => string;
  /** Every page as a row, copies not folded. */
  readonly sources: () => ReadonlyMap<ArticleId, SourceRow>;
  /** Pages that carry the same text as this one, without it. */
  readonly copiesOf: (id: ArticleId) => readonly SourceRow[];
  readonly overview: () => Omit<Overview, 'state' | 'version'>;
  readonly jump: () => JumpIndex;
}

interface HeldClaim {
  readonly from: Instant;
  readonly head: ClaimHead;
}

interface Sources {
  readonly rows: ReadonlyMap<ArticleId, SourceRow>;
  readonly groups: ReadonlyMap<ArticleId, readonly ArticleId[]>;
}

/** While the record is being read, what is made of all of it is made anew no more often than this share of the time allows. */
const SHARE_WHILE_READING = 0.05;

/** A value that is made again when the holdings have changed since; while they are being filled, only now and then. */
const perEdition = <T>(state: Pick<State, 'edition' | 'isFilling'>, make: () => T): (() => T) => {
  let made: { readonly edition: number; readonly value: T; readonly next: number } | null = null;
  return () => {
    const started = performance.now();
    if (made !== null && (made.edition === state.edition || (state.isFilling && started < made.next)))
      return made.value;
    const [edition, value] = [state.edition, make()];
    const ended = performance.now();
    made = { edition, value, next: ended + (ended - started) / SHARE_WHILE_READING };
    return value;
  };
};

const FAILURES = 'failures';
const NO_CLAIMS: SourceCounts = { statements: 0, events: 0 };

/** Counts each claim once for each page that tells it. */
const countByArticle = (heads: Iterable<ClaimHead>): ReadonlyMap<ArticleId, SourceCounts> => {
  const counts = new Map<ArticleId, { statements: number; events: number }>();
  for (const { kind, tellings } of heads)
    for (const article of new Set(tellings.map((telling) => telling.article))) {
      const count = counts.get(article) ?? { statements: 0, events: 0 };
      if (kind === 'statement') count.statements++;
      else count.events++;
      counts.set(article, count);
    }
  return counts;
};

const sourcesOf = (articles: Iterable<ArticleHead>, heads: readonly ClaimHead[]): Sources => {
  const counts = countByArticle(heads);
  const groups = new Map<ArticleId, readonly ArticleId[]>();
  for (const group of copyGroups(heads)) for (const id of group) groups.set(id, group);
  const rows = new Map<ArticleId, SourceRow>();
  for (const head of articles) {
    const { id } = head.article;
    const group = groups.get(id);
    const named = group?.[0] === undefined ? null : { id: group[0], articles: group.length };
    rows.set(id, sourceRow(head, counts.get(id) ?? NO_CLAIMS, named));
  }
  return { rows, groups };
};

const lastChange = (claims: Iterable<HeldClaim>): Instant | null => {
  let last: Instant | null = null;
  for (const { from } of claims) if (last === null || from > last) last = from;
  return last;
};

/** What holdings are kept in. */
interface State {
  readonly index: ClaimIndex;
  readonly claims: Map<ClaimId, HeldClaim>;
  readonly articles: Map<ArticleId, ArticleHead>;
  readonly anchors: Anchors;
  readonly checksum: Checksum;
  readonly slim: Slim;
  failures: readonly FailedPage[];
  /** Counts changes. */
  edition: number;
  /** Whether much is being put in, and what is held is not whole. */
  isFilling: boolean;
}

type Changing =
  | 'holds'
  | 'putClaim'
  | 'removeClaim'
  | 'holdsArticle'
  | 'putArticle'
  | 'removeArticle'
  | 'putFailures'
  | 'setFilling';

const changing = (state: State): Pick<Holdings, Changing> => {
  const { index, claims, articles, checksum, slim } = state;
  return {
    holds: ({ claim, from }) => claims.get(claim.id)?.from === from,
    putClaim: ({ claim, from }) => {
      state.edition++;
      index.put(claim);
      claims.set(claim.id, { from, head: slim(claim) });
      checksum.put(claim.id, from);
    },
    removeClaim: (id) => {
      state.edition++;
      index.remove(id);
      claims.delete(id);
      state.anchors.forget(id);
      checksum.remove(id);
    },
    holdsArticle: (head) => checksum.has(head.article.id, JSON.stringify(head)),
    putArticle: (head) => {
      state.edition++;
      articles.set(head.article.id, slimArticle(head));
      checksum.put(head.article.id, JSON.stringify(head));
    },
    removeArticle: (id) => {
      state.edition++;
      articles.delete(id);
      checksum.remove(id);
    },
    putFailures: (present) => {
      state.edition++;
      state.failures = present;
      checksum.put(FAILURES, JSON.stringify(present));
    },
    setFilling: (isFilling) => {
      state.isFilling = isFilling;
    },
  };
};

const derived = (
  state: State,
  info: RecordInfo,
  labels: DeskLabels,
): Pick<Holdings, 'sources' | 'copiesOf' | 'overview' | 'jump'> => {
  const { claims, articles } = state;
  const heads = (): readonly ClaimHead[] => [...claims.values()].map(({ head }) => head);
  const sources = perEdition(state, () => sourcesOf(articles.values(), heads()));
  const rows = (): readonly SourceRow[] => [...sources().rows.values()];
  const overview = perEdition(state, () =>
    overviewOf({
      info,
      heads: heads(),
      sources: rows(),
      labels,
      failures: state.failures.length,
      changed: lastChange(claims.values()),
      state: { kind: 'ready' },
      version: '',
    }),
  );
  return {
    sources: () => sources().rows,
    copiesOf: (id) => {
      const held = sources();
      const group = held.groups.get(id) ?? [];
      return group.flatMap((other) => (other === id ? [] : (held.rows.get(other) ?? [])));
    },
    overview,
    jump: perEdition(state, () => jumpIndex({ heads: heads(), sources: rows(), labels })),
  };
};

/** Holdings without anything, under some knowledge. */
export const createHoldings = (info: RecordInfo, knowledge: Knowledge, store: RecordStore): Holdings => {
  const labels = deskLabels(knowledge);
  const claims: State['claims'] = new Map();
  const state: State = {
    index: createClaimIndex(labels),
    claims,
    anchors: createAnchors({ store, claims }),
    articles: new Map(),
    checksum: createChecksum(),
    slim: createSlim(),
    failures: [],
    edition: 0,
    isFilling: true,
  };
  const { index, articles, checksum } = state;
  checksum.put('made with', `${VERSION} ${knowledge.version}`);
  return {
    labels,
    gazetteer: deskGazetteer(knowledge),
    index,
    claim: (id) => claims.get(id)?.head ?? null,
    anchors: state.anchors,
    claimIds: () => claims.keys(),
    articleIds: () => articles.keys(),
    pages: () => articles.size,
    failures: () => state.failures,
    version: checksum.value,
    ...changing(state),
    ...derived(state, info, labels),
  };
};
