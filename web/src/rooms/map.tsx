import { Fragment, lazy, type ReactNode, Suspense, useState } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimListQuery, MapPlace, MapView } from '../../../src/view/desk/types.ts';
import { usePlaces } from '../lib/data.ts';
import { addressOf, useGo, usePlace } from '../lib/place.ts';
import type { MapTab } from '../lib/projection.ts';
import { number, t } from '../messages/index.ts';
import { Chips } from '../parts/chips.tsx';
import { Empty, StateNote, Trouble } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { Quoted } from '../parts/quoted.tsx';
import { Twins } from '../parts/twins.tsx';
import '../styles/rooms.css';

const MapDrawing = lazy(() =>
  import('../map/drawing.tsx').then((module) => ({ default: module.MapDrawing })),
);

/** The timeline with the events of a place under the same filters. */
const eventsAt = (dispute: string, query: ClaimListQuery, names: readonly string[]): string =>
  addressOf(
    dispute,
    'timeline',
    null,
    writeClaimQuery({ ...query, offset: 0, facets: { ...query.facets, place: { in: names, out: [] } } }),
  );

interface Side {
  readonly id: string;
  readonly name: string | null;
  readonly names: readonly MapPlace['names'][number][];
}

const sidesOf = ({ names }: MapPlace): readonly Side[] => {
  const sides = new Map<string, Side>();
  for (const name of names) {
    const id = name.party?.id ?? '';
    const before = sides.get(id);
    sides.set(id, { id, name: name.party?.name ?? null, names: [...(before?.names ?? []), name] });
  }
  return [...sides.values()];
};

const NAMES_SHOWN = 3;

const PlaceRow = ({
  place,
  onPoint,
}: {
  readonly place: MapPlace;
  readonly onPoint: (id: string | null) => void;
}): ReactNode => {
  const { dispute, query } = usePlace();
  return (
    <tr
      onMouseEnter={() => onPoint(place.id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(place.id)}
      onBlur={() => onPoint(null)}
    >
      <td>
        {place.events > 0 ? (
          <Link to={eventsAt(dispute, query, place.asked)}>
            <bdi>{place.name}</bdi>
          </Link>
        ) : (
          <bdi>{place.name}</bdi>
        )}
      </td>
      <td>
        {sidesOf(place).map((side) => (
          <div key={side.id}>
            <span className="muted">{side.name ?? t('map.other')}: </span>
            {side.names.slice(0, NAMES_SHOWN).map(({ language, name }, index) => (
              <Fragment key={`${language}${name}`}>
                {index > 0 && ', '}
                <Quoted language={language}>{name}</Quoted>
              </Fragment>
            ))}
          </div>
        ))}
      </td>
      <td className="number">{number(place.events)}</td>
    </tr>
  );
};

const Places = ({
  view,
  onPoint,
}: {
  readonly view: MapView;
  readonly onPoint: (id: string | null) => void;
}): ReactNode => {
  const { dispute, query } = usePlace();
  const sorted = view.places
    .filter(({ events, disputed }) => events > 0 || disputed)
    .toSorted((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
  return (
    <div className="map-list">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('map.place')}</th>
            <th scope="col">{t('map.names')}</th>
            <th scope="col" className="number">
              {t('map.events')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((place) => (
            <PlaceRow key={place.id} place={place} onPoint={onPoint} />
          ))}
        </tbody>
      </table>
      <p>{t('map.unplaced', { n: view.unplaced })}</p>
      {view.unknownPlaces.length > 0 && (
        <>
          <h2>{t('map.unknown')}</h2>
          <ul className="plain">
            {view.unknownPlaces.map(({ name, events }) => (
              <li key={name}>
                <Link to={eventsAt(dispute, query, [name])}>
                  <bdi>{name}</bdi>
                </Link>{' '}
                {number(events)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

const TABS: readonly MapTab[] = ['region', 'world'];

/** Where events were: the map, and the table that says the same. */
export const View = (): ReactNode => {
  const { query, look, unknown } = usePlace();
  const go = useGo();
  const { data, error, isPlaceholderData } = usePlaces(query);
  const events = data === undefined ? 0 : placedEvents(data);
  const [pointed, setPointed] = useState<string | null>(null);
  const tab: MapTab = look.tab === 'world' ? 'world' : 'region';
  return (
    <div className="room map-room" aria-busy={isPlaceholderData}>
      <h1 tabIndex={-1}>{t('room.map')}</h1>
      <Chips head={data === undefined ? null : { total: events, of: events, unknown }} counted="map.count">
        {data !== undefined && <span className="muted">{t('map.placed')}</span>}
      </Chips>
      {error !== null && <Trouble failure={error} />}
      {data !== undefined && <StateNote state={data.state} />}
      <fieldset className="tabs">
        <legend className="visually-hidden">{t('map.views')}</legend>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={tab === name}
            onClick={() => go.look({ tab: name === 'region' ? null : name })}
          >
            {t(`map.${name}`)}
          </button>
        ))}
        <Twins list="places" />
      </fieldset>
      {data !== undefined && (
        <div className="map-both">
          <div>
            <Suspense fallback={<p className="muted">{t('map.loading')}</p>}>
              <MapDrawing places={data.places} tab={tab} label={t('map.drawing')} chosen={pointed} />
            </Suspense>
            <p className="muted small">{t('map.neutral')}</p>
            {data.places.every(({ events }) => events === 0) && <Empty title={t('map.none')} />}
          </div>
          <Places view={data} onPoint={setPointed} />
        </div>
      )}
    </div>
  );
};

const placedEvents = ({ places }: MapView): number => places.reduce((sum, { events }) => sum + events, 0);
