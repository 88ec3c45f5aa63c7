import { type ReactNode, useEffect } from 'react';
import type { Placed } from '../../../src/view/desk/types.ts';
import { KeyMap } from '../frame/key-map.tsx';
import { LINES } from '../frame/sections.ts';
import { STANCES, STATUSES } from '../lib/marks.ts';
import { addressOf, lasting, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';
import { StanceMark } from '../parts/stance-mark.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { Ticks } from '../parts/ticks.tsx';
import { When } from '../parts/when.tsx';
import '../styles/plain-rooms.css';

const placed = (
  edtf: string,
  earliest: string | null,
  latest: string | null,
  text: string,
  certainty: Placed['certainty'] = 'dated',
): Placed => ({ edtf, earliest, latest, text, certainty }) as Placed;

/** One time of each kind, drawn as everywhere. */
const TIMES: readonly {
  readonly key: 'day' | 'month' | 'about' | 'open' | 'bounded';
  readonly placed: Placed;
}[] = [
  { key: 'day', placed: placed('2016-12-15', '2016-12-15', '2016-12-15', '15 Dec 2016') },
  { key: 'month', placed: placed('2016-12', '2016-12-01', '2016-12-31', 'Dec 2016') },
  { key: 'about', placed: placed('2016-05-09~', '2016-05-06', '2016-05-12', 'about 9 May 2016') },
  { key: 'open', placed: placed('../2021-06-04', null, '2021-06-04', 'before 4 Jun 2021') },
  {
    key: 'bounded',
    placed: placed('2016/2018', '2016-01-01', '2018-12-31', 'between 2016 and 2018', 'bounded'),
  },
];

const WITNESSES = [
  { articles: 2, outlets: 2, independent: 2 },
  { articles: 4, outlets: 4, independent: 1 },
] as const;

const Legend = (): ReactNode => (
  <>
    <h3>{t('help.legend.times')}</h3>
    <ul className="legend-list">
      {TIMES.map(({ key, placed: time }) => (
        <li key={key}>
          <When placed={time} clock="happened" />{' '}
          <span className="muted">{t(`help.legend.time.${key}`)}</span>
        </li>
      ))}
      <li>
        <When placed={null} clock="happened" /> <span className="muted">{t('help.legend.time.unknown')}</span>
      </li>
    </ul>
    <h3>{t('help.legend.statuses')}</h3>
    <ul className="legend-list">
      {STATUSES.map((status) => (
        <li key={status}>
          <StatusMark status={status} word />
        </li>
      ))}
    </ul>
    <h3>{t('help.legend.stances')}</h3>
    <ul className="legend-list">
      {STANCES.map((stance) => (
        <li key={stance ?? 'unknown'}>
          <StanceMark stance={stance} word />
        </li>
      ))}
    </ul>
    <h3>{t('help.legend.ticks')}</h3>
    <ul className="legend-list">
      {WITNESSES.map((witnesses) => (
        <li key={witnesses.independent}>
          <Ticks witnesses={witnesses} />{' '}
          <span aria-hidden="true">
            {t('witnesses.words', { texts: witnesses.articles, independent: witnesses.independent })}
          </span>
        </li>
      ))}
    </ul>
    <p className="muted">{t('help.legend.ticks.note')}</p>
  </>
);

const Rooms = (): ReactNode => {
  const { dispute, params } = usePlace();
  return (
    <dl className="help-rooms">
      {LINES.map(({ room, message }) => (
        <div key={room}>
          <dt>
            <Link to={addressOf(dispute, room, null, lasting(params))}>{t(message)}</Link>
          </dt>
          <dd>{t(`help.room.${room}`)}</dd>
        </div>
      ))}
    </dl>
  );
};

const TWINS = [
  'overview.json',
  'timeline.json',
  'timeline.jsonl',
  'timeline.csv',
  'statements.csv',
  'sources.csv',
  'plover.jsonl',
  'cameo.csv',
  'icow.csv',
] as const;

const Data = (): ReactNode => {
  const { dispute } = usePlace();
  return (
    <>
      <p>{t('help.data.from')}</p>
      <p>{t('help.data.twins')}</p>
      <ul>
        {TWINS.map((twin) => (
          <li key={twin}>
            <a href={`/${encodeURIComponent(dispute)}/${twin}`}>
              /{dispute}/{twin}
            </a>
          </li>
        ))}
        <li>
          <a href="/openapi.json">/openapi.json</a> {t('help.data.openapi')}
        </li>
      </ul>
      <p>{t('help.data.local')}</p>
    </>
  );
};

const SECTIONS = ['rooms', 'keys', 'legend', 'times', 'empty', 'data'] as const;

const sectionOf = (section: (typeof SECTIONS)[number]): ReactNode => {
  switch (section) {
    case 'rooms':
      return <Rooms />;
    case 'keys':
      return <KeyMap />;
    case 'legend':
      return <Legend />;
    case 'times':
      return (['clocks', 'asof', 'copies'] as const).map((key) => <p key={key}>{t(`help.times.${key}`)}</p>);
    case 'empty':
      return (
        <ul>
          {(['filtered', 'nothing', 'reading', 'read'] as const).map((key) => (
            <li key={key}>{t(`help.empty.${key}`)}</li>
          ))}
        </ul>
      );
    case 'data':
      return <Data />;
  }
};

/** What each room answers, the keys, the marks, and where the data comes from. */
export const View = (): ReactNode => {
  const { hash } = usePlace();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <div className="plain-room">
      <h1>{t('room.help')}</h1>
      {SECTIONS.map((section) => (
        <section key={section} id={section}>
          <h2>{t(`help.${section}`)}</h2>
          {sectionOf(section)}
        </section>
      ))}
    </div>
  );
};
