import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { Annotations } from '../../model/annotation.ts';
import type { ArticleId, PageId } from '../../model/brand.ts';
import { articleId, articleOf, digest, instant, pageId } from '../../model/brand.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Article, Page } from '../../model/page.ts';
import { canonicalJson } from '../canonical.ts';
import { recordCorrupt, refuseOtherText, refuseStrangers } from '../errors.ts';
import { fromColumn, fromColumnOrNull, intact, seal, sha256, toColumn, toColumnOrNull } from './columns.ts';
import type { Connection, Db } from './connection.ts';
import type { ArticleRow, PageRow, ReadingRow } from './tables.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** Of Brotli's eleven: about as small as the best on pages, at a tenth of the time. */
const QUALITY = 5;

/** A row of `page` without the bytes. */
type PageHead = Omit<PageRow, 'bytes'>;

/** The columns of `PageHead`. */
export const PAGE_HEAD: readonly (keyof PageHead)[] = [
  'dispute',
  'id',
  'media_type',
  'charset',
  'url',
  'path',
  'captured_at',
  'byte_length',
  'row_sha256',
];

const packed = (bytes: Uint8Array): Promise<Buffer> =>
  compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/**
 * The bytes of a page row. @throws DemarcheError `record-corrupt` when they do not unpack, or are not those of the page.
 */
export const unpacked = async ({
  id,
  bytes,
  byte_length,
}: Pick<PageRow, 'id' | 'bytes' | 'byte_length'>): Promise<Uint8Array> => {
  const raw = await decompress(bytes, { maxOutputLength: byte_length + 1 }).catch((error: unknown) => {
    throw recordCorrupt(`the bytes of page ${id} do not unpack`, id, error);
  });
  if (sha256(raw) !== id) throw recordCorrupt(`the bytes of page ${id} do not match its id`, id);
  return new Uint8Array(raw);
};

const pageHead = (dispute: string, page: Page, byteLength: number): PageHead =>
  seal('page', {
    dispute,
    id: page.id,
    media_type: page.mediaType,
    charset: page.charset,
    url: toColumnOrNull(page.url),
    path: toColumnOrNull(page.path),
    captured_at: page.capturedAt,
    byte_length: byteLength,
  });

const readingRow = (dispute: string, extraction: Extraction): ReadingRow => {
  const { text: _, ...about } = extraction.article;
  return seal('reading', {
    dispute,
    article: about.id,
    revision: about.revision,
    page: about.page,
    extractor: extraction.extractor,
    about: canonicalJson(about),
    annotations: canonicalJson(extraction.annotations),
    diagnostics: canonicalJson(extraction.diagnostics),
    error: extraction.error === null ? null : canonicalJson(extraction.error),
  });
};

const articleRow = (dispute: string, { id, revision, page, text }: Article): ArticleRow =>
  seal('article', { dispute, id, revision, page, text: toColumn(text) });

const extractorOf = async (db: Db, dispute: string, article: ArticleId): Promise<string | null> => {
  const row = await db
    .selectFrom('reading')
    .select('extractor')
    .where('dispute', '=', dispute)
    .where('article', '=', article)
    .executeTakeFirst();
  return row?.extractor ?? null;
};

const keepArticle = async (db: Db, row: ArticleRow): Promise<void> => {
  const held = await db
    .selectFrom('article')
    .select('text')
    .where('dispute', '=', row.dispute)
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .executeTakeFirst();
  if (!held) await db.insertInto('article').values(row).execute();
  else if (fromColumn(held.text) !== fromColumn(row.text)) refuseOtherText(row.id, row.revision);
};

const keepReading = async (db: Db, row: ReadingRow): Promise<void> => {
  const { dispute: _, article: __, ...values } = row;
  await db
    .insertInto('reading')
    .values(row)
    .onConflict((at) => at.columns(['dispute', 'article']).doUpdateSet(values))
    .execute();
};

const keepPage = async (db: Db, head: PageHead, bytes: Uint8Array | null): Promise<void> => {
  if (bytes !== null) {
    await db
      .insertInto('page')
      .values({ ...head, bytes })
      .execute();
    return;
  }
  const { dispute, id, ...values } = head;
  await db.updateTable('page').set(values).where('dispute', '=', dispute).where('id', '=', id).execute();
};

