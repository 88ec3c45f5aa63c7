import { sha256Hex } from '../../lib/digest-bytes.ts';
import type { ArticleId, ClaimId, Digest, Instant, PageId } from '../../model/brand.ts';
import { articleOf } from '../../model/brand.ts';
import type { Citation, Claim, Version } from '../../model/claim.ts';
import type { Extraction } from '../../model/extraction.ts';
import type {
  ClaimChanges,
  ClaimQuery,
  FailedPage,
  RecordInfo,
  RecordStore,
  SearchHit,
  VerifyFinding,
  VerifyProgress,
} from '../../model/store-port.ts';
import { canonicalJson } from '../canonical.ts';
import { byValid, matchesQuery } from '../claim-query.ts';
import {
  citationBroken,
  citationFault,
  pickClaim,
  recordCorrupt,
  refuseOtherText,
  refuseStrangers,
  refuseTwins,
} from '../errors.ts';
import { nextInstant, toMilliseconds } from '../instants.ts';
import { hitOf } from '../search-hit.ts';
import { parseSearch } from '../search-query.ts';

interface HeldText {
  readonly revision: Digest;
  readonly text: string;
}

interface State {
  readonly now: () => Instant;
  readonly readings: Map<ArticleId, Extraction>;
  readonly bytes: Map<PageId, Uint8Array>;
  /** Every text that was ever held, by article and revision: old versions of claims cite old revisions. */
  readonly texts: Map<string, HeldText>;
  readonly failures: Map<string, FailedPage>;
  /** Every version of every claim, oldest first. */
  readonly versions: Map<ClaimId, readonly Version[]>;
  last: Instant | null;
}

/** What a store is opened with. */
export interface StoreOptions {
  /** The clock that transaction time is read from. */
  readonly now: () => Instant;
}

const textKey = ({ article, revision }: Pick<Citation, 'article' | 'revision'>): string =>
  `${article} ${revision}`;

const isAt =
  (asOf: Instant | undefined) =>
  ({ recorded: { from, to } }: Version): boolean =>
    asOf === undefined ? to === null : from <= asOf && (to === null || asOf < to);

const claimsAt = (state: State, asOf: Instant | undefined): readonly Claim[] => {
  const at = isAt(asOf === undefined ? undefined : toMilliseconds(asOf));
  return [...state.versions.values()].flatMap((versions) => versions.filter(at).map(({ claim }) => claim));
};

const savePage = (
  { readings, bytes: held, texts, failures }: State,
  extraction: Extraction,
  bytes: Uint8Array,
): 'added' | 'known' | 'reread' => {
  const { page, article } = extraction;
  refuseStrangers(extraction, sha256Hex(bytes));
  if (page.path !== null) failures.delete(page.path);
  const before = readings.get(article.id);
  if (before?.extractor === extraction.extractor) return 'known';
  const { id, revision, text } = article;
  const kept = texts.get(textKey({ article: id, revision }));
  if (kept && kept.text !== text) refuseOtherText(id, revision);
  readings.set(id, extraction);
  texts.set(textKey({ article: id, revision }), { revision, text });
  if (before) return 'reread';
  held.set(page.id, bytes.slice());
  return 'added';
};

const checkEvidence = ({ readings }: State, claim: Claim): void => {
  for (const citation of claim.evidence) {
    const fault = citationFault(citation, readings.get(citation.article)?.article ?? null);
    if (fault !== null) throw citationBroken(claim.id, citation, fault);
  }
};

const applyClaims = (state: State, claims: readonly Claim[]): ClaimChanges => {
  refuseTwins(claims);
  for (const claim of claims) checkEvidence(state, claim);
  const current = new Map(claimsAt(state, undefined).map((claim) => [claim.id, canonicalJson(claim)]));
  const added = claims.filter(({ id }) => !current.has(id));
  const changed = claims.filter(
    (claim) => (current.get(claim.id) ?? '') !== canonicalJson(claim) && current.has(claim.id),
  );
  const kept = new Set(claims.map(({ id }) => id));
  const closed = [...current.keys()].filter((id) => !kept.has(id));
  const unchanged = claims.length - added.length - changed.length;
  const counts = { added: added.length, changed: changed.length, closed: closed.length, unchanged };
  if (unchanged === claims.length && closed.length === 0) return counts;
  const moment = nextInstant(state.now(), state.last);
  state.last = moment;
  for (const id of [...changed.map((claim) => claim.id), ...closed]) {
    const ended = (version: Version): Version =>
      version.recorded.to === null
        ? { ...version, recorded: { from: version.recorded.from, to: moment } }
        : version;
    state.versions.set(id, (state.versions.get(id) ?? []).map(ended));
  }
  for (const claim of [...added, ...changed])
    state.versions.set(claim.id, [
      ...(state.versions.get(claim.id) ?? []),
      { claim: structuredClone(claim), recorded: { from: moment, to: null } },
    ]);
  return counts;
};

