import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Least height of a list in pixels, however little room is left. */
const LEAST = 320;

/** The height in pixels that an element may have so that its end meets the end of the window. */
export const useFill = (element: RefObject<HTMLElement | null>): number => {
  const [height, setHeight] = useState(LEAST);
  useLayoutEffect(() => {
    const measure = (): void => {
      const target = element.current;
      if (target === null) return;
      const room = target.closest('main');
      const foot = room === null ? 0 : Number.parseFloat(getComputedStyle(room).paddingBlockEnd) || 0;
      const top = target.getBoundingClientRect().top + window.scrollY;
      setHeight(Math.max(LEAST, Math.floor(window.innerHeight - top - foot - 1)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    const above = element.current?.closest('.list-room');
    if (above !== null && above !== undefined) for (const child of above.children) observer.observe(child);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return height;
};

const NAME = 'demarche.scroll.';

const kept = (key: string): number => {
  try {
    return Number(sessionStorage.getItem(NAME + key)) || 0;
  } catch {
    return 0; // Storage is switched off: lists begin at their top.
  }
};

const keep = (key: string, offset: number): void => {
  try {
    sessionStorage.setItem(NAME + key, String(Math.round(offset)));
  } catch {
    // As above.
  }
};

/** Keeps how far a list was scrolled with the step of the history it was scrolled at, for the back button. */
export const useKeptScroll = (): {
  readonly initial: number;
  /** The step of the history. */
  readonly step: string;
  readonly onScroll: (offset: number) => void;
} => {
  const router = useRouter();
  const { pathname, state } = router.state.location;
  const key = state.__TSR_key ?? '';
  const [path] = useState(pathname);
  const offset = useRef<number | null>(null);
  offset.current ??= kept(key);
  const [initial] = useState(offset.current);
  useEffect(() => {
    // On the way to another room this list still stands for a moment: that step is not its own.
    if (offset.current !== null && pathname === path) keep(key, offset.current);
  }, [key, pathname, path]);
  return {
    initial,
    step: key,
    onScroll: (next) => {
      offset.current = next;
      keep(key, next);
    },
  };
};

/** The width of an element in whole pixels, as it changes; 0 until it is known. */
export const useWidth = (element: RefObject<Element | null>): number => {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    setWidth(Math.floor(target.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.floor(target.clientWidth)));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
};
