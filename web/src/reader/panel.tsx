import type { KeyboardEvent, ReactNode } from 'react';
import type { ReaderView, ReadingView } from '../../../src/view/desk/types.ts';
import { valueText } from '../lib/duration.ts';
import { usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';
import { PartyMark } from '../parts/party-mark.tsx';
import { Quoted } from '../parts/quoted.tsx';
import { PassedOver, whyOf } from '../parts/readings.tsx';
import { StanceMark } from '../parts/stance-mark.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { AboutPage, useClaimAddress } from './header.tsx';
import { itemsOf, keyOfTime, type PageItem } from './marks.ts';
import { timeDetail } from './time-words.ts';
import { useReaderLook } from './use-view.ts';

const PANELS = ['statements', 'times', 'dates', 'about'] as const;
type Panel = (typeof PANELS)[number];

/** What stands beside the text: statements and events, times, the page's days, the page itself. */
export const SidePanel = ({
  view,
  onKey,
  onPlace,
}: {
  readonly view: ReaderView;
  /** Goes to the characters that bear a key. */
  readonly onKey: (key: string) => void;
  readonly onPlace: (reading: ReadingView) => void;
}): ReactNode => {
  const { look } = usePlace();
  const change = useReaderLook();
  const chosen: Panel = PANELS.find((panel) => panel === look.panel) ?? 'statements';
  const choose = (panel: Panel): void => change({ panel: panel === 'statements' ? null : panel });
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = PANELS[(PANELS.indexOf(chosen) + by + PANELS.length) % PANELS.length] ?? chosen;
    choose(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <aside className="reader-side" aria-label={t('panel.label')}>
      <div className="side-tabs" role="tablist" aria-label={t('panel.label')} onKeyDown={step}>
        {PANELS.map((panel) => (
          <button
            key={panel}
            id={`tab-${panel}`}
            type="button"
            role="tab"
            aria-selected={panel === chosen}
            aria-controls="reader-panel"
            tabIndex={panel === chosen ? 0 : -1}
            onClick={() => choose(panel)}
          >
            {t(`panel.${panel}`)}
          </button>
        ))}
      </div>
      <div
        id="reader-panel"
        className="reader-panel"
        role="tabpanel"
        aria-labelledby={`tab-${chosen}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {chosen === 'statements' && <Items view={view} onKey={onKey} />}
        {chosen === 'times' && <Times view={view} onKey={onKey} />}
        {chosen === 'dates' && <Dates view={view} onPlace={onPlace} />}
        {chosen === 'about' && <AboutPage view={view} />}
      </div>
    </aside>
  );
};

const Items = ({
  view,
  onKey,
}: {
  readonly view: ReaderView;
  readonly onKey: (key: string) => void;
}): ReactNode => {
  const items = itemsOf(view);
  if (items.length === 0)
    return <p className="muted">{t(view.isPresent ? 'panel.no-statements' : 'panel.old-text')}</p>;
  return (
    <ol className="page-items">
      {items.map((item) => (
        <li key={item.key} data-m={item.key}>
          <button type="button" className="page-item" onClick={() => onKey(item.key)}>
            {item.claim === null ? <UnclaimedLine view={view} item={item} /> : <ClaimShort item={item} />}
          </button>
          <OpenClaim item={item} />
        </li>
      ))}
    </ol>
  );
};

const ClaimShort = ({ item: { claim } }: { readonly item: PageItem }): ReactNode => {
  if (claim === null) return null;
  return (
    <>
      <span className="item-head">
        {claim.parties.map((party) => (
          <PartyMark key={party.id} party={party} />
        ))}
        {claim.issues.map(({ id, label, stance }) => (
          <StanceMark key={id} stance={stance} issue={label} />
        ))}
        {claim.status !== null && <StatusMark status={claim.status} />}
        <span className="item-when">{claim.times.happened?.text ?? t('source.undated')}</span>
      </span>
      {claim.kind === 'event' ? (
        <span className="item-words">{claim.label}</span>
      ) : (
        <span className="item-words">
          {claim.speaker?.name ?? t('card.unnamed')} {claim.act}:{' '}
          <Quoted language={claim.language}>{claim.wording}</Quoted>
        </span>
      )}
    </>
  );
};

/** An attribution that became no claim of the record. */
const UnclaimedLine = ({
  view,
  item: { attribution },
}: {
  readonly view: ReaderView;
  readonly item: PageItem;
}): ReactNode => {
  if (attribution === null) return null;
  const words = attribution.content.map(({ start, end }) => view.text.slice(start, end)).join(' … ');
  return (
    <>
      <span className="item-head muted">{t('panel.unclaimed')}</span>
      <span className="item-words">
        {attribution.speaker?.name ?? t('card.unnamed')} {attribution.act}:{' '}
        <Quoted language={view.source.language}>{words.replace(/\s+/g, ' ')}</Quoted>
      </span>
    </>
  );
};

const OpenClaim = ({ item: { claim } }: { readonly item: PageItem }): ReactNode => {
  const address = useClaimAddress();
  return claim === null ? null : (
    <Link
      to={address(claim)}
      className="item-open"
      aria-label={t('panel.open-label', { label: claim.label })}
    >
      {t('panel.open')}
    </Link>
  );
};

/** The expressions of time of a page as a table: words, value, what they were counted from. */
const Times = ({
  view,
  onKey,
}: {
  readonly view: ReaderView;
  readonly onKey: (key: string) => void;
}): ReactNode =>
  view.times.length === 0 ? (
    <p className="muted">{t('panel.no-times')}</p>
  ) : (
    <table className="times">
      <thead>
        <tr>
          <th scope="col">{t('times.words')}</th>
          <th scope="col">{t('times.value')}</th>
          <th scope="col">{t('times.anchor')}</th>
        </tr>
      </thead>
      <tbody>
        {view.times.map((time, index) => (
          <tr key={`${time.span.start}-${time.span.end}`} data-m={keyOfTime(index)}>
            <td>
              <button type="button" className="as-link" onClick={() => onKey(keyOfTime(index))}>
                <Quoted language={view.source.language}>
                  {view.text.slice(time.span.start, time.span.end)}
                </Quoted>
              </button>
            </td>
            <td title={time.value}>{valueText(time.text)}</td>
            <td className="small">{timeDetail(time)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

/** Every day that the page shows for itself: the one that is used, those passed over. */
const Dates = ({
  view: { source },
  onPlace,
}: {
  readonly view: ReaderView;
  readonly onPlace: (reading: ReadingView) => void;
}): ReactNode => (
  <>
    <h3>{t('dates.used')}</h3>
    {source.published === null ? (
      <p className="muted">{t('dates.none-found')}</p>
    ) : (
      <p>
        {source.published.at === null ? (
          source.published.text
        ) : (
          <button
            type="button"
            className="as-link"
            onClick={() => source.published !== null && onPlace(source.published)}
          >
            {source.published.text}
          </button>
        )}{' '}
        <span className="muted small">{whyOf(source.published)}</span>
      </p>
    )}
    <Bounds reading={source.published} onPlace={onPlace} />
    <h3>{t('dates.passed-over')}</h3>
    {source.rejected.length === 0 ? (
      <p className="muted">{t('dates.no-other')}</p>
    ) : (
      <PassedOver readings={source.rejected} onPlace={onPlace} />
    )}
  </>
);

/** The evidence that a bounded day rests on, one line for each piece, with its place. */
const Bounds = ({
  reading,
  onPlace,
}: {
  readonly reading: ReadingView | null;
  readonly onPlace: (reading: ReadingView) => void;
}): ReactNode =>
  reading === null || reading.bounds.length === 0 ? null : (
    <ul className="plain-list small">
      {reading.bounds.map(({ raw, at, rule, why, note }) => (
        <li key={`${rule} ${at?.start ?? ''} ${raw}`} title={rule}>
          {at === null ? (
            <span>{raw}</span>
          ) : (
            <button type="button" className="as-link" onClick={() => onPlace({ ...reading, at })}>
              {raw}
            </button>
          )}{' '}
          <span className="muted">
            {why}: {note}
          </span>
        </li>
      ))}
    </ul>
  );
