import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../src/model/brand.ts';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimList, ClaimListQuery, DeskRow, Strip } from '../../../src/view/desk/types.ts';
import { STRIP_BINS, useClaims, useStrip } from '../lib/data.ts';
import { extentOf } from '../lib/extent.ts';
import { useWidth } from '../lib/fill.ts';
import { useCommand } from '../lib/keyboard.ts';
import { addressOf, useGo, usePlace } from '../lib/place.ts';
import { brokenScale, type Scale } from '../lib/scale.ts';
import { stepped } from '../lib/selection.ts';
import { t } from '../messages/index.ts';
import { openAddress } from '../parts/claim-line.tsx';
import { Trouble } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { slotClass, useParties } from '../parts/party-mark.tsx';
import { Axis } from './axis.tsx';
import { type LaneGroup, type LaneKey, laneGroups, laneKeyOf } from './lane-groups.ts';
import { type LaneActions, LaneMarks, told } from './lane-marks.tsx';
import { MarkKey } from './mark-key.tsx';
import { isFlipped, stretchesOf, stretchOf, windowOf } from './strip.tsx';
import '../styles/lists.css';

/** Most claims that are drawn. */
const MOST = 1000;
/** Widest the label beside a mark is, in pixels, as in lists.css. */
const LABEL = 300;

interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The first and last day of claims that found no room. */
const daysOver = (
  rows: readonly DeskRow[],
  clock: ClaimListQuery['clock'],
): { readonly from: Day | null; readonly to: Day | null } => {
  const days = rows
    .flatMap(({ times }) => [times[clock]?.earliest ?? null, times[clock]?.latest ?? null])
    .filter((day) => day !== null)
    .sort();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
};

/** Moves the focus among the marks, in the order of the lanes. */
const useMarkKeys = (holder: RefObject<HTMLElement | null>): ((by: number) => void) => {
  const go = useGo();
  const marks = (): readonly SVGAElement[] => [
    ...(holder.current?.querySelectorAll<SVGAElement>('.lane-mark') ?? []),
  ];
  const step = (by: number): void => {
    const all = marks();
    const at = all.indexOf(document.activeElement as SVGAElement);
    const next = all[at < 0 ? 0 : stepped(at, by, all.length)];
    for (const mark of all) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
    next?.focus();
  };
  useCommand('row.next', () => step(1));
  useCommand('row.previous', () => step(-1));
  useCommand('row.preview', () => {
    const id = marks().find((mark) => mark === document.activeElement)?.dataset['id'];
    if (id !== undefined) go.look({ preview: id });
  });
  return step;
};

const useLaneActions = (
  query: ClaimListQuery,
  holder: RefObject<HTMLElement | null>,
  setShown: (shown: Shown) => void,
): LaneActions => {
  const place = usePlace();
  const go = useGo();
  return useMemo(
    () => ({
      address: (row) => openAddress(place, row),
      moreAddress: ({ rows }) =>
        addressOf(
          place.dispute,
          place.room,
          null,
          writeClaimQuery({ ...query, offset: 0, ...daysOver(rows, query.clock) }),
        ),
      onOpen: (row, event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go.look({ preview: row.id });
      },
      onShow: (row, mark) => {
        const frame = holder.current?.getBoundingClientRect();
        const box = mark.getBoundingClientRect();
        if (frame === undefined) return;
        const x = Math.min(box.left - frame.left + box.width / 2 - 12, frame.width - LABEL);
        setShown({ text: told(row, query.clock), x: Math.max(0, x), y: box.bottom - frame.top + 2 });
      },
    }),
    [place, query, go, holder, setShown],
  );
};

const useScale = (strip: Strip, query: ClaimListQuery, width: number): Scale | null => {
  const { from, to } = query;
  const flipped = isFlipped();
  return useMemo(() => {
    const span = stretchOf(strip.span);
    if (span === null || width === 0) return null;
    return brokenScale(windowOf({ from, to }, span) ?? span, stretchesOf(strip.gaps), width, flipped);
  }, [strip, from, to, width, flipped]);
};

