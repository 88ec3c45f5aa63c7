import type { ArticleId, PageId } from '../../model/brand.ts';
import { articleOf } from '../../model/brand.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Page } from '../../model/page.ts';
import type { ReaderDeps } from '../../view/desk/reader.ts';
import { oldReaderView, readerView } from '../../view/desk/reader.ts';
import { sourceRow } from '../../view/desk/source.ts';
import { listSources } from '../../view/desk/source-list.ts';
import type { SourceRow } from '../../view/desk/types.ts';
import { createSafeNames } from '../jobs/safe-names.ts';
import type { DeskParts } from './lists.ts';
import type { Desk } from './types.ts';

/** What pages are shown with. */
export interface PageParts extends DeskParts {
  readonly knowledge: Knowledge;
}

/** Digits that name a revision, at least. */
const SHORTEST_REVISION = 8;

const isRevision = (digest: string, asked: string): boolean =>
  asked.length >= SHORTEST_REVISION && digest.startsWith(asked);

/** A page that came after what is held in memory was read. */
const freshRow = (extraction: Extraction): SourceRow =>
  sourceRow(extraction, {
    statements: extraction.annotations.attributions.length,
    events: extraction.annotations.events.length,
  });

const depsOf = async (extraction: Extraction, parts: PageParts): Promise<ReaderDeps> => {
  const { store, holdings, knowledge } = parts;
  const { id } = extraction.article;
  const ids = await store.citing(id);
  return {
    source: holdings.sources().get(id) ?? freshRow(extraction),
    citing: ids.length === 0 ? [] : await store.claims({ ids }),
    labels: holdings.labels,
    concepts: Object.fromEntries(knowledge.framing.map((concept) => [concept.id, concept.neutral])),
    copies: holdings.copiesOf(id),
    revisions: await store.revisions(id),
    version: holdings.version(),
  };
};

const createReader =
  (parts: PageParts): Desk['reader'] =>
  async (article: ArticleId, revision) => {
    const { store } = parts;
    const extraction = await store.extraction(article);
    if (extraction === null) return null;
    const asked = revision?.toLowerCase() ?? null;
    if (asked === null || isRevision(extraction.article.revision, asked))
      return readerView(extraction, await depsOf(extraction, parts));
    const old = asked.length < SHORTEST_REVISION ? null : await store.articleText(article, asked);
    return old === null ? null : oldReaderView(old, await depsOf(extraction, parts));
  };

const lastPart = (path: string): string =>
  path
    .replace(/(?:#\d+)+$/, '')
    .split(/[/\\]/)
    .findLast((part) => part !== '') ?? '';

const pathOf = (url: string): string => {
  try {
    return new URL(url).pathname;
  } catch {
    return '';
  }
};

/** A name to save a page under that no program opens as a web page. */
const savedName = ({ id, path, url, mediaType }: Page): string => {
  const isAddress = path !== null && /^https?:/i.test(path);
  const given = path !== null && !isAddress ? lastPart(path) : lastPart(pathOf(url ?? path ?? ''));
  const name = createSafeNames()(given === '' ? id.slice(0, 16) : given);
  const stem = name.replace(/(?:\.(?:x?html?|txt|text|xht|svg|xml|mht|mhtml))+$/i, '');
  return `${stem === '' ? id.slice(0, 16) : stem}${mediaType === 'text/html' ? '.html.txt' : '.txt'}`;
};

/** The pages of the record: as a list, to read, and as they were captured. */
export const createPages = (parts: PageParts): Pick<Desk, 'sources' | 'sourceRows' | 'reader' | 'bytes'> => ({
  sources: async (query, unknown = []) => {
    const { holdings, state } = parts;
    return {
      state: state(),
      version: holdings.version(),
      unknown,
      ...listSources([...holdings.sources().values()], query),
      failures: holdings.failures().map(({ path, code, message }) => ({ path, code, message })),
    };
  },
  async *sourceRows(query) {
    const all = { ...query, offset: 0, limit: Number.MAX_SAFE_INTEGER };
    yield* listSources([...parts.holdings.sources().values()], all).rows;
  },
  reader: createReader(parts),
  bytes: async (page: PageId) => {
    const bytes = await parts.store.bytes(page);
    if (bytes === null) return null;
    const extraction = await parts.store.extraction(articleOf(page));
    return { bytes, name: extraction === null ? `${page.slice(0, 16)}.txt` : savedName(extraction.page) };
  },
});
