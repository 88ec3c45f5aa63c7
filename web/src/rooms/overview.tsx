import { Fragment, type ReactNode } from 'react';
import type { Overview } from '../../../src/view/desk/types.ts';
import { useOverview } from '../lib/data.ts';
import { addressOf, type Room, usePlace } from '../lib/place.ts';
import { number, t } from '../messages/index.ts';
import { CoverageStrip } from '../overview/coverage-strip.tsx';
import { DropZone } from '../parts/drop-zone.tsx';
import { StateNote, Trouble } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { PartyMark } from '../parts/party-mark.tsx';
import '../styles/rooms.css';

/** An address in this desk with parameters. */
const useAddress = (): ((
  room: Room,
  params?: Readonly<Record<string, string | readonly string[]>>,
) => string) => {
  const { dispute } = usePlace();
  return (room, params = {}) =>
    addressOf(
      dispute,
      room,
      null,
      new URLSearchParams(
        Object.entries(params).flatMap(([name, values]) =>
          [values].flat().map((value) => [name, value] as [string, string]),
        ),
      ),
    );
};

interface Count {
  readonly n: number;
  readonly words: string;
  readonly to: string;
}

const Numbers = ({ counts }: { readonly counts: readonly Count[] }): ReactNode => (
  <ul className="numbers">
    {counts.map(({ n, words, to }) => (
      <li key={words} className={n === 0 ? 'is-zero' : ''}>
        <Link to={to}>
          <b>{number(n)}</b> <span>{words}</span>
        </Link>
      </li>
    ))}
  </ul>
);

const years = (span: Overview['span']): string =>
  span === null
    ? t('overview.nospan')
    : span.from.slice(0, 4) === span.to.slice(0, 4)
      ? span.from.slice(0, 4)
      : t('overview.span', { from: span.from.slice(0, 4), to: span.to.slice(0, 4) });

const Held = ({ overview }: { readonly overview: Overview }): ReactNode => {
  const address = useAddress();
  const counts: readonly Count[] = [
    { n: overview.pages, words: t('overview.pages'), to: address('sources') },
    { n: overview.texts, words: t('overview.texts'), to: address('sources') },
    { n: overview.outlets, words: t('overview.outlets'), to: address('sources', { sort: 'outlet' }) },
    { n: overview.statements, words: t('overview.statements'), to: address('statements') },
    { n: overview.events, words: t('overview.events'), to: address('timeline', { kind: 'event' }) },
  ];
  return (
    <section aria-labelledby="held">
      <h2 id="held">{t('overview.held')}</h2>
      <Numbers counts={counts} />
    </section>
  );
};

const Doubts = ({ overview }: { readonly overview: Overview }): ReactNode => {
  const address = useAddress();
  const counts: readonly Count[] = [
    { n: overview.differing, words: t('overview.differing'), to: address('timeline', { differs: 'yes' }) },
    {
      n: overview.planned,
      words: t('overview.planned'),
      to: address('timeline', { status: ['planned', 'proposed'] }),
    },
    {
      n: overview.unresolved,
      words: t('overview.unresolved'),
      to: address('statements', { speaker: 'unknown' }),
    },
    {
      n: overview.boundedPages,
      words: t('overview.bounded.pages'),
      to: address('sources', { dated: 'bounded' }),
    },
    {
      n: overview.undatedPages,
      words: t('overview.undated.pages'),
      to: address('sources', { dated: 'undated' }),
    },
    {
      n: overview.boundedClaims,
      words: t('overview.bounded.claims'),
      to: address('timeline', { certainty: 'bounded' }),
    },
    {
      n: overview.undatedClaims,
      words: t('overview.undated.claims'),
      to: address('timeline', { certainty: 'undated' }),
    },
    { n: overview.failures, words: t('overview.failures'), to: `${address('sources')}#failures` },
  ];
  return (
    <section aria-labelledby="doubts">
      <h2 id="doubts">{t('overview.look')}</h2>
      <Numbers counts={counts} />
    </section>
  );
};