const LaneName = ({ group, by }: { readonly group: LaneGroup; readonly by: LaneKey }): ReactNode => (
  <h2 className="lane-name">
    {group.id !== null && by === 'party' && (
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" className={slotClass(group.slot)}>
        <rect x="0.5" y="0.5" width="7" height="7" rx="1" />
      </svg>
    )}
    <span>{group.label}</span>
  </h2>
);

const Drawing = ({
  list,
  strip,
  query,
  by,
}: {
  readonly list: ClaimList;
  readonly strip: Strip;
  readonly query: ClaimListQuery;
  readonly by: LaneKey;
}): ReactNode => {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const parties = useParties();
  const [shown, setShown] = useState<Shown | null>(null);
  const scale = useScale(strip, query, useWidth(plot));
  const groups = useMemo(
    () => laneGroups(list.rows, by, parties, t(`lanes.none.${by}`)),
    [list.rows, by, parties],
  );
  const actions = useLaneActions(query, holder, setShown);
  const step = useMarkKeys(holder);
  const onKeyDown = (event: KeyboardEvent): void => {
    const forward = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (forward === undefined) return;
    event.preventDefault();
    step(isFlipped() ? -forward : forward);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the marks, which are links
    <div ref={holder} className="lanes" onMouseLeave={() => setShown(null)} onKeyDown={onKeyDown}>
      <div className="lane is-axis">
        <span />
        <div ref={plot}>{scale !== null && <Axis scale={scale} />}</div>
      </div>
      {scale !== null &&
        groups.map((group, index) => (
          <div key={group.id ?? ''} className="lane">
            <LaneName group={group} by={by} />
            <LaneMarks
              {...actions}
              group={group}
              scale={scale}
              clock={query.clock}
              parties={parties}
              isFlipped={isFlipped()}
              isFirst={index === 0}
            />
          </div>
        ))}
      {shown !== null && (
        <p className="lane-label" aria-hidden="true" style={{ top: shown.y, left: shown.x }}>
          <bdi>{shown.text}</bdi>
        </p>
      )}
    </div>
  );
};

const LaneSwitch = ({ by }: { readonly by: LaneKey }): ReactNode => {
  const go = useGo();
  return (
    <fieldset className="view-switch">
      <legend className="visually-hidden">{t('lanes.by')}</legend>
      <span className="muted" aria-hidden="true">
        {t('lanes.by')}
      </span>
      {(['party', 'issue'] as const).map((key) => (
        <button
          key={key}
          type="button"
          className="button quiet small"
          aria-pressed={key === by}
          onClick={() => go.look({ lanes: key === 'party' ? null : key })}
        >
          {t(`lanes.by.${key}`)}
        </button>
      ))}
    </fieldset>
  );
};

/** How many of the claims are drawn. */
const drawnWords = (list: ClaimList, clock: ClaimListQuery['clock']): string => {
  const drawn = list.rows.filter(({ times }) => extentOf(times[clock]).shape !== 'tray').length;
  return list.total > list.rows.length
    ? t('lanes.some', { drawn, total: list.total })
    : t('lanes.all', { total: drawn });
};

/** Claims drawn in time, in lanes by party or issue. The table has the same claims in words. */
export const Lanes = ({ query }: { readonly query: ClaimListQuery }): ReactNode => {
  const asked = { ...query, sort: 'time', offset: 0, limit: MOST } as const;
  const { data: list, error, isPlaceholderData } = useClaims('timeline', asked);
  const { data: strip } = useStrip(query, STRIP_BINS);
  const place = usePlace();
  if (error !== null) return <Trouble failure={error} />;
  if (list === undefined || strip === undefined) return null;
  const by = laneKeyOf(place.look.lanes);
  const table = new URLSearchParams(place.params);
  table.set('view', 'table');
  return (
    <section
      className={`lanes-room${isPlaceholderData ? ' is-old' : ''}`}
      aria-label={t('lanes.label', { by: t(`lanes.by.${by}`) })}
    >
      <div className="lanes-head small">
        <LaneSwitch by={by} />
        <span className="muted">{drawnWords(list, query.clock)}</span>
        <Link to={addressOf(place.dispute, place.room, null, table)}>{t('lanes.table')}</Link>
        <MarkKey />
      </div>
      <Drawing list={list} strip={strip} query={query} by={by} />
    </section>
  );
};
