import { type MouseEvent, memo, type ReactNode, useMemo } from 'react';
import type { Clock, DeskParty, DeskRow } from '../../../src/view/desk/types.ts';
import type { Scale } from '../lib/scale.ts';
import { t } from '../messages/index.ts';
import { stanceWord } from '../parts/stance-mark.tsx';
import { ClaimShape } from './claim-mark.tsx';
import type { LaneGroup } from './lane-groups.ts';
import { type Drawn, type DrawnMore, layOutLane } from './layout.ts';

/** A claim in words, for readers and for the label beside a mark. */
export const told = (row: DeskRow, clock: Clock): string => {
  const marks =
    row.status === null
      ? row.issues.map(({ label, stance }) => `${label}: ${stanceWord(stance)}`)
      : [t(`status.${row.status}`)];
  return [row.times[clock]?.text ?? t('when.undated'), row.label, ...marks].join(' · ');
};

/** What a mark leads to and shows. */
export interface LaneActions {
  readonly address: (row: DeskRow) => string;
  readonly moreAddress: (more: DrawnMore) => string;
  readonly onShow: (row: DeskRow, mark: Element) => void;
  readonly onOpen: (row: DeskRow, event: MouseEvent) => void;
}

interface MarksProps extends LaneActions {
  readonly group: LaneGroup;
  readonly scale: Scale;
  readonly clock: Clock;
  readonly parties: ReadonlyMap<string, DeskParty>;
  readonly isFlipped: boolean;
  /** Whether its first mark is a stop of the Tab key; arrows lead on from there. */
  readonly isFirst: boolean;
}

const Mark = ({
  drawn,
  isStop,
  ...lane
}: { readonly drawn: Drawn; readonly isStop: boolean } & MarksProps): ReactNode => {
  const { row, start, end, y } = drawn;
  const { group, clock, parties, isFlipped } = lane;
  const slot = group.slot ?? parties.get(row.parties[0]?.id ?? '')?.slot ?? null;
  return (
    <a
      className="lane-mark"
      href={lane.address(row)}
      tabIndex={isStop ? 0 : -1}
      aria-label={told(row, clock)}
      data-id={row.id}
      onClick={(event) => lane.onOpen(row, event)}
      onMouseOver={(event) => lane.onShow(row, event.currentTarget)}
      onFocus={(event) => lane.onShow(row, event.currentTarget)}
    >
      <rect className="lane-reach" x={start - 1} y={y - 7} width={end - start + 2} height={14} />
      <ClaimShape drawn={drawn} slot={slot} isFlipped={isFlipped} />
    </a>
  );
};

/** The marks of one lane, each a link to its claim. */
export const LaneMarks = memo((props: MarksProps): ReactNode => {
  const { group, scale, clock, isFirst } = props;
  const layout = useMemo(() => layOutLane(group.rows, clock, scale), [group, clock, scale]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      className="lane-drawing"
      width={scale.width}
      height={layout.height}
      role="group"
      aria-label={group.label}
    >
      {scale.pieces
        .filter(({ isGap }) => isGap)
        .map(({ from, to }) => (
          <rect
            key={from}
            className="lane-gap"
            x={Math.min(scale.at(from), scale.at(to + 1))}
            y={0}
            width={Math.abs(scale.at(to + 1) - scale.at(from))}
            height={layout.height}
          />
        ))}
      {layout.drawn.map((drawn, index) => (
        <Mark key={drawn.row.id} {...props} drawn={drawn} isStop={isFirst && index === 0} />
      ))}
      {layout.more.map((more) => (
        <a
          key={`${more.at} ${more.y}`}
          className="lane-more"
          href={props.moreAddress(more)}
          aria-label={t('lanes.more', { n: more.rows.length })}
        >
          <text x={Math.min(scale.width - 14, Math.max(14, more.at))} y={more.y + 4}>
            +{more.rows.length}
          </text>
        </a>
      ))}
    </svg>
  );
});
