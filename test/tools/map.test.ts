import { readFileSync } from 'node:fs';
import { geoArea, geoContains } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import { drawMap, type Geometry, radiusOf, SIZE } from '../../web/src/lib/projection.ts';

const FILE = new URL('../../web/src/map/geometry.json', import.meta.url);
const text = readFileSync(FILE, 'utf8');
const geometry: Geometry = JSON.parse(text);
const pack: {
  readonly places: readonly {
    id: string;
    disputed: boolean;
    partOf: string | null;
    at: [number, number] | null;
  }[];
} = JSON.parse(readFileSync(new URL('../../packs/kurils/pack.json', import.meta.url), 'utf8'));

const shape = (polygons: Geometry['region']): GeoJSON.MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons as unknown as GeoJSON.Position[][][],
});

/** The disputed places that are islands, not groups of them. */
const islands = pack.places.filter(
  ({ id, disputed }) => disputed && !pack.places.some(({ partOf }) => partOf === id),
);

describe('the geometry of the map', () => {
  test('every disputed island with a shape stands in a layer of its own', () => {
    const drawn = new Set(geometry.disputed.map(({ place }) => place));
    for (const id of ['iturup', 'kunashir', 'shikotan', 'habomai']) expect(drawn).toContain(id);
  });

  test('no disputed island is in the land of the region or of the world', () => {
    expect(islands.length).toBeGreaterThan(3);
    for (const { at } of islands) {
      const [latitude = 0, longitude = 0] = at ?? [];
      expect(geoContains(shape(geometry.region), [longitude, latitude])).toBe(false);
      expect(geoContains(shape(geometry.world), [longitude, latitude])).toBe(false);
    }
    for (const { rings } of geometry.disputed)
      for (const [longitude, latitude] of rings[0] ?? [])
        expect(geoContains(shape(geometry.region), [longitude, latitude])).toBe(false);
  });

  test('the land around is there, and no polygon is turned inside out', () => {
    expect(geoContains(shape(geometry.region), [143.2, 43.2])).toBe(true);
    expect(geoArea(shape(geometry.region))).toBeLessThan(0.02);
    expect(geoArea(shape(geometry.world))).toBeLessThan(2 * Math.PI);
  });

  test('it is small, and names neither a state nor a border', () => {
    expect(text.length).toBeLessThan(120_000);
    expect(text).not.toMatch(/Russia|Japan|border/);
  });
});

describe('drawing', () => {
  test('a place of the region has a point inside the drawing, one far away has none', () => {
    const drawing = drawMap(geometry, 'region');
    const point = drawing.at([44.11, 145.84]);
    expect(point).not.toBeNull();
    expect(point?.x).toBeGreaterThan(0);
    expect(point?.x).toBeLessThan(SIZE.width);
    expect(drawing.at([51.5, -0.1])).toBeNull();
  });

  test('the world has all of them', () => {
    const drawing = drawMap(geometry, 'world');
    expect(drawing.at([51.5, -0.1])).not.toBeNull();
    expect(drawing.sphere).toMatch(/^M/);
  });

  test('circles grow with the number of events, to an end', () => {
    expect(radiusOf(0)).toBe(0);
    expect(radiusOf(4)).toBeGreaterThan(radiusOf(1));
    expect(radiusOf(10_000)).toBe(radiusOf(100_000));
  });
});
