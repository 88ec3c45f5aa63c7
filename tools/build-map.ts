/**
 * Makes the geometry of the desk's map out of Natural Earth (public domain) as packed by world-atlas 2.0.2 (ISC).
 * Usage: npx tsx tools/build-map.ts [--check]
 *
 * Land is drawn without states: no borders, no colours of countries. The places that the packs call disputed are cut out of
 * whatever country's polygon holds them and stand in a layer of their own, so that no drawing takes a side.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoArea, geoBounds, geoCentroid, geoDistance } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { writeDoc } from './write-doc.ts';

type Position = GeoJSON.Position;
type Polygon = GeoJSON.Polygon;
type MultiPolygon = GeoJSON.MultiPolygon;

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = <T>(path: string): T => JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as T;

interface PlaceRow {
  readonly id: string;
  readonly disputed: boolean;
  readonly partOf: string | null;
  readonly at: readonly [number, number] | null;
}

/** One disputed island with the id of the pack's place that it belongs to. */
interface Island {
  readonly place: string;
  readonly polygon: readonly Position[][];
}

const EARTH_RADIUS_KM = 6371;
/** An island belongs to the nearest place of the pack when it is nearer than this. */
const REACH_KM = 60;
/** A larger piece of land is no island of a dispute but a mainland that lies near one. */
const LARGEST_KM2 = 10_000;
/** Degrees around the disputed islands that the map of the region shows. */
const MARGIN = 3.2;

const polygonsOf = (topology: Topology): readonly Position[][][] => {
  const countries = topology.objects['countries'] as GeometryCollection;
  const whole = feature(topology, countries);
  return whole.features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [geometry.coordinates];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  });
};

const asPolygon = (coordinates: readonly Position[][]): Polygon => ({
  type: 'Polygon',
  coordinates: coordinates as Position[][],
});

const kilometres = (a: Position, b: Position): number =>
  geoDistance([a[0] ?? 0, a[1] ?? 0], [b[0] ?? 0, b[1] ?? 0]) * EARTH_RADIUS_KM;

/** The disputed islands among the polygons: each with the nearest place of the pack, when that one is disputed. */
const islandsOf = (topology: Topology, places: readonly PlaceRow[]): readonly Island[] => {
  const groups = new Set(places.map(({ partOf }) => partOf));
  const leaves = places.filter(({ id, at }) => at !== null && !groups.has(id));
  return polygonsOf(topology).flatMap((polygon) => {
    if (geoArea(asPolygon(polygon)) * EARTH_RADIUS_KM ** 2 > LARGEST_KM2) return [];
    const centre = geoCentroid(asPolygon(polygon));
    const [nearest] = leaves
      .map(({ id, disputed, at }) => ({ id, disputed, km: kilometres(centre, [at?.[1] ?? 0, at?.[0] ?? 0]) }))
      .sort((a, b) => a.km - b.km);
    if (nearest === undefined || !nearest.disputed || nearest.km > REACH_KM) return [];
    return [{ place: nearest.id, polygon }];
  });
};

/** Small islets are drawn where the finer data has fewer of them than the coarser. */
const bestIslands = (fine: readonly Island[], coarse: readonly Island[]): readonly Island[] => {
  const isSmall = ({ polygon }: Island): boolean => geoArea(asPolygon(polygon)) * EARTH_RADIUS_KM ** 2 < 100;
  const [few, many] = [fine.filter(isSmall), coarse.filter(isSmall)];
  const islets = many.length > few.length ? many : few;
  return [...fine.filter((island) => !isSmall(island)), ...islets];
};

type Ring = readonly (readonly [number, number])[];

