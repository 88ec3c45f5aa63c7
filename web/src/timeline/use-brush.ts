import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Scale, Stretch } from '../lib/scale.ts';
import { snapped } from '../lib/scale.ts';
import { dragged, type Grip, gripAt, type PixelWindow } from '../lib/selection.ts';

/** The parts of the brush that follow the hand. */
export interface BrushParts {
  readonly body: RefObject<HTMLDivElement | null>;
  readonly before: RefObject<HTMLDivElement | null>;
  readonly after: RefObject<HTMLDivElement | null>;
  readonly left: RefObject<HTMLDivElement | null>;
  readonly right: RefObject<HTMLDivElement | null>;
  readonly label: RefObject<HTMLOutputElement | null>;
}

/** What the brush does with a window; null is all of the span. */
export interface BrushActions {
  readonly words: (window: Stretch | null) => string;
  readonly commit: (window: Stretch | null, replace: boolean) => void;
}

/** Milliseconds after the last arrow key until the address changes. */
const SETTLE = 250;
/** Pixels that an arrow key moves an edge. */
const STEP = 6;
/** A drag shorter than this many pixels is a click. */
const CLICK = 3;

const pixelsOf = (scale: Scale, window: Stretch | null): PixelWindow => {
  if (window === null) return { start: 0, end: scale.width };
  const [a, b] = [scale.at(window.from), scale.at(window.to + 1)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
};

/** The days of a window of pixels; null when it is all of the span. */
export const daysOf = (scale: Scale, { start, end }: PixelWindow): Stretch | null => {
  const [a, b] = [scale.day(start), scale.day(end)];
  const first = Math.max(scale.span.from, snapped(Math.min(a, b), scale.density));
  const from = Math.min(first, scale.span.to);
  const to = Math.min(scale.span.to, Math.max(from, snapped(Math.max(a, b), scale.density) - 1));
  return from <= scale.span.from && to >= scale.span.to ? null : { from, to };
};

const paint = (parts: BrushParts, { start, end }: PixelWindow, width: number): void => {
  if (parts.before.current !== null) parts.before.current.style.transform = `scaleX(${start / width})`;
  if (parts.after.current !== null) parts.after.current.style.transform = `scaleX(${(width - end) / width})`;
  if (parts.left.current !== null) parts.left.current.style.transform = `translateX(${start}px)`;
  if (parts.right.current !== null) parts.right.current.style.transform = `translateX(${end}px)`;
};

interface Drag {
  readonly grip: Grip;
  readonly origin: PixelWindow | null;
  readonly from: number;
  readonly left: number;
  x: number;
  frame: number;
}

/**
 * The brush of the strip. While a hand moves only transforms change, once a frame; the address changes when it lets go.
 */
export const useBrush = (parts: BrushParts, scale: Scale, window: Stretch | null, actions: BrushActions) => {
  const drag = useRef<Drag | null>(null);
  const show = (pixels: PixelWindow): void => {
    paint(parts, pixels, scale.width);
    if (parts.label.current !== null) parts.label.current.textContent = actions.words(daysOf(scale, pixels));
  };
  const { keyed, onKey } = useEdgeKeys(scale, window, show, actions.commit);
  useLayoutEffect(() => {
    if (drag.current === null && keyed.current === null) {
      paint(parts, pixelsOf(scale, window), scale.width);
      if (parts.label.current !== null) parts.label.current.textContent = actions.words(window);
    }
  });
  useEffect(
    () => () => {
      if (drag.current !== null) cancelAnimationFrame(drag.current.frame);
    },
    [],
  );
  const now = ({ grip, origin, from, x }: Drag): PixelWindow => dragged(grip, origin, from, x, scale.width);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - left;
    const shown = pixelsOf(scale, window);
    // Without a window the edges at the ends can be caught all the same.
    const grip = gripAt(x, shown);
    const isFree = window === null && grip === 'body';
    drag.current = { grip: isFree ? 'new' : grip, origin: shown, from: x, left, x, frame: 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const held = drag.current;
    if (held === null) return;
    held.x = event.clientX - held.left;
    if (held.frame === 0)
      held.frame = requestAnimationFrame(() => {
        held.frame = 0;
        show(now(held));
      });
  };
  const onPointerUp = (): void => {
    const held = drag.current;
    drag.current = null;
    if (held === null) return;
    cancelAnimationFrame(held.frame);
    if (Math.abs(held.x - held.from) >= CLICK) actions.commit(daysOf(scale, now(held)), false);
    else show(pixelsOf(scale, window));
  };
  const onPointerCancel = (): void => {
    if (drag.current !== null) cancelAnimationFrame(drag.current.frame);
    drag.current = null;
    show(pixelsOf(scale, window));
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKey };
};

/** Arrow keys on an edge: the window follows at once, the address when the keys rest. */
const useEdgeKeys = (
  scale: Scale,
  window: Stretch | null,
  show: (pixels: PixelWindow) => void,
  commit: BrushActions['commit'],
) => {
  const keyed = useRef<{ window: PixelWindow; timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(
    () => () => {
      if (keyed.current !== null) clearTimeout(keyed.current.timer);
    },
    [],
  );
  const onKey = (edge: 'start' | 'end', event: KeyboardEvent): void => {
    const by = {
      ArrowLeft: -STEP,
      ArrowDown: -STEP,
      ArrowRight: STEP,
      ArrowUp: STEP,
      Home: -scale.width,
      End: scale.width,
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const shown = keyed.current?.window ?? pixelsOf(scale, window);
    const room =
      edge === 'start' ? { low: 0, high: shown.end - 2 } : { low: shown.start + 2, high: scale.width };
    const next = { ...shown, [edge]: Math.min(room.high, Math.max(room.low, shown[edge] + by)) };
    if (keyed.current !== null) clearTimeout(keyed.current.timer);
    const timer = setTimeout(() => {
      keyed.current = null;
      commit(daysOf(scale, next), true);
    }, SETTLE);
    keyed.current = { window: next, timer };
    show(next);
  };
  return { keyed, onKey };
};
