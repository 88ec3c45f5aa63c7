import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth, geoPath } from 'd3-geo';

/** Rings of longitude and latitude, the outer one first. */
export type Rings = readonly (readonly (readonly [number, number])[])[];

/** What `tools/build-map.ts` makes. */
export interface Geometry {
  /** West, south, east, north of the region. */
  readonly box: readonly number[];
  readonly world: readonly Rings[];
  readonly region: readonly Rings[];
  readonly disputed: readonly { readonly place: string; readonly rings: Rings }[];
}

/** What the map shows. */
export type MapTab = 'region' | 'world';

/** Size of the drawing in its own units. */
export const SIZE = { width: 960, height: 560 } as const;

interface Shape {
  readonly type: 'MultiPolygon';
  readonly coordinates: [number, number][][][];
}

const shapeOf = (polygons: readonly Rings[]): Shape => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
});

const corners = ([west = 0, south = 0, east = 0, north = 0]: readonly number[]): {
  readonly type: 'MultiPoint';
  readonly coordinates: [number, number][];
} => ({
  type: 'MultiPoint',
  coordinates: [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
    [(west + east) / 2, north],
    [(west + east) / 2, south],
  ],
});

/** Degrees cut off at each side of the region, so that the straight edges of the clipped land lie outside the drawing. */
const INSET = 0.9;

const regionProjection = ([west = 0, south = 0, east = 0, north = 0]: readonly number[]): GeoProjection =>
  geoAzimuthalEqualArea()
    .rotate([-(west + east) / 2, -(south + north) / 2])
    .fitExtent(
      [
        [0, 0],
        [SIZE.width, SIZE.height],
      ],
      corners([west + INSET * 2, south + INSET, east - INSET * 2, north - INSET]),
    )
    .clipExtent([
      [0, 0],
      [SIZE.width, SIZE.height],
    ]);

/** Turned so that the Pacific is in the middle and a dispute across it is not torn apart. */
const worldProjection = (centre: number): GeoProjection =>
  geoEqualEarth()
    .rotate([-centre, 0])
    .fitExtent(
      [
        [4, 4],
        [SIZE.width - 4, SIZE.height - 4],
      ],
      { type: 'Sphere' },
    );

/** Paths and places of one view of the map, ready to draw. */
export interface Drawing {
  readonly land: string;
  readonly sphere: string | null;
  readonly disputed: readonly { readonly place: string; readonly path: string }[];
  /** Where a latitude and longitude lie; null when outside the drawing. */
  readonly at: (at: readonly [number, number]) => { readonly x: number; readonly y: number } | null;
}

/** Draws a view of the map. */
export const drawMap = (geometry: Geometry, tab: MapTab): Drawing => {
  const [west = 0, , east = 0] = geometry.box;
  const projection = tab === 'region' ? regionProjection(geometry.box) : worldProjection((west + east) / 2);
  const path = geoPath(projection).digits(1);
  return {
    land: path(shapeOf(tab === 'region' ? geometry.region : geometry.world)) ?? '',
    sphere: tab === 'world' ? path({ type: 'Sphere' }) : null,
    disputed: geometry.disputed.map(({ place, rings }) => ({ place, path: path(shapeOf([rings])) ?? '' })),
    at: ([latitude, longitude]) => {
      const point = projection([longitude, latitude]);
      if (point === null) return null;
      const [x, y] = point;
      return x < 0 || y < 0 || x > SIZE.width || y > SIZE.height ? null : { x, y };
    },
  };
};

/** Radius of a place's circle: its area grows with the number of events, to an end. */
export const radiusOf = (events: number): number =>
  events === 0 ? 0 : Math.min(22, 3 + 2.6 * Math.sqrt(events));
