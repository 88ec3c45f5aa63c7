import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../../src/model/span.ts';
import type { ReaderView } from '../../../src/view/desk/types.ts';
import { passageAddress } from '../lib/anchor-link.ts';
import { usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { copyAndTell } from '../parts/cite.tsx';

interface Selected extends Span {
  readonly top: number;
  readonly left: number;
}

/** The stretch of the page's text that a range covers; null when either end is outside it. */
const spanOf = (range: Range): Span | null => {
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ];
  return start === null || end === null || start >= end ? null : { start, end };
};

/** Where a place in the document stands in the page's text: paragraphs hold nothing but their stretch of it. */
const offsetOf = (node: Node, offset: number): number | null => {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-start]',
  );
  if (paragraph === null || paragraph === undefined) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset['start']) + before.toString().length;
};

const readSelection = (root: HTMLElement): Selected | null => {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const span = spanOf(range);
  if (span === null) return null;
  const [at, frame] = [range.getBoundingClientRect(), root.getBoundingClientRect()];
  return {
    ...span,
    top: at.bottom - frame.top + 4,
    left: Math.max(0, Math.min(at.left - frame.left, frame.width - 260)),
  };
};

/** Offers to copy a link to, or a citation of, the characters that are selected in the text. */
export const SelectionBar = ({
  view,
  root,
}: {
  readonly view: ReaderView;
  readonly root: RefObject<HTMLElement | null>;
}): ReactNode => {
  const { dispute } = usePlace();
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const onChange = (): void => setSelected(root.current === null ? null : readSelection(root.current));
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [root]);
  if (selected === null) return null;
  const address = `${window.location.origin}${passageAddress(dispute, { article: view.source.id, revision: view.revision, ...selected }, view.text)}`;
  const words = view.text.slice(selected.start, selected.end);
  return (
    <div
      className="selection-bar"
      style={{ top: selected.top, left: selected.left }}
      role="toolbar"
      aria-label={t('selection.label')}
    >
      <button
        type="button"
        className="button"
        onClick={() => void copyAndTell(address, t('cite.copied-link'))}
      >
        {t('selection.link')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() =>
          void copyAndTell(
            citePassage(view, words, address),
            t('cite.copied', { what: t('selection.citation') }),
          )
        }
      >
        {t('selection.cite')}
      </button>
    </div>
  );
};

/** A passage of a page as one cites it: the words, the outlet, title, day and address of the page, and the way back here. */
export const citePassage = ({ source }: ReaderView, words: string, address: string): string => {
  const quote = `“${words.replace(/\s+/g, ' ').trim()}”`;
  return `${quote} ${citePage(source)} ${address}`;
};

/** A page as one cites it; the day only when the page has one. */
export const citePage = ({ outlet, title, published, dated, url }: ReaderView['source']): string => {
  const day =
    published === null
      ? t('source.undated')
      : dated === 'bounded'
        ? t('source.only', { text: published.text })
        : published.text;
  const parts = [
    outlet?.name ?? t('source.no-outlet'),
    title === null ? t('source.untitled') : `“${title}”`,
    day,
    url,
  ];
  return `${parts.filter((part) => part !== null).join(', ')}.`;
};
