import { memo, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../src/model/brand.ts';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimListQuery, Strip, StripBin } from '../../../src/view/desk/types.ts';
import { STRIP_BINS, useStrip } from '../lib/data.ts';
import { dayText } from '../lib/day.ts';
import { dayAt, dayNumber } from '../lib/extent.ts';
import { useWidth } from '../lib/fill.ts';
import { useCommand } from '../lib/keyboard.ts';
import { addressOf, useGo, usePlace } from '../lib/place.ts';
import { brokenScale, type Scale, type Stretch } from '../lib/scale.ts';
import { only, shifted } from '../lib/selection.ts';
import { number, t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';
import { Axis } from './axis.tsx';
import { type BrushParts, useBrush } from './use-brush.ts';
import '../styles/lists.css';

/** Height of the tallest bar in pixels. */
const HEIGHT = 40;

/** A stretch of days `YYYY-MM-DD` as numbers; null when one is no day. */
export const stretchOf = (days: { readonly from: string; readonly to: string } | null): Stretch | null => {
  if (days === null) return null;
  const [from, to] = [dayNumber(days.from), dayNumber(days.to)];
  return from === null || to === null ? null : { from, to };
};

/** The stretches among what the server names. */
export const stretchesOf = (gaps: Strip['gaps']): readonly Stretch[] =>
  gaps.flatMap((gap) => stretchOf(gap) ?? []);

/** Whether the desk is read from right to left. */
export const isFlipped = (): boolean => document.documentElement.dir === 'rtl';

const words = ({ from, to }: Stretch): string =>
  t('strip.window', { from: dayText(dayAt(from)), to: dayText(dayAt(to)) });

/** The window that the address asks for, held to the span; null for all of it. */
export const windowOf = (
  { from, to }: Pick<ClaimListQuery, 'from' | 'to'>,
  span: Stretch,
): Stretch | null => {
  if (from === null && to === null) return null;
  const first = from === null ? span.from : (dayNumber(from) ?? span.from);
  const last = to === null ? span.to : (dayNumber(to) ?? span.to);
  return {
    from: Math.min(Math.max(first, span.from), span.to),
    to: Math.max(Math.min(last, span.to), span.from),
  };
};

const barPath = (bins: readonly StripBin[], scale: Scale, most: number, isOver: boolean): string =>
  bins
    .map((bin) => {
      const stretch = stretchOf(bin);
      const [below, own] = isOver ? [bin.events, bin.statements] : [0, bin.events];
      if (stretch === null || own === 0) return '';
      const [a, b] = [scale.at(stretch.from), scale.at(stretch.to + 1)];
      const width = Math.max(1, Math.abs(b - a) - 0.5);
      const rise = (n: number): number => (n === 0 ? 0 : Math.max(1, (n / most) * HEIGHT));
      const foot = HEIGHT - rise(below);
      return `M${Math.min(a, b).toFixed(1)} ${foot.toFixed(1)}v${-Math.min(rise(own), foot).toFixed(1)}h${width.toFixed(1)}V${foot.toFixed(1)}Z`;
    })
    .join('');

const Bars = memo(
  ({ bins, scale }: { readonly bins: readonly StripBin[]; readonly scale: Scale }): ReactNode => {
    const most = Math.max(1, ...bins.map(({ statements, events }) => statements + events));
    return (
      <svg className="strip-bars" width={scale.width} height={HEIGHT} aria-hidden="true">
        <path className="bar-events" d={barPath(bins, scale, most, false)} />
        <path className="bar-statements" d={barPath(bins, scale, most, true)} />
      </svg>
    );
  },
);

const Counts = ({ strip }: { readonly strip: Strip }): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="strip-counts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('strip.counts')}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        <section className="strip-table" tabIndex={0} aria-label={t('strip.counts')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('strip.period')}</th>
                <th scope="col">{t('strip.events')}</th>
                <th scope="col">{t('strip.statements')}</th>
              </tr>
            </thead>
            <tbody>
              {strip.bins
                .filter(({ events, statements }) => events + statements > 0)
                .map(({ from, to, events, statements }) => (
                  <tr key={from}>
                    <th scope="row">{t('strip.window', { from: dayText(from), to: dayText(to) })}</th>
                    <td>{number(events)}</td>
                    <td>{number(statements)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          <ul>
            {strip.gaps.map(({ from, to }) => (
              <li key={from}>{t('strip.gap', { from: from.slice(0, 4), to: to.slice(0, 4) })}</li>
            ))}
          </ul>
        </section>
      )}
    </details>
  );
};

/** Links to what the strip cannot place: claims without any time, and those that only bounds place. */
export const Unplaced = ({ strip }: { readonly strip: Pick<Strip, 'undated' | 'bounded'> }): ReactNode => {
  const { dispute, room, query } = usePlace();
  const to = (value: 'undated' | 'bounded'): string =>
    addressOf(
      dispute,
      room,
      null,
      writeClaimQuery({
        ...query,
        offset: 0,
        // What has no time lies in no window.
        ...(value === 'undated' ? { from: null, to: null } : {}),
        facets: only(query.facets, 'certainty', value),
      }),
    );
  return (
    <>
      {strip.undated > 0 && <Link to={to('undated')}>{t('strip.undated', { n: strip.undated })}</Link>}
      {strip.bounded > 0 && <Link to={to('bounded')}>{t('strip.bounded', { n: strip.bounded })}</Link>}
    </>
  );
};

/** Counts over time above the list, with a brush that chooses a stretch of it. */
export const StripRoom = ({ query }: { readonly query: ClaimListQuery }): ReactNode => {
  const { data: strip, isPlaceholderData: isOld } = useStrip(query, STRIP_BINS);
  const holder = useRef<HTMLElement>(null);
  const width = useWidth(holder);
  const span = strip === undefined ? null : stretchOf(strip.span);
  return (
    <section ref={holder} className={`strip${isOld ? ' is-old' : ''}`} aria-label={t('strip.label')}>
      {strip !== undefined && span !== null && width > 0 && (
        <Brush strip={strip} span={span} width={width} query={query} />
      )}
      {strip !== undefined && span === null && (
        <p className="strip-head small">
          {t('strip.none')} <Unplaced strip={strip} />
        </p>
      )}
    </section>
  );
};

interface BrushProps {
  readonly strip: Strip;
  readonly span: Stretch;
  readonly width: number;
  readonly query: ClaimListQuery;
}

const useWindow = (span: Stretch, query: ClaimListQuery) => {
  const go = useGo();
  const window = windowOf(query, span);
  const commit = (next: Stretch | null, replace: boolean): void =>
    go.ask(
      next === null ? { from: null, to: null } : { from: dayAt(next.from) as Day, to: dayAt(next.to) as Day },
      { replace },
    );
  const shift = (direction: -1 | 1): void => {
    if (window !== null) commit(shifted(window, direction, span), true);
  };
  useCommand('window.earlier', () => shift(-1), window !== null);
  useCommand('window.later', () => shift(1), window !== null);
  return { window, commit };
};

const useBrushParts = (): BrushParts => ({
  body: useRef<HTMLDivElement>(null),
  before: useRef<HTMLDivElement>(null),
  after: useRef<HTMLDivElement>(null),
  left: useRef<HTMLDivElement>(null),
  right: useRef<HTMLDivElement>(null),
  label: useRef<HTMLOutputElement>(null),
});

const Brush = ({ strip, span, width, query }: BrushProps): ReactNode => {
  const flipped = isFlipped();
  const { from, to } = span;
  const { gaps } = strip;
  const scale = useMemo(
    () => brokenScale({ from, to }, stretchesOf(gaps), width, flipped),
    [from, to, gaps, width, flipped],
  );
  const parts = useBrushParts();
  const { window, commit } = useWindow(span, query);
  const say = (chosen: Stretch | null): string =>
    chosen === null
      ? t('strip.whole', { from: dayText(dayAt(span.from)), to: dayText(dayAt(span.to)) })
      : words(chosen);
  const brush = useBrush(parts, scale, window, { words: say, commit });
  const shown = window ?? span;
  const edge = (side: 'start' | 'end'): ReactNode => {
    const isFirst = (side === 'start') !== flipped;
    const day = isFirst ? shown.from : shown.to;
    return (
      <div
        ref={side === 'start' ? parts.left : parts.right}
        className={`strip-edge edge-${side}`}
        role="slider"
        tabIndex={0}
        aria-label={t(isFirst ? 'strip.start' : 'strip.end')}
        aria-valuemin={span.from}
        aria-valuemax={span.to}
        aria-valuenow={day}
        aria-valuetext={dayText(dayAt(day))}
        onKeyDown={(event) => brush.onKey(side, event)}
      />
    );
  };
  return (
    <>
      <div className="strip-head small">
        <span className="muted">{t(`strip.measure.${query.clock}`)}</span>
        <output ref={parts.label} className="strip-window" />
        {window !== null && (
          <button type="button" className="button quiet small" onClick={() => commit(null, false)}>
            {t('strip.clear')}
          </button>
        )}
        <span className="strip-unplaced">
          <Unplaced strip={strip} />
        </span>
        <Counts strip={strip} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the edges are the sliders that the keyboard moves */}
      <div
        ref={parts.body}
        className={`strip-body${window === null ? ' is-whole' : ''}`}
        onPointerDown={brush.onPointerDown}
        onPointerMove={brush.onPointerMove}
        onPointerUp={brush.onPointerUp}
        onPointerCancel={brush.onPointerCancel}
        onDoubleClick={() => commit(null, false)}
      >
        <Bars bins={strip.bins} scale={scale} />
        <div ref={parts.before} className="strip-veil veil-start" />
        <div ref={parts.after} className="strip-veil veil-end" />
        {edge('start')}
        {edge('end')}
      </div>
      <Axis scale={scale} />
    </>
  );
};
