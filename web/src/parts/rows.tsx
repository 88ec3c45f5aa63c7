import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type MouseEvent,
  memo,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ClaimList, Clock, DeskRow } from '../../../src/view/desk/types.ts';
import { monthOf } from '../lib/extent.ts';
import { useFill, useKeptScroll, useWidth } from '../lib/fill.ts';
import { useCommand } from '../lib/keyboard.ts';
import { usePages } from '../lib/pages.ts';
import { useGo, usePlace } from '../lib/place.ts';
import { stepped } from '../lib/selection.ts';
import { useDensity } from '../lib/theme.ts';
import { number, spoken, t } from '../messages/index.ts';
import { ClaimLine, openAddress } from './claim-line.tsx';
import { PartiesOf, useParties } from './party-mark.tsx';
import '../styles/lists.css';

/** Narrower than this (in rem) a claim takes two lines, as in lists.css. */
const NARROW = 46;
/** Rows kept beyond the edges of what is seen. */
const OVERSCAN = 12;

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** The height of a row in pixels; a guess when it shows all of its wording. */
const rowHeight = (width: number, isCompact: boolean, whole: boolean): number => {
  const line = (isCompact ? 1.5 : 1.75) * rem();
  const isNarrow = width < NARROW * rem();
  if (whole) return Math.round(line * (isNarrow ? 4 : 2.2));
  return Math.round(isNarrow ? line * 2 - 4 : line);
};

const Line = memo(
  ({
    row,
    clock,
    isCurrent,
    whole,
  }: {
    readonly row: DeskRow;
    readonly clock: Clock;
    readonly isCurrent: boolean;
    readonly whole: boolean;
  }): ReactNode => <ClaimLine row={row} clock={clock} isReachable={isCurrent} whole={whole} />,
);

/** A month in words, `December 2016`; undated for null. */
const monthWords = (month: string | null): string => {
  if (month === null) return t('when.undated');
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  return new Intl.DateTimeFormat(spoken(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
};

/** Where a row stands among its neighbours: whether a year or a month begins with it. */
const borderOf = (before: DeskRow | undefined, row: DeskRow, clock: Clock): '' | 'month' | 'year' => {
  if (before === undefined) return '';
  const [was, is] = [monthOf(before.times[clock]), monthOf(row.times[clock])];
  if (was === is) return '';
  return was?.slice(0, 4) === is?.slice(0, 4) ? 'month' : 'year';
};

interface RowsProps {
  readonly list: 'timeline' | 'statements';
  /** The answer with the first rows. */
  readonly first: ClaimList;
  /** Whether `first` answers an older question. */
  readonly isOld: boolean;
  readonly whole?: boolean;
  /** The clock by whose months the list is parted; null parts nothing. */
  readonly grouped?: Clock | null;
}

/** Which row the keyboard is at, and the commands that move it. */
const useCurrent = ({
  total,
  seen,
  rowAt,
  show,
  list,
  current,
  setCurrent,
}: {
  readonly total: number;
  /** The rows in sight. */
  readonly seen: { readonly start: number; readonly end: number };
  readonly rowAt: (index: number) => DeskRow | undefined;
  readonly show: (index: number) => void;
  readonly list: RefObject<HTMLElement | null>;
  readonly current: number;
  readonly setCurrent: (index: number) => void;
}) => {
  const wanted = useRef<number | null>(null);
  const place = usePlace();
  const go = useGo();
  const isPreviewing = place.look.preview !== undefined;
  const hasFocus = (): boolean => list.current?.contains(document.activeElement) ?? false;
  const preview = (row: DeskRow | undefined, replace = false): void => {
    if (row !== undefined) go.look({ preview: row.id }, { replace });
  };
  // A row that is not drawn yet takes the focus as soon as it is.
  const takeFocus = (): void => {
    if (wanted.current !== null && focusRow(list.current, wanted.current)) wanted.current = null;
  };
  const move = (by: -1 | 1): void => {
    // The first press only takes the focus to where one stood, or to the first row in sight.
    const stood = current >= seen.start && current <= seen.end ? current : seen.start;
    const next = hasFocus() ? stepped(current, by, total) : stepped(stood, 0, total);
    if (next < 0) return;
    wanted.current = next;
    setCurrent(next);
    show(next);
    if (isPreviewing) preview(rowAt(next), true);
    takeFocus();
  };
  useEffect(takeFocus);
  useCommand('row.next', () => move(1), total > 0);
  useCommand('row.previous', () => move(-1), total > 0);
  useCommand('row.preview', () => preview(rowAt(current)), total > 0);
  useCommand(
    'row.open',
    () => {
      const row = rowAt(current);
      if (row !== undefined) go.to(openAddress(place, row));
    },
    total > 0,
  );
  return { current, setCurrent, preview, previewed: place.look.preview };
};

const focusRow = (list: HTMLElement | null, index: number): boolean => {
  const link = list?.querySelector<HTMLElement>(`[data-index="${index}"] .claim-open`) ?? null;
  link?.focus({ preventScroll: true });
  return link !== null;
};

/** Whether a click was meant for the row and not for a link or for marking text. */
const isForRow = (event: MouseEvent): boolean =>
  event.target instanceof Element &&
  event.target.closest('a, button') === null &&
  (window.getSelection()?.isCollapsed ?? true);

/** The list as it is seen: which rows are drawn, where, and what stands in them. */
const useList = (props: RowsProps, scroller: RefObject<HTMLDivElement | null>) => {
  const { list, first, isOld, whole = false } = props;
  const size = rowHeight(useWidth(scroller), useDensity() === 'compact', whole);
  const scroll = useKeptScroll();
  const [current, setCurrent] = useState(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      // The row that has the focus stays, however far one scrolls.
      const shown = defaultRangeExtractor(range);
      const kept = Math.min(current, range.count - 1);
      return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b);
    },
    [current],
  );
  const virtual = useVirtualizer({
    count: first.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: OVERSCAN,
    initialOffset: scroll.initial,
    rangeExtractor,
  });
  const start = virtual.range?.startIndex ?? 0;
  const end = virtual.range?.endIndex ?? 0;
  const rowAt = usePages(list, first, { start, end: end + OVERSCAN });
  const show = (index: number): void => virtual.scrollToIndex(index);
  const at = useCurrent({
    total: first.total,
    seen: { start, end },
    rowAt,
    show,
    list: scroller,
    current,
    setCurrent,
  });
  useRestart(first, isOld, () => {
    virtual.scrollToOffset(0);
    at.setCurrent(0);
  });
  useEffect(() => {
    // Rows of their own height are measured as they are drawn.
    if (!whole && size > 0) virtual.measure();
  }, [whole, size, virtual]);
  return { virtual, size, start, rowAt, at, scroll };
};

