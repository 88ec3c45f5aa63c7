import { type ReactNode, useEffect, useRef } from 'react';
import { bindingsOf } from '../lib/commands.ts';
import { isMac } from '../lib/keyboard.ts';
import { addressOf, lasting, type Place, usePlace } from '../lib/place.ts';
import { useSettings } from '../lib/settings.ts';
import { t } from '../messages/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Caps } from '../parts/key-caps.tsx';
import { Link } from '../parts/link.tsx';
import { FOOT, isPresent, LINES, type RoomLine, SECTIONS } from './sections.ts';

const RoomLink = ({ line, place }: { readonly line: RoomLine; readonly place: Place }): ReactNode => {
  const { keys, singleKeys } = useSettings();
  const shortcut = line.command === null || !singleKeys ? undefined : bindingsOf(keys).get(line.command)?.[0];
  const isHere = isPresent(line, place.room);
  return (
    <Link
      to={addressOf(place.dispute, line.room, null, lasting(place.params))}
      className="room-link"
      aria-current={isHere ? (place.id === null ? 'page' : 'true') : undefined}
    >
      <Icon name={line.icon} />
      <span className="room-name">{t(line.message)}</span>
      {shortcut !== undefined && (
        <span className="room-keys" aria-hidden="true">
          <Caps keys={shortcut} isMac={isMac()} />
        </span>
      )}
    </Link>
  );
};

/** The rooms of the desk: a column at the side, a bar at the foot of narrow screens. */
export const Sidebar = (): ReactNode => {
  const place = usePlace();
  const more = useRef<HTMLDetailsElement>(null);
  const here = `${place.room}/${place.id ?? ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever one has gone somewhere.
  useEffect(() => {
    if (more.current !== null) more.current.open = false;
  }, [here]);
  const rest = LINES.filter(({ isInBar }) => !isInBar);
  return (
    <nav className="side" aria-label={t('side.label')}>
      <div className="side-column">
        {SECTIONS.map((lines) => (
          <ul key={lines[0]?.room}>
            {lines.map((line) => (
              <li key={line.room}>
                <RoomLink line={line} place={place} />
              </li>
            ))}
          </ul>
        ))}
        <ul className="side-foot">
          {FOOT.map((line) => (
            <li key={line.room}>
              <RoomLink line={line} place={place} />
            </li>
          ))}
        </ul>
      </div>
      <ul className="side-bar">
        {LINES.filter(({ isInBar }) => isInBar).map((line) => (
          <li key={line.room}>
            <RoomLink line={line} place={place} />
          </li>
        ))}
        <li>
          <details className="side-more" ref={more}>
            <summary
              className="room-link"
              data-here={rest.some((line) => isPresent(line, place.room)) || undefined}
            >
              <Icon name="more" />
              <span className="room-name">{t('side.more')}</span>
            </summary>
            <ul>
              {rest.map((line) => (
                <li key={line.room}>
                  <RoomLink line={line} place={place} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      </ul>
    </nav>
  );
};
