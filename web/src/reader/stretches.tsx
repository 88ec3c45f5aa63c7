import { type MouseEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Span } from '../../../src/model/span.ts';
import type { Level } from '../lib/highlight.ts';
import { t } from '../messages/index.ts';
import type { Stretch } from './blocks.ts';
import type { Paragraph } from './model.ts';
import { Chunk } from './text.tsx';

/** Stretches drawn at once; the rest follows while the reader reads. */
const AT_ONCE = 6;
const MORE = 12;

/** The text in stretches: paragraphs, and the page's furniture folded into lines that can be opened. */
export const Stretches = ({
  text,
  language,
  paragraphs,
  stretches,
  level,
  here,
  onNote,
}: {
  readonly text: string;
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  readonly stretches: readonly Stretch[];
  readonly level: Level;
  /** Characters that must be drawn and may not be folded away. */
  readonly here: Span | null;
  readonly onNote: (key: string) => void;
}): ReactNode => {
  const chunks = useMemo(
    () => stretches.map(({ from, to }) => paragraphs.slice(from, to)),
    [stretches, paragraphs],
  );
  const holds = (chunk: readonly Paragraph[]): boolean =>
    here !== null && chunk.some(({ block }) => block.start < here.end && here.start < block.end);
  const needed = here === null ? 0 : chunks.findIndex(holds) + 1;
  const drawn = useGrowing(stretches.length, Math.max(AT_ONCE, needed));
  const follow = (event: MouseEvent<HTMLDivElement>): void => {
    const key =
      event.target instanceof Element ? event.target.closest('[data-go]')?.getAttribute('data-go') : null;
    if (key !== null && key !== undefined) onNote(key);
  };
  return (
    // The clicks are those of the notes' own buttons.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div className="stretches" onClick={follow}>
      {stretches.slice(0, drawn).map((stretch, index) => {
        const chunk = chunks[index] ?? [];
        const key = `${stretch.from} ${stretch.isFolded}`;
        const drawnChunk = (
          <Chunk key={key} text={text} language={language} paragraphs={chunk} level={level} />
        );
        return stretch.isFolded ? (
          <Stub key={key} stretch={stretch} isNeeded={holds(chunk)}>
            {drawnChunk}
          </Stub>
        ) : (
          drawnChunk
        );
      })}
      {drawn < stretches.length && <p className="muted small">{t('reader.drawing')}</p>}
    </div>
  );
};

/** Furniture in one line that says what it is; opened by hand, or when something in it is pointed at. */
const Stub = ({
  stretch,
  isNeeded,
  children,
}: {
  readonly stretch: Stretch;
  readonly isNeeded: boolean;
  readonly children: ReactNode;
}): ReactNode => {
  const [isOpen, setOpen] = useState(isNeeded);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  const kinds = stretch.kinds.map((kind) => t(`segment.${kind}`)).join(', ');
  return (
    <div className="stub">
      <button type="button" className="stub-line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('reader.stub', { n: stretch.to - stretch.from, kinds })}
      </button>
      {isOpen && children}
    </div>
  );
};

/** A number that grows to `total` while the browser is idle, from `least` on. */
const useGrowing = (total: number, least: number): number => {
  const [drawn, setDrawn] = useState(least);
  const shown = Math.min(total, Math.max(drawn, least));
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => setDrawn(shown + MORE), 30);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return shown;
};
