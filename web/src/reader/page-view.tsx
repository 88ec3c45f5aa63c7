import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../src/model/span.ts';
import type { ReaderView, ReadingView } from '../../../src/view/desk/types.ts';
import { passageAddress } from '../lib/anchor-link.ts';
import { valueText } from '../lib/duration.ts';
import { levelOf } from '../lib/highlight.ts';
import { useCommand } from '../lib/keyboard.ts';
import { addressOf, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { copyAndTell } from '../parts/cite.tsx';
import { Empty } from '../parts/empty.tsx';
import { useParties } from '../parts/party-mark.tsx';
import { stretchesOf } from './blocks.ts';
import { Controls } from './controls.tsx';
import { PageHead } from './header.tsx';
import { keysAt, light, revealLine, scrollToKey } from './light.ts';
import { type NoteWords, type Paragraph, paragraphsOf } from './model.ts';
import { SidePanel } from './panel.tsx';
import { citePage, SelectionBar } from './selection.tsx';
import { Stretches } from './stretches.tsx';
import { anchorPiece } from './text.tsx';
import { timeDetail } from './time-words.ts';

const WORDS = (): NoteWords => ({
  time: (words, text) => t('note.time', { words, text: valueText(text) }),
  timeDetail,
  framing: (neutral) => t('note.framing', { neutral }),
  framingDetail: (concept) => t('note.framing-detail', { concept: concept.replaceAll(/[-_]/g, ' ') }),
  event: (label, status) => (status === null ? label : t('note.event', { label, status })),
  eventDetail: (when) => when ?? t('source.undated'),
  unnamed: t('card.unnamed'),
});

/** The page: head, controls, text, and what stands beside it. `anchor` are the characters that the address names. */
export const PageView = ({
  view,
  anchor,
  bands,
}: {
  readonly view: ReaderView;
  readonly anchor: Span | null;
  readonly bands: ReactNode;
}): ReactNode => {
  const { look } = usePlace();
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  // What was pointed at on this page holds until the address names other characters.
  const [pointed, setPointed] = useState<{ readonly at: Span; readonly after: Span | null } | null>(null);
  const here = pointed !== null && pointed.after === anchor ? pointed.at : anchor;
  const level = levelOf(look.highlights);
  const isClean = look.show !== 'all';
  const paragraphs = useParagraphs(view, here);
  const stretches = useMemo(
    () =>
      stretchesOf(
        paragraphs.map(({ block }) => block),
        isClean,
      ),
    [paragraphs, isClean],
  );
  useScrollTo(root, here, look.show);
  useCopying(view, here);
  const onPlace = ({ at }: ReadingView): void =>
    setPointed(at === null ? null : { at: { ...at }, after: anchor });
  const onKey = (key: string): void => {
    light(root.current, [key]);
    scrollToKey(root.current, key);
  };
  return (
    // Lighting follows pointer and focus; all that can be done is done by the buttons and links inside.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside the text has the same by keyboard.
    <div
      ref={root}
      className="reader"
      onMouseOver={(event) => light(root.current, keysAt(event.target))}
      onFocus={(event) => light(root.current, keysAt(event.target))}
      onClick={(event) =>
        isInText(event.target) && revealLine(root.current, keysAt(event.target).toReversed())
      }
      onMouseLeave={() => light(root.current, [])}
      onBlur={() => light(root.current, [])}
    >
      <PageHead view={view} onPlace={onPlace} />
      {bands}
      <Controls level={level} isClean={isClean} />
      <div className="reader-columns">
        <div ref={text} className={`page-text level-${level}`}>
          <h2 className="visually-hidden">{t('reader.text')}</h2>
          {paragraphs.length === 0 ? (
            <Empty title={t('reader.no-text')} hint={t('reader.no-text-hint')} />
          ) : (
            <>
              {!paragraphs.some(({ block }) => block.isRead) && (
                <p className="page-band">{t('reader.no-body')}</p>
              )}
              <Stretches
                text={view.text}
                language={view.source.language}
                paragraphs={paragraphs}
                stretches={stretches}
                level={level}
                here={here}
                onNote={onKey}
              />
            </>
          )}
          <SelectionBar view={view} root={text} />
        </div>
        <SidePanel view={view} onKey={onKey} onPlace={onPlace} />
      </div>
    </div>
  );
};

const isInText = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('p[data-start]') !== null;

const useParagraphs = (view: ReaderView, here: Span | null): readonly Paragraph[] => {
  const parties = useParties();
  const [start, end] = [here?.start ?? -1, here?.end ?? -1];
  return useMemo(() => {
    const slots = new Map([...parties].map(([id, { slot }]) => [id, slot] as const));
    return paragraphsOf(view, slots, start < 0 ? null : { start, end }, WORDS());
  }, [view, parties, start, end]);
};

/** Brings the named characters to the middle of the screen, once the browser has laid them out. */
const useScrollTo = (
  root: RefObject<HTMLElement | null>,
  here: Span | null,
  show: string | undefined,
): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` changes what is drawn above the characters.
  useEffect(() => {
    if (here === null) return;
    let frame = 0;
    let tries = 0;
    const step = (): void => {
      const piece = anchorPiece(root.current);
      piece?.scrollIntoView({ block: 'center', behavior: 'instant' });
      tries += 1;
      // Chunks far off have guessed heights: scrolled to once, they are measured, and the second time is right.
      if (tries < (piece === null ? 30 : 3)) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [root, here, show]);
};

/** `c` copies a citation of the page, `Shift C` a link to it, at the characters that the address names. */
const useCopying = (view: ReaderView, here: Span | null): void => {
  const { dispute } = usePlace();
  const at = { article: view.source.id, revision: view.revision };
  const address =
    here === null
      ? addressOf(dispute, 'sources', view.source.id)
      : passageAddress(dispute, { ...at, ...here }, view.text);
  const whole = `${window.location.origin}${address}`;
  useCommand(
    'copy.citation',
    () =>
      void copyAndTell(
        `${citePage(view.source)} ${whole}`,
        t('cite.copied', { what: t('selection.citation') }),
      ),
  );
  useCommand('copy.link', () => void copyAndTell(whole, t('cite.copied-link')));
};
