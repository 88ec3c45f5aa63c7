import type { ReactNode } from 'react';
import type { ReaderView } from '../../../src/view/desk/types.ts';
import { type Located, locate } from '../lib/anchor-link.ts';
import { useJson } from '../lib/data.ts';
import { addressOf, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';
import { Quoted } from '../parts/quoted.tsx';
import type { Asked } from './use-view.ts';

interface Told {
  readonly asked: Asked;
  /** The fragment of the address as it stands there. */
  readonly hash: string;
}

/** What has to be said before the text: that it is not the one asked for, or that the characters are not where they were. */
export const Bands = ({ asked, hash }: { readonly asked: Asked; readonly hash: string }): ReactNode => {
  const { view, revision, isMissing } = asked;
  if (view === undefined) return null;
  return (
    <div className="page-bands" role="status">
      {isMissing && <p className="page-band">{t('band.missing', { revision: revision ?? '' })}</p>}
      {!view.isPresent && <OlderBand asked={asked} hash={hash} />}
      {view.source.error !== null && (
        <p className="page-band">{t('band.plain', { message: view.source.error.message })}</p>
      )}
      <LocatedBand asked={asked} hash={hash} />
    </div>
  );
};

const OlderBand = ({
  asked: { article },
  hash,
}: {
  readonly asked: Asked;
  readonly hash: string;
}): ReactNode => {
  const { dispute } = usePlace();
  return (
    <p className="page-band">
      {t('band.older')}{' '}
      <Link to={`${addressOf(dispute, 'sources', article)}${hash}`}>{t('band.to-present')}</Link>
    </p>
  );
};

const LocatedBand = ({ asked, hash }: Told): ReactNode => {
  const { located } = asked;
  switch (located.kind) {
    case 'nothing':
      return null;
    case 'found':
      return <MovedBand located={located} />;
    case 'unsure':
      return <p className="page-band">{t('band.unsure')}</p>;
    case 'lost':
      return <LostBand asked={asked} hash={hash} quote={located.quote} />;
  }
};

const MovedBand = ({
  located,
}: {
  readonly located: Extract<Located, { readonly kind: 'found' }>;
}): ReactNode => {
  const { how, moved } = located;
  if (how === 'position' && moved === 0) return null;
  const where =
    moved === 0
      ? t('band.same-place')
      : moved > 0
        ? t('band.further', { n: moved })
        : t('band.nearer', { n: -moved });
  return <p className="page-band">{t(how === 'fuzzy' ? 'band.found-nearly' : 'band.found', { where })}</p>;
};

/** The characters are not in this text: the words that the address quotes, and the older text that has them. */
const LostBand = ({ asked, hash, quote }: Told & { readonly quote: string }): ReactNode => {
  const { view } = asked;
  return (
    <div className="page-band">
      <p>{t('band.lost')}</p>
      {quote !== '' && (
        <Quoted language={view?.source.language ?? null} block>
          {quote}
        </Quoted>
      )}
      {view !== undefined && <OldPassage asked={asked} hash={hash} view={view} />}
    </div>
  );
};

/** Characters shown around the words in the older text. */
const AROUND = 200;

/** The passage in the latest other text of the page that is held. */
const OldPassage = ({ asked, hash, view }: Told & { readonly view: ReaderView }): ReactNode => {
  const { dispute } = usePlace();
  const other = view.revisions.find((revision) => revision !== view.revision) ?? null;
  const path = `/${encodeURIComponent(dispute)}/sources/${encodeURIComponent(asked.article)}.json?revision=${other}`;
  const { data, isPlaceholderData } = useJson<ReaderView>(other === null ? null : path);
  if (other === null || data === undefined || isPlaceholderData || !('text' in data)) return null;
  const found = locate(data.text, hash, asked.revision !== null && data.revision.startsWith(asked.revision));
  if (found.kind !== 'found') return null;
  const [start, end] = [Math.max(0, found.span.start - AROUND), found.span.end + AROUND];
  return (
    <>
      <p className="small">{t('band.old-text')}</p>
      <Quoted language={data.source.language} block>
        {data.text.slice(start, found.span.start)}
        <mark className="mark-hit">{data.text.slice(found.span.start, found.span.end)}</mark>
        {data.text.slice(found.span.end, end)}
      </Quoted>
      <Link
        to={`${addressOf(dispute, 'sources', `${asked.article}@${other.slice(0, 8)}`).replace('%40', '@')}${hash}`}
      >
        {t('band.open-old')}
      </Link>
    </>
  );
};