const list = (state: State, query: ClaimQuery): readonly Claim[] =>
  claimsAt(state, query.asOf).filter(matchesQuery(query)).sort(byValid);

const search = (
  state: State,
  query: string,
  options: ClaimQuery & { readonly limit?: number },
): readonly SearchHit[] => {
  const terms = parseSearch(query);
  const hits = list(state, options).flatMap((claim) => hitOf(claim, terms) ?? []);
  return hits.slice(0, Math.max(0, options.limit ?? hits.length));
};

/** What is wrong with a page's bytes, or null. */
const bytesFault = (page: PageId, bytes: Uint8Array | null): string | null => {
  if (bytes === null) return 'the bytes are not held';
  return sha256Hex(bytes) === page ? null : 'the bytes do not match the id of the page';
};

async function* verify(
  { readings, bytes, texts, versions }: State,
  onProgress: (progress: VerifyProgress) => void,
): AsyncGenerator<VerifyFinding> {
  let done: VerifyProgress = { pages: 0, citations: 0, claims: 0 };
  for (const { page } of readings.values()) {
    const fault = bytesFault(page.id, bytes.get(page.id) ?? null);
    if (fault !== null) yield { what: 'page-bytes', id: page.id, message: fault };
    done = { ...done, pages: done.pages + 1 };
    onProgress(done);
  }
  for (const { claim } of [...versions.values()].flat()) {
    for (const citation of claim.evidence) {
      const fault = citationFault(citation, texts.get(textKey(citation)) ?? null);
      if (fault !== null) yield { what: 'citation', id: claim.id, message: fault };
    }
    done = { ...done, citations: done.citations + claim.evidence.length, claims: done.claims + 1 };
    onProgress(done);
  }
}

async function* inOrder(readings: State['readings']): AsyncGenerator<Extraction> {
  for (const id of [...readings.keys()].sort()) {
    const reading = readings.get(id);
    if (reading) yield reading;
  }
}

const bytesOf = ({ bytes }: State, page: PageId): Uint8Array | null => {
  const held = bytes.get(page);
  if (!held) return null;
  const fault = bytesFault(page, held);
  if (fault !== null) throw recordCorrupt(fault, page);
  return held.slice();
};

const claimNamed = (state: State, id: string, asOf: Instant | undefined): Claim | null => {
  const claims = claimsAt(state, asOf);
  const picked = pickClaim(
    id.toLowerCase(),
    claims.map((claim) => claim.id),
  );
  return claims.find((claim) => claim.id === picked) ?? null;
};

/** A record that lives in memory and is gone with the process: for tests, for trying things out, for a browser. */
export const createMemoryStore = (info: RecordInfo, { now }: StoreOptions): RecordStore => {
  const state: State = {
    now,
    readings: new Map(),
    bytes: new Map(),
    texts: new Map(),
    failures: new Map(),
    versions: new Map(),
    last: null,
  };
  return {
    info: async () => info,
    hasPage: async (page, extractor) => state.readings.get(articleOf(page))?.extractor === extractor,
    savePage: async (extraction, bytes) => savePage(state, extraction, bytes),
    saveFailure: async (failure) => void state.failures.set(failure.path, failure),
    failures: async () => [...state.failures.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    extractions: () => inOrder(state.readings),
    extraction: async (article) => state.readings.get(article) ?? null,
    bytes: async (page) => bytesOf(state, page),
    applyClaims: async (claims) => applyClaims(state, claims),
    claims: async (query) => list(state, query),
    claim: async (id, asOf) => claimNamed(state, id, asOf),
    history: async (id) => state.versions.get(id) ?? [],
    search: async (query, options) => search(state, query, options),
    verify: (onProgress = () => undefined) => verify(state, onProgress),
    close: async () => undefined,
  };
};