const rounded = (ring: readonly Position[], digits: number): Ring => {
  const points: [number, number][] = [];
  for (const [x = 0, y = 0] of ring) {
    const point: [number, number] = [Number(x.toFixed(digits)), Number(y.toFixed(digits))];
    const last = points.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  return points;
};

const isDrawable = (ring: Ring): boolean => ring.length >= 4;

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const boxAround = (islands: readonly Island[]): Box => {
  const [[west, south], [east, north]] = geoBounds({
    type: 'MultiPolygon',
    coordinates: islands.map(({ polygon }) => polygon as Position[][]),
  });
  return {
    west: west - MARGIN * 1.6,
    south: south - MARGIN,
    east: east + MARGIN * 1.6,
    north: north + MARGIN,
  };
};

/** A ring cut at the four sides of a box, one after the other (Sutherland and Hodgman 1974). */
const clipRing = (ring: readonly Position[], box: Box): readonly Position[] => {
  const sides: readonly ((p: Position) => number)[] = [
    ([x = 0]) => x - box.west,
    ([x = 0]) => box.east - x,
    ([, y = 0]) => y - box.south,
    ([, y = 0]) => box.north - y,
  ];
  return sides.reduce<readonly Position[]>((points, inside) => {
    return points.flatMap((point, i) => {
      const before = points.at(i - 1) ?? point;
      const [a, b] = [inside(before), inside(point)];
      const crossing = (): Position => {
        const share = a / (a - b);
        return [0, 1].map((k) => (before[k] ?? 0) + share * ((point[k] ?? 0) - (before[k] ?? 0)));
      };
      if (b >= 0) return a >= 0 ? [point] : [crossing(), point];
      return a >= 0 ? [crossing()] : [];
    });
  }, ring);
};

const closed = (ring: Ring): Ring => {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ring;
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
};

const mergedLand = (topology: Topology): MultiPolygon => {
  const countries = topology.objects['countries'] as GeometryCollection;
  return merge(topology, countries.geometries as Parameters<typeof merge>[1]);
};

const sameCentre = (a: readonly Position[][], b: readonly Position[][]): boolean =>
  kilometres(geoCentroid(asPolygon(a)), geoCentroid(asPolygon(b))) < 1;

const regionOf = (
  fine: Topology,
  islands: readonly Island[],
  cut: readonly Island[],
): readonly (readonly Ring[])[] => {
  const box = boxAround(islands);
  return mergedLand(fine)
    .coordinates.filter((polygon) => !cut.some((island) => sameCentre(island.polygon, polygon)))
    .map((polygon) => polygon.map((ring) => closed(rounded(clipRing(ring, box), 3))).filter(isDrawable))
    .filter((polygon) => polygon.length > 0);
};

const worldOf = (coarse: Topology): readonly (readonly Ring[])[] =>
  mergedLand(coarse)
    .coordinates.map((polygon) => polygon.map((ring) => rounded(ring, 1)).filter(isDrawable))
    .filter((polygon) => polygon.length > 0);

const packPlaces = (): readonly PlaceRow[] =>
  readdirSync(`${root}packs`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .flatMap(
      (name) => readJson<{ readonly places?: readonly PlaceRow[] }>(`packs/${name}/pack.json`).places ?? [],
    );

/** The geometry as `web/src/map/geometry.json` holds it. */
const build = (): string => {
  const [fine, middle, coarse] = (['10m', '50m', '110m'] as const).map((scale) =>
    readJson<Topology>(`node_modules/world-atlas/countries-${scale}.json`),
  );
  if (fine === undefined || middle === undefined || coarse === undefined) throw new Error('no geometry');
  const places = packPlaces();
  const cut = islandsOf(fine, places);
  const islands = bestIslands(cut, islandsOf(middle, places));
  const { west, south, east, north } = boxAround(islands);
  const geometry = {
    about:
      'Made by tools/build-map.ts from Natural Earth (public domain) as packed by world-atlas 2.0.2 (ISC). Land without states; what the packs call disputed is in a layer of its own.',
    box: [west, south, east, north].map((value) => Number(value.toFixed(2))),
    world: worldOf(coarse),
    region: regionOf(fine, islands, cut),
    disputed: islands
      .map(({ place, polygon }) => ({
        place,
        rings: polygon.map((ring) => rounded(ring, 3)).filter(isDrawable),
      }))
      .filter(({ rings }) => rings.length > 0),
  };
  return `${JSON.stringify(geometry)}\n`;
};

writeDoc('web/src/map/geometry.json', build(), 'build-map.ts');
