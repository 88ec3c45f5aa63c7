import type { ReactNode } from 'react';
import type { ClaimCard, Clock } from '../../../src/view/desk/types.ts';
import { languageName } from '../lib/language-name.ts';
import { addressOf, lasting, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';
import { PartyMark } from '../parts/party-mark.tsx';
import { Quoted } from '../parts/quoted.tsx';
import { StanceMark } from '../parts/stance-mark.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { When } from '../parts/when.tsx';

/** Who said it, or what happened, with its marks. */
export const ClaimHeading = ({
  card,
  level,
}: {
  readonly card: ClaimCard;
  readonly level: 1 | 3;
}): ReactNode => {
  const { row } = card;
  const Heading = `h${level}` as const;
  return (
    <div className="card-heading">
      <Heading>
        {row.kind === 'event' ? (
          row.label
        ) : (
          <>
            <Speaker card={card} /> {row.act ?? t('card.said')}
          </>
        )}
      </Heading>
      <p className="card-marks">
        {row.behalf !== null && <PartyMark party={row.behalf} />}
        {row.kind === 'event' && row.parties.map((party) => <PartyMark key={party.id} party={party} />)}
        {row.status !== null && row.status !== 'happened' && <StatusMark status={row.status} />}
        {row.type !== null && <span>{row.type.label}</span>}
        {row.mode !== null && <span>{t(`mode.${row.mode}`)}</span>}
        {row.background && <span>{t('card.background')}</span>}
      </p>
    </div>
  );
};

/** The speaker as a link to all that the record has by them; plain words when only the words of the source are known. */
const Speaker = ({ card: { row } }: { readonly card: ClaimCard }): ReactNode => {
  const { dispute, params } = usePlace();
  if (row.speaker === null) return t('card.unnamed');
  if (row.speaker.id === null) return <bdi>{row.speaker.name}</bdi>;
  const search = lasting(params);
  search.set('speaker', row.speaker.id);
  return (
    <Link to={addressOf(dispute, 'statements', null, search)} className="plain-link">
      <bdi>{row.speaker.name}</bdi>
    </Link>
  );
};

const CLOCKS: readonly Clock[] = ['happened', 'said', 'published'];

/** When, on each of the three clocks, each labelled. */
export const ThreeClocks = ({ card: { row, valid } }: { readonly card: ClaimCard }): ReactNode => (
  <dl className="facts clocks">
    {CLOCKS.filter((clock) => row.kind === 'event' || clock !== 'happened').map((clock) => (
      <div key={clock}>
        <dt>{t(row.kind === 'event' ? `card.clock.${clock}` : `card.clock.statement.${clock}`)}</dt>
        <dd>
          <When placed={row.times[clock]} clock={clock} />
          {clock === (row.kind === 'event' ? 'happened' : 'said') && valid !== null && (
            <span className="muted small"> {basisWords(valid.basis)}</span>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

const basisWords = (basis: string): string => {
  switch (basis) {
    case 'explicit':
      return t('basis.explicit');
    case 'deictic':
      return t('basis.deictic');
    case 'bounded':
      return t('basis.bounded');
    case 'inferred':
      return t('basis.inferred');
    default:
      return basis;
  }
};

/** The wording of a statement, large, in the serif that marks others' words, with its language. */
export const Wording = ({ card: { row } }: { readonly card: ClaimCard }): ReactNode =>
  row.wording === null ? null : (
    <figure className="wording">
      <Quoted language={row.language} block>
        {row.wording}
      </Quoted>
      <figcaption className="muted small">
        {languageName(row.language)}
        {row.mode === 'indirect' && ` · ${t('card.reworded')}`}
      </figcaption>
    </figure>
  );

/** The issues that a claim bears on, with the stance taken. */
export const Issues = ({ card: { row } }: { readonly card: ClaimCard }): ReactNode => {
  const { dispute, params } = usePlace();
  if (row.issues.length === 0) return null;
  return (
    <ul className="issues" aria-label={t('card.issues')}>
      {row.issues.map(({ id, label, stance }) => {
        const search = lasting(params);
        search.set('issue', id);
        return (
          <li key={id}>
            <StanceMark stance={stance} />{' '}
            <Link to={addressOf(dispute, 'statements', null, search)}>{label}</Link>
          </li>
        );
      })}
    </ul>
  );
};
