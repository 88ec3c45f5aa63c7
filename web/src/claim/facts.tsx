import type { ReactNode } from 'react';
import type { ClaimCard } from '../../../src/view/desk/types.ts';
import { spoken, t } from '../messages/index.ts';
import { ClaimLine } from '../parts/claim-line.tsx';
import { PartyMark } from '../parts/party-mark.tsx';

/** What else is told: who took part, where, what came of it; for a statement, to whom and where it was made. */
export const Facts = ({ card }: { readonly card: ClaimCard }): ReactNode => {
  const { participants, object, outcome, venue, addressee, row } = card;
  const isEmpty =
    participants.length === 0 &&
    [object, outcome, venue, addressee, row.place].every((value) => value === null);
  if (isEmpty) return null;
  return (
    <dl className="facts">
      <Fact name={t('facts.addressee')} value={addressee} />
      <Fact name={t('facts.venue')} value={venue} />
      {participants.length > 0 && (
        <Fact name={t('facts.participants')} value={<Participants card={card} />} />
      )}
      <Fact name={t('facts.object')} value={object} />
      <Fact name={t('facts.place')} value={row.place} />
      <Fact name={t('facts.outcome')} value={outcome === null ? null : t(`outcome.${outcome}`)} />
    </dl>
  );
};

const Fact = ({ name, value }: { readonly name: string; readonly value: ReactNode }): ReactNode =>
  value === null ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );

const Participants = ({ card: { participants } }: { readonly card: ClaimCard }): ReactNode => (
  <ul className="participants">
    {participants.map(({ id, name, role, party }) => (
      <li key={`${id} ${role}`}>
        <bdi>{name}</bdi> <span className="muted small">{t(`role.${role}`)}</span>{' '}
        {party !== null && <PartyMark party={party} />}
      </li>
    ))}
  </ul>
);

/** Claims told in the same clauses. */
export const Related = ({ card }: { readonly card: ClaimCard }): ReactNode =>
  card.related.length === 0 ? null : (
    <section aria-labelledby="related">
      <h2 id="related">{t(card.row.kind === 'statement' ? 'related.of-statement' : 'related.of-event')}</h2>
      <div className="card-lines">
        {card.related.map((row) => (
          <ClaimLine key={row.id} row={row} />
        ))}
      </div>
    </section>
  );

/** How sure the record is of a claim, in words; the number is in the title. */
export const Confidence = ({ value }: { readonly value: number }): ReactNode => (
  <span title={t('confidence.number', { value: value.toFixed(2) })}>
    {t(value >= 0.8 ? 'confidence.likely' : value >= 0.5 ? 'confidence.fair' : 'confidence.unsure')}
  </span>
);

/** A moment as the language of the interface writes it, in UTC so that it is the same for everybody. */
export const momentText = (instant: string): string => {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  // Days are written as in the lists, `2 Sep 2016`, which among the kinds of English is the British way.
  const language = spoken() === 'en' ? 'en-GB' : spoken();
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return t('record.moment', { when: new Intl.DateTimeFormat(language, style).format(at) });
};

/** Since when the record knows a claim, how often it changed, how sure it is. */
export const RecordNote = ({ card }: { readonly card: ClaimCard }): ReactNode => (
  <section aria-labelledby="record">
    <h2 id="record">{t('record.title')}</h2>
    <dl className="facts">
      <div>
        <dt>{t('record.confidence')}</dt>
        <dd>
          <Confidence value={card.confidence} />
        </dd>
      </div>
      <div>
        <dt>{t('record.known')}</dt>
        <dd>
          <ol className="versions">
            {card.versions.map(({ from, to }, index) => (
              <li key={from}>
                <time dateTime={from}>{momentText(from)}</time>{' '}
                <span className="muted">
                  {index === 0 ? t('record.first') : t('record.changed')}
                  {to !== null && ` · ${t('record.until', { when: momentText(to) })}`}
                </span>
              </li>
            ))}
          </ol>
        </dd>
      </div>
      <div>
        <dt>{t('record.id')}</dt>
        <dd>
          <code>{card.row.id}</code>
        </dd>
      </div>
    </dl>
  </section>
);
