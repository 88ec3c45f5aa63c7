import { type ReactNode, useMemo } from 'react';
import type { MapPlace } from '../../../src/view/desk/types.ts';
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

const LABEL_HEIGHT = 15;
const CHARACTER = 6.6;

/** Places with a point in the drawing, the fullest first; a label that would lie on another one is left out. */
const placedIn = (drawing: Drawing, places: readonly MapPlace[], tab: MapTab): readonly Placed[] => {
  const taken: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  const isFree = (x: number, y: number, width: number): boolean =>
    taken.every(
      (other) => Math.abs(other.y - y) > LABEL_HEIGHT || x > other.x + other.width || x + width < other.x,
    );
  return places
    .filter(({ events, disputed }) => events > 0 || (disputed && tab === 'region'))
    .toSorted(
      (a, b) => Number(b.disputed) - Number(a.disputed) || b.events - a.events || (a.id < b.id ? -1 : 1),
    )
    .flatMap((place) => {
      const at = drawing.at(place.at);
      if (at === null) return [];
      const x = at.x + radiusOf(place.events) + 4;
      const width = labelOf(place).length * CHARACTER;
      const isLabelled = isFree(x, at.y, width) && x + width < SIZE.width;
      if (isLabelled) taken.push({ x, y: at.y, width });
      return [{ place, ...at, isLabelled }];
    });
};

const labelOf = (place: MapPlace): string =>
  place.events > 0 ? `${sidesNames(place)} ${place.events}` : sidesNames(place);

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
  const placed = placedIn(drawing, places, tab);
  return (
    <svg className="map" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={label}>
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
          r={Math.max(radiusOf(place.events), 1.5)}
          className={place.id === chosen ? 'map-place is-chosen' : 'map-place'}
        >
          <title>{labelOf(place)}</title>
        </circle>
      ))}
      {placed.map(
        ({ place, x, y, isLabelled }) =>
          isLabelled && (
            <text key={place.id} x={x + radiusOf(place.events) + 4} y={y} className="map-label">
              {sidesNames(place)}
              {place.events > 0 && <tspan className="map-count"> {place.events}</tspan>}
            </text>
          ),
      )}
    </svg>
  );
};
