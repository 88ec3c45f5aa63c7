import type { ReactNode } from 'react';
import type { DeskAccount } from '../../../src/view/desk/types.ts';
import { readerAddress } from '../lib/anchor-link.ts';
import { addressOf, usePlace } from '../lib/place.ts';
import { slotName } from '../lib/slot-name.ts';
import { t } from '../messages/index.ts';
import '../styles/reading.css';
import { Link } from './link.tsx';
import { Marked, Quoted } from './quoted.tsx';

const ARROW = ' → ';

/** Through whom we know it, as a line with a stop for each: speaker, agency, outlet. */
export const ChainLine = ({ account }: { readonly account: DeskAccount }): ReactNode => {
  const names = chainOf(account);
  return (
    <ol className="chain" aria-label={t('account.chain')}>
      {names.map((name, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand twice in a chain.
          key={index}
          className={index === 0 ? 'chain-from' : index === names.length - 1 ? 'chain-to' : 'chain-via'}
        >
          <bdi>{name}</bdi>
        </li>
      ))}
    </ol>
  );
};

/** The agencies whose copy the page carries stand before its outlet, unless the text itself names them. */
const chainOf = ({ chain, wires }: DeskAccount): readonly string[] => {
  const told = chain.split(ARROW);
  const agencies = wires.map(({ name }) => name).filter((name) => !told.includes(name));
  return [...told.slice(0, -1), ...agencies, ...told.slice(-1)];
};

/** The address of the page at an account's characters; of the page alone when its present text is not the one cited. */
export const useAccountAddress = (): ((account: DeskAccount) => string) => {
  const { dispute } = usePlace();
  return (account) =>
    account.at === null
      ? addressOf(dispute, 'sources', account.article)
      : readerAddress(dispute, account.at, quoteOf(account));
};

/** The words of a claim under an account's anchor are known only where the passage was not cut. */
const quoteOf = ({ at, passage }: DeskAccount): string => {
  if (at === null || passage === null) return '';
  const mark = passage.marks.find(({ role }) => role === 'content') ?? passage.marks[0];
  const words = mark === undefined ? '' : passage.text.slice(mark.start, mark.end);
  return mark !== undefined && mark.end - mark.start === at.end - at.start ? words : '';
};

/** The passage that an account rests on, in its context: cue underlined, source and content marked. */
export const PassageQuote = ({ account }: { readonly account: DeskAccount }): ReactNode =>
  account.passage === null || account.passage.text === '' ? (
    <p className="muted small">{t('account.no-passage')}</p>
  ) : (
    <Quoted language={account.language} block className="passage">
      <Marked text={account.passage.text} marks={account.passage.marks} />
    </Quoted>
  );

/** Outlet, day and title of an account's page with the way to its characters. */
export const AccountSource = ({ account }: { readonly account: DeskAccount }): ReactNode => {
  const address = useAccountAddress();
  return (
    <p className="account-source">
      <span className="account-outlet">{account.outlet?.name ?? t('source.no-outlet')}</span>
      <span className="account-day">{publishedWords(account)}</span>
      {account.title === null ? (
        <span className="muted">{t('source.untitled')}</span>
      ) : (
        <Quoted language={account.language}>{account.title}</Quoted>
      )}
      <Link to={address(account)} className="account-open">
        {account.at === null ? t('account.open-page') : t('account.open-at')}
      </Link>
    </p>
  );
};

/** When an account was published; an interval means one day between its ends. */
export const publishedWords = ({ published }: DeskAccount): string => {
  const [from, to] = published.split(' – ');
  return from === undefined || to === undefined ? published : t('account.between', { from, to });
};

/** One article's account of a claim: the chain it came through, the passage in context, the page. */
export const AccountBlock = ({ account }: { readonly account: DeskAccount }): ReactNode => (
  <article className="account" aria-label={t('account.label', { n: account.telling + 1 })}>
    <ChainLine account={account} />
    <PassageQuote account={account} />
    <AccountSource account={account} />
    {account.differs.length > 0 && (
      <p className="small">{t('account.differs', { slots: account.differs.map(slotName).join(', ') })}</p>
    )}
  </article>
);