const Caught = ({ overview }: { readonly overview: Overview }): ReactNode => {
  const address = useAddress();
  if (overview.caught.length === 0) return null;
  return (
    <section aria-labelledby="caught">
      <h2 id="caught">{t('overview.caught')}</h2>
      <ul className="plain">
        {overview.caught.map(({ reason, words, pages }) => (
          <li key={reason}>
            <Link to={address('sources', { caught: reason })}>
              {t('overview.caught.pages', { n: pages })}
            </Link>
            : {words}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Outlets = ({ overview }: { readonly overview: Overview }): ReactNode => {
  const address = useAddress();
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">{t('overview.by.outlet')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('overview.outlet')}</th>
            <th scope="col" className="number">
              {t('overview.pages')}
            </th>
            <th scope="col" className="number">
              {t('overview.texts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.byOutlet.slice(0, 20).map(({ outlet, pages, texts }) => (
            <tr key={outlet.id}>
              <td>
                <Link to={address('sources', { outlet: outlet.id })}>
                  <bdi>{outlet.name}</bdi>
                </Link>
              </td>
              <td className="number">{number(pages)}</td>
              <td className="number">{number(texts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {overview.byOutlet.length > 20 && (
        <Link to={address('sources', { sort: 'outlet' })}>
          {t('overview.more', { n: overview.byOutlet.length - 20 })}
        </Link>
      )}
    </section>
  );
};

const Parties = ({ overview }: { readonly overview: Overview }): ReactNode => {
  const address = useAddress();
  const parties = overview.parties.filter(({ claims }) => claims > 0);
  if (parties.length === 0) return null;
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">{t('overview.parties')}</h2>
      <ul className="plain">
        {parties.map((party) => (
          <li key={party.id}>
            <PartyMark party={party} />{' '}
            <Link to={address('timeline', { party: party.id })}>
              <bdi>{party.name}</bdi>
            </Link>{' '}
            <span className="muted">{t('overview.party.claims', { n: party.claims })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Languages = ({ overview }: { readonly overview: Overview }): ReactNode => {
  const address = useAddress();
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const nameOf = (tag: string): string =>
    tag === 'und' ? t('overview.language.unknown') : (names.of(tag) ?? tag);
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{t('overview.languages')}</h2>
      <p>
        {overview.languages.map(({ language, pages }, index) => (
          <Fragment key={language}>
            {index > 0 && ', '}
            <Link to={address('sources', { language })}>{nameOf(language)}</Link> {number(pages)}
          </Fragment>
        ))}
      </p>
      {overview.changed !== null && (
        <p className="muted small">
          {t('overview.changed')}{' '}
          <time dateTime={overview.changed}>{overview.changed.slice(0, 16).replace('T', ' ')} UTC</time>
        </p>
      )}
    </section>
  );
};

const Whole = ({ overview }: { readonly overview: Overview }): ReactNode => (
  <>
    <p className="finding">
      {t('overview.finding', {
        pages: overview.pages,
        outlets: overview.outlets,
        texts: overview.texts,
        statements: overview.statements,
        events: overview.events,
        years: years(overview.span),
      })}
    </p>
    <div className="overview-grid">
      <Held overview={overview} />
      <Doubts overview={overview} />
      <Caught overview={overview} />
      <section className="wide" aria-labelledby="coverage">
        <h2 id="coverage">{t('overview.coverage')}</h2>
        <CoverageStrip bins={overview.coverage} undated={overview.undatedPages + overview.boundedPages} />
      </section>
      <Parties overview={overview} />
      <Outlets overview={overview} />
      <Languages overview={overview} />
    </div>
    <DropZone />
  </>
);

/** What the record holds, every number a link to what it counts. */
export const View = (): ReactNode => {
  const { data, error, isPlaceholderData } = useOverview();
  return (
    <div className="room overview" aria-busy={isPlaceholderData}>
      <h1 tabIndex={-1}>
        <bdi>{data?.title ?? t('room.overview')}</bdi>
      </h1>
      {error !== null && <Trouble failure={error} />}
      {data !== undefined && (
        <>
          <StateNote state={data.state}>{data.state.kind === 'empty' && <DropZone isLarge />}</StateNote>
          {data.pages > 0 && <Whole overview={data} />}
        </>
      )}
    </div>
  );
};
