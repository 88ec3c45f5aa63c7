import { sha256Hex } from '../../lib/digest-bytes.ts';
import type { Instant, PageId } from '../../model/brand.ts';
import { articleOf } from '../../model/brand.ts';
import type { Claim, Version } from '../../model/claim.ts';
import type { Extraction } from '../../model/extraction.ts';
import type {
  ClaimChanges,
  FailedPage,
  RecordInfo,
  RecordStore,
  VerifyFinding,
  VerifyProgress,
} from '../../model/store-port.ts';
import { canonicalJson } from '../canonical.ts';
import {
  citationBroken,
  citationFault,
  pickClaim,
  recordCorrupt,
  refuseOtherText,
  refuseStrangers,
  refuseTwins,
} from '../errors.ts';
import { nextInstant } from '../instants.ts';
import { articleHeads, articleText, citing, evidence, heads, list, revisions, search } from './lists.ts';
import type { State } from './state.ts';
import { claimsAt, textKey } from './state.ts';

/** What a store is opened with. */
export interface StoreOptions {
  /** The clock that transaction time is read from. */
  readonly now: () => Instant;
}

const savePage = (state: State, extraction: Extraction, bytes: Uint8Array): 'added' | 'known' | 'reread' => {
  const { readings, bytes: held, texts, failures } = state;
  const { page, article } = extraction;
  refuseStrangers(extraction, sha256Hex(bytes));
  if (page.path !== null && failures.delete(page.path)) state.changes++;
  const before = readings.get(article.id);
  if (before?.extractor === extraction.extractor) return 'known';
  const { id, revision, text } = article;
  const kept = texts.get(textKey({ article: id, revision }));
  if (kept && kept.text !== text) refuseOtherText(id, revision);
  state.changes++;
  readings.set(id, extraction);
  texts.set(textKey({ article: id, revision }), { revision, text });
  if (before) return 'reread';
  held.set(page.id, bytes.slice());
  return 'added';
};

const saveFailure = (state: State, failure: FailedPage): void => {
  state.failures.set(failure.path, failure);
  state.changes++;
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
  state.changes++;
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
    changes: 0,
  };
  return {
    info: async () => info,
    hasPage: async (page, extractor) => state.readings.get(articleOf(page))?.extractor === extractor,
    savePage: async (extraction, bytes) => savePage(state, extraction, bytes),
    saveFailure: async (failure) => saveFailure(state, failure),
    failures: async () => [...state.failures.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    extractions: () => inOrder(state.readings),
    extraction: async (article) => state.readings.get(article) ?? null,
    bytes: async (page) => bytesOf(state, page),
    applyClaims: async (claims) => applyClaims(state, claims),
    claims: async (query) => list(state, query),
    claim: async (id, asOf) => claimNamed(state, id, asOf),
    history: async (id) => state.versions.get(id) ?? [],
    search: async (query, options) => search(state, query, options),
    change: async () => String(state.changes),
    heads: () => heads(state),
    counts: async () => ({ claims: claimsAt(state, undefined).length, pages: state.readings.size }),
    articleHeads: () => articleHeads(state),
    evidence: () => evidence(state),
    searchIds: async (query) => search(state, query, {}).map(({ claim }) => claim.id),
    citing: async (article) => citing(state, article),
    articleText: async (article, revision) => articleText(state, article, revision),
    revisions: async (article) => revisions(state, article),
    verify: (onProgress = () => undefined) => verify(state, onProgress),
    close: async () => undefined,
  };
};