const Head = ({
  month,
  at,
  total,
}: {
  readonly month: string | null;
  readonly at: number;
  readonly total: number;
}): ReactNode => (
  <div className="rows-head" aria-hidden="true">
    {monthWords(month)}
    <span className="muted">
      {number(at + 1)} / {number(total)}
    </span>
  </div>
);

/** The claims of a list, as many as there are: only those in view are drawn, and asked for in pages. */
export const Rows = (props: RowsProps): ReactNode => {
  const { list, first, isOld, whole = false, grouped = null } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const height = useFill(scroller);
  const { virtual, size, start, rowAt, at, scroll } = useList(props, scroller);
  const top = rowAt(start);
  const lineOf = ({ index, start: offset }: VirtualItem): ReactNode => {
    const row = rowAt(index);
    const border = grouped === null || row === undefined ? '' : borderOf(rowAt(index - 1), row, grouped);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard previews with Space, by the map of commands
      <li
        key={index}
        ref={whole ? virtual.measureElement : null}
        data-index={index}
        data-previewed={row !== undefined && row.id === at.previewed ? '' : undefined}
        className={`row${border === '' ? '' : ` begins-${border}`}`}
        aria-setsize={first.total}
        aria-posinset={index + 1}
        style={{ transform: `translateY(${offset}px)`, ...(whole ? {} : { blockSize: size }) }}
        onFocus={() => at.setCurrent(index)}
        onClick={(event) => {
          if (!isForRow(event)) return;
          at.setCurrent(index);
          at.preview(row);
        }}
      >
        {row === undefined ? (
          <span className="row-waiting muted small">{t('list.loading', { n: index + 1 })}</span>
        ) : (
          <Line row={row} clock={first.query.clock} isCurrent={index === at.current} whole={whole} />
        )}
      </li>
    );
  };
  return (
    <PartiesOf value={useParties()}>
      <div
        ref={scroller}
        className={`rows${whole ? ' is-whole' : ''}${isOld ? ' is-old' : ''}`}
        style={{ blockSize: height }}
        // The router carries how far an element was scrolled over to the next address: this list must not be that element.
        data-scroll-restoration-id={`rows ${scroll.step}`}
        onScroll={(event) => scroll.onScroll(event.currentTarget.scrollTop)}
      >
        {grouped !== null && top !== undefined && (
          <Head month={monthOf(top.times[grouped])} at={start} total={first.total} />
        )}
        <ul
          className="rows-list"
          // biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to some readers
          role="list"
          aria-label={t(`list.${list}`)}
          aria-busy={isOld}
          style={{ blockSize: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(lineOf)}
        </ul>
      </div>
    </PartiesOf>
  );
};

/** Calls back when the list shows the answer to another question than before. */
const useRestart = (first: ClaimList, isOld: boolean, restart: () => void): void => {
  const asked = JSON.stringify({ ...first.query, offset: 0 });
  const shown = useRef(asked);
  useEffect(() => {
    if (isOld || shown.current === asked) return;
    shown.current = asked;
    restart();
  });
};