/** As the port has it. */
export const savePage = async (
  connection: Connection,
  dispute: string,
  extraction: Extraction,
  bytes: Uint8Array,
): Promise<'added' | 'known' | 'reread'> => {
  const { page, article } = extraction;
  refuseStrangers(extraction, sha256(bytes));
  // Outside the transaction: the lock is not held while the bytes are packed.
  const isHeld = (await connection.read((db) => extractorOf(db, dispute, article.id))) !== null;
  const small = isHeld ? null : await packed(bytes);
  return connection.write(async (db) => {
    const path = toColumnOrNull(page.path);
    if (path !== null)
      await db.deleteFrom('failure').where('dispute', '=', dispute).where('path', '=', path).execute();
    const before = await extractorOf(db, dispute, article.id);
    if (before === extraction.extractor) return 'known';
    await keepPage(db, pageHead(dispute, page, bytes.length), before === null ? small : null);
    await keepArticle(db, articleRow(dispute, article));
    await keepReading(db, readingRow(dispute, extraction));
    return before === null ? 'added' : 'reread';
  });
};

/** Whether the page is held and was read by this extractor. */
export const hasPage = async (db: Db, dispute: string, page: PageId, extractor: string): Promise<boolean> =>
  (await extractorOf(db, dispute, articleOf(page))) === extractor;

/** The page that the row stands for. */
export const pageOf = (row: PageHead): Page => ({
  id: pageId(row.id),
  mediaType: row.media_type === 'text/html' ? 'text/html' : 'text/plain',
  charset: row.charset,
  url: fromColumnOrNull(row.url),
  path: fromColumnOrNull(row.path),
  capturedAt: row.captured_at === null ? null : instant(row.captured_at),
});

const extractionOf = (page: PageHead, article: ArticleRow, reading: ReadingRow): Extraction => {
  const about: Omit<Article, 'text'> = JSON.parse(reading.about);
  const annotations: Annotations = JSON.parse(reading.annotations);
  const diagnostics: Extraction['diagnostics'] = JSON.parse(reading.diagnostics);
  const error: Extraction['error'] = reading.error === null ? null : JSON.parse(reading.error);
  return {
    page: pageOf(page),
    article: { ...about, text: fromColumn(article.text) },
    annotations,
    diagnostics,
    error,
    extractor: digest(reading.extractor),
  };
};

/** The present reading of an article, or null. @throws DemarcheError `record-corrupt` when a row was changed. */
export const readExtraction = async (db: Db, dispute: string, id: ArticleId): Promise<Extraction | null> => {
  const reading = await db
    .selectFrom('reading')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('article', '=', id)
    .executeTakeFirst();
  if (!reading) return null;
  const article = await db
    .selectFrom('article')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('id', '=', id)
    .where('revision', '=', reading.revision)
    .executeTakeFirst();
  const page = await db
    .selectFrom('page')
    .select(PAGE_HEAD)
    .where('dispute', '=', dispute)
    .where('id', '=', reading.page)
    .executeTakeFirst();
  if (!article || !page) throw recordCorrupt(`the text or the page of article ${id} is gone`, id);
  return extractionOf(
    intact('page', page.id, page),
    intact('article', id, article),
    intact('reading', id, reading),
  );
};

/** The ids of all articles, in order. */
export const articleIds = async (db: Db, dispute: string): Promise<readonly ArticleId[]> => {
  const rows = await db
    .selectFrom('reading')
    .select('article')
    .where('dispute', '=', dispute)
    .orderBy('article')
    .execute();
  return rows.map((row) => articleId(row.article));
};

/** The bytes of a page, checked, or null. @throws DemarcheError `record-corrupt` */
export const readBytes = async (db: Db, dispute: string, id: PageId): Promise<Uint8Array | null> => {
  const row = await db
    .selectFrom('page')
    .select(['id', 'bytes', 'byte_length'])
    .where('dispute', '=', dispute)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? unpacked(row) : null;
};
