import type { ReactNode } from 'react';
import type { ReaderView, ReadingView } from '../../../src/view/desk/types.ts';
import { languageName } from '../lib/language-name.ts';
import { addressOf, claimAddress, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';
import { Quoted } from '../parts/quoted.tsx';
import { PassedOver, UsedDate } from '../parts/readings.tsx';
import { SourceLine } from '../parts/source-line.tsx';

/** Title, outlet, the day that is used and why, the days passed over. */
export const PageHead = ({
  view,
  onPlace,
}: {
  readonly view: ReaderView;
  readonly onPlace: (reading: ReadingView) => void;
}): ReactNode => {
  const { source } = view;
  return (
    <header className="page-head">
      <h1>
        {source.title === null ? (
          <span className="muted">{t('source.untitled')}</span>
        ) : (
          <Quoted language={source.language}>{source.title}</Quoted>
        )}
      </h1>
      <p className="page-of">
        <span className="page-outlet">{source.outlet?.name ?? t('source.no-outlet')}</span>
        {source.wires.map(({ id, name }) => (
          <span key={id}>{t('source.via', { name })}</span>
        ))}
        {source.byline !== null && <Quoted language={source.language}>{source.byline}</Quoted>}
        <UsedDate row={source} />
      </p>
      <PassedOver readings={source.rejected} onPlace={onPlace} />
    </header>
  );
};

/** What is known of the page itself: address, kept bytes, copies, troubles. */
export const AboutPage = ({ view }: { readonly view: ReaderView }): ReactNode => {
  const { dispute } = usePlace();
  const { source, copies, diagnostics, revisions } = view;
  return (
    <div>
      <dl className="facts about-page">
        <dt>{t('about.language')}</dt>
        <dd>{languageName(source.language)}</dd>
        {source.url !== null && (
          <>
            <dt>{t('about.url')}</dt>
            <dd>
              <PageAddress url={source.url} />
            </dd>
          </>
        )}
        {source.path !== null && (
          <>
            <dt>{t('about.path')}</dt>
            <dd className="breakable">{source.path}</dd>
          </>
        )}
        <dt>{t('about.bytes')}</dt>
        <dd>
          <a href={`/${encodeURIComponent(dispute)}/pages/${encodeURIComponent(source.page)}/bytes`} download>
            {t('about.download')}
          </a>{' '}
          <span className="muted small">{source.mediaType}</span>
        </dd>
        <dt>{t('about.revision')}</dt>
        <dd>
          <code>{view.revision.slice(0, 8)}</code>
          {revisions.length > 1 && <Revisions view={view} />}
        </dd>
      </dl>
      {copies.length > 0 && (
        <section aria-labelledby="copies">
          <h3 id="copies">{t('about.copies', { n: copies.length })}</h3>
          <ul className="plain-list">
            {copies.map((copy) => (
              <li key={copy.id}>
                <SourceLine row={copy} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {diagnostics.length > 0 && (
        <section aria-labelledby="diagnostics">
          <h3 id="diagnostics">{t('about.diagnostics', { n: diagnostics.length })}</h3>
          <ul className="plain-list small">
            {diagnostics.map(({ code, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a remark may be made twice.
              <li key={index}>
                <code>{code}</code> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const Revisions = ({ view }: { readonly view: ReaderView }): ReactNode => {
  const { dispute } = usePlace();
  return (
    <ul className="plain-list small">
      {view.revisions
        .filter((revision) => revision !== view.revision)
        .map((revision) => (
          <li key={revision}>
            <Link
              to={addressOf(dispute, 'sources', `${view.source.id}@${revision.slice(0, 8)}`).replace(
                '%40',
                '@',
              )}
            >
              {t('about.other-text', { revision: revision.slice(0, 8) })}
            </Link>
          </li>
        ))}
    </ul>
  );
};

/** Where the page was found: text, and a link only when it is one of the web. */
export const PageAddress = ({ url }: { readonly url: string }): ReactNode =>
  /^https?:\/\//i.test(url) ? (
    <a className="breakable" href={url} rel="noreferrer noopener" target="_blank">
      {url}
    </a>
  ) : (
    <span className="breakable">{url}</span>
  );

/** The page of a claim, as a link from its number in the text. */
export const useClaimAddress = (): ((claim: Parameters<typeof claimAddress>[1]) => string) => {
  const { dispute } = usePlace();
  return (claim) => claimAddress(dispute, claim);
};
