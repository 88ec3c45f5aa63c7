import { type ReactNode, useMemo, useRef } from 'react';
import type { MapPlace } from '../../../src/view/desk/types.ts';
import { useWidth } from '../lib/fill.ts';
import { type Drawing, drawMap, type Geometry, type MapTab, radiusOf, SIZE } from '../lib/projection.ts';
import geometryFile from './geometry.json';

const GEOMETRY = geometryFile as unknown as Geometry;

/** Both sides' names of a place, each once, in the order in which the server gives the sides. */
export const sidesNames = ({ name, names }: MapPlace): string => {
  const sides = [...new Set(names.filter(({ language }) => language === 'en').map((one) => one.name))];
  return sides.length === 0 ? name : sides.join(' / ');
};

interface Placed {
  readonly place: MapPlace;
  readonly x: number;
  readonly y: number;
  readonly isLabelled: boolean;
}

/** Sizes in CSS pixels: of a label's letters, the space of a line of them and of one character, and from a circle to it. */
const LETTERS = 12;
const LABEL_HEIGHT = 15;
const CHARACTER = 6.6;
const BESIDE = 4;
/** The radius of a place without events. */
const POINT = 1.5;

/**
 * Places with a point in the drawing, the fullest first; a label that would lie on another one is left out. `pixel` is the
 * length of one CSS pixel in units of the drawing: labels and circles stay as large however small the drawing is.
 */
const placedIn = (
  drawing: Drawing,
  places: readonly MapPlace[],
  tab: MapTab,
  pixel: number,
): readonly Placed[] => {
  const taken: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  const isFree = (x: number, y: number, width: number): boolean =>
    taken.every(
      (other) =>
        Math.abs(other.y - y) > LABEL_HEIGHT * pixel || x > other.x + other.width || x + width < other.x,
    );
  return places
    .filter(({ events, disputed }) => events > 0 || (disputed && tab === 'region'))
    .toSorted(
      (a, b) => Number(b.disputed) - Number(a.disputed) || b.events - a.events || (a.id < b.id ? -1 : 1),
    )
    .flatMap((place) => {
      const at = drawing.at(place.at);
      if (at === null) return [];
      const x = at.x + besideOf(place) * pixel;
      const width = labelOf(place).length * CHARACTER * pixel;
      const isLabelled = isFree(x, at.y, width) && x + width < SIZE.width;
      if (isLabelled) taken.push({ x, y: at.y, width });
      return [{ place, ...at, isLabelled }];
    });
};

const labelOf = (place: MapPlace): string =>
  place.events > 0 ? `${sidesNames(place)} ${place.events}` : sidesNames(place);

/** CSS pixels from a place to its label. */
const besideOf = (place: MapPlace): number => radiusOf(place.events) + BESIDE;

/** The map: land without states, disputed places hatched in a layer of their own, a circle for the events of each place. */
export const MapDrawing = ({
  places,
  tab,
  label,
  chosen,
}: {
  readonly places: readonly MapPlace[];
  readonly tab: MapTab;
  readonly label: string;
  readonly chosen: string | null;
}): ReactNode => {
  const drawing = useMemo(() => drawMap(GEOMETRY, tab), [tab]);
  const frame = useRef<SVGSVGElement>(null);
  const width = useWidth(frame);
  const pixel = width === 0 ? 1 : SIZE.width / width;
  const placed = placedIn(drawing, places, tab, pixel);
  return (
    <svg
      ref={frame}
      className="map"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" className="map-hatch" />
        </pattern>
      </defs>
      {drawing.sphere !== null && <path d={drawing.sphere} className="map-sphere" />}
      <path d={drawing.land} className="map-land" />
      {drawing.disputed.map(({ place, path }) => (
        <path key={`${place}${path.slice(0, 24)}`} d={path} className="map-disputed" />
      ))}
      {placed.map(({ place, x, y }) => (
        <circle
          key={place.id}
          cx={x}
          cy={y}
          r={Math.max(radiusOf(place.events), POINT) * pixel}
          className={place.id === chosen ? 'map-place is-chosen' : 'map-place'}
        >
          <title>{labelOf(place)}</title>
        </circle>
      ))}
      {placed.map(
        ({ place, x, y, isLabelled }) =>
          isLabelled && (
            <text
              key={place.id}
              x={x + besideOf(place) * pixel}
              y={y}
              className="map-label"
              fontSize={LETTERS * pixel}
            >
              {sidesNames(place)}
              {place.events > 0 && <tspan className="map-count"> {place.events}</tspan>}
            </text>
          ),
      )}
    </svg>
  );
};
