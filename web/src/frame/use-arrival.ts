import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { t } from '../messages/index.ts';

/** Milliseconds to wait for the heading of a room whose data is on its way; a reader who moves the focus ends it before. */
const WAIT = 60_000;

const headingIn = (main: HTMLElement): HTMLElement | null => main.querySelector('h1');

/** Calls back after every change of what an element holds, once a frame at most. */
const watch = (element: HTMLElement, callback: () => void): (() => void) => {
  let frame = 0;
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(callback);
  });
  observer.observe(element, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
};

/** Moves the focus to the heading of the room that was gone to, as soon as it is there and unless the reader moved it. */
const focusHeading = (main: HTMLElement): (() => void) => {
  const start = document.activeElement;
  let stop = (): void => undefined;
  const attempt = (): void => {
    const heading = headingIn(main);
    const isFree = document.activeElement === start || document.activeElement === document.body;
    if (heading === null && isFree) return;
    stop();
    if (heading === null || !isFree) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  stop = watch(main, attempt);
  const timer = setTimeout(stop, WAIT);
  attempt();
  return () => {
    stop();
    clearTimeout(timer);
  };
};

/** After every move to another room: the focus goes to its heading. The window's title is that heading and the record's. */
export const useArrival = (main: RefObject<HTMLElement | null>, record: string): void => {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? null });
  const before = useRef<string | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = path;
    if (main.current === null || path === null || known === null || known === path) return;
    return focusHeading(main.current);
  }, [main, path]);
  useEffect(() => {
    const element = main.current;
    if (element === null) return;
    const name = (): void => {
      const heading = headingIn(element)?.textContent?.trim().slice(0, 100) ?? '';
      const title = [...new Set([heading, record, t('app.name')])].filter((part) => part !== '').join(' · ');
      if (document.title !== title) document.title = title;
    };
    name();
    return watch(element, name);
  }, [main, record]);
};
