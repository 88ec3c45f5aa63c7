import { type FormEvent, type ReactNode, useState } from 'react';
import type { Job, JobLine } from '../../../src/view/desk/types.ts';
import { useJobs } from '../lib/data.ts';
import { addressOf, usePlace } from '../lib/place.ts';
import { addressesIn } from '../lib/upload.ts';
import { type Imports, useImports } from '../lib/use-imports.ts';
import { t } from '../messages/index.ts';
import { DropZone, SendingNote } from '../parts/drop-zone.tsx';
import { Empty, Trouble } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';

const Line = ({ line, dispute }: { readonly line: JobLine; readonly dispute: string }): ReactNode => (
  <tr className={`job-line is-${line.outcome}`}>
    <td>
      {line.article === null ? (
        <bdi>{line.path}</bdi>
      ) : (
        <Link to={addressOf(dispute, 'sources', line.article)}>
          <bdi>{line.title ?? line.path}</bdi>
        </Link>
      )}
      {line.title !== null && line.article !== null && (
        <bdi className="muted small job-path" dir="auto">
          {line.path}
        </bdi>
      )}
    </td>
    <td>{t(`job.outcome.${line.outcome}`)}</td>
    <td>
      {line.published ?? (line.outcome === 'failed' ? '' : t('job.undated'))}
      {line.caught !== null && <span className="caught">{line.caught}</span>}
      {line.message !== null && <span className="job-message">{line.message}</span>}
    </td>
    <td className="number">{line.statements}</td>
    <td className="number">{line.events}</td>
  </tr>
);

const Lines = ({ job, dispute }: { readonly job: Job; readonly dispute: string }): ReactNode => (
  <table className="job-lines">
    <thead>
      <tr>
        <th scope="col">{t('job.page')}</th>
        <th scope="col">{t('job.outcome')}</th>
        <th scope="col">{t('job.date')}</th>
        <th scope="col" className="number">
          {t('job.statements')}
        </th>
        <th scope="col" className="number">
          {t('job.events')}
        </th>
      </tr>
    </thead>
    <tbody>
      {job.lines.map((line) => (
        <Line key={line.path} line={line} dispute={dispute} />
      ))}
    </tbody>
  </table>
);

const changesOf = ({ claims }: Job): string =>
  claims === null
    ? ''
    : claims.added + claims.changed + claims.closed === 0
      ? t('job.unchanged')
      : t('job.changes', { added: claims.added, changed: claims.changed, closed: claims.closed });

const JobView = ({ job, imports }: { readonly job: Job; readonly imports: Imports }): ReactNode => {
  const { dispute } = usePlace();
  const isOpen = job.state === 'queued' || job.state === 'running';
  const { added, known, reread, failed } = job.counts;
  return (
    <article className="job" aria-label={job.what}>
      <header>
        <h2>{job.what}</h2>
        <span className="muted">{t(`job.state.${job.state}`)}</span>
        {isOpen && (
          <>
            <progress
              {...(job.total === null || job.total === 0 ? {} : { value: job.done, max: job.total })}
              aria-label={t('job.progress')}
            />
            <span className="muted">
              {t(`job.step.${job.step}`)}
              {job.step === 'pages' && ` ${t('job.done', { done: job.done, total: job.total ?? '?' })}`}
            </span>
            <button type="button" className="button" onClick={() => void imports.cancel(job.id)}>
              {t('job.cancel')}
            </button>
          </>
        )}
      </header>
      <p>
        {t('job.counts', { added, known, reread, failed })} {changesOf(job)}
      </p>
      {job.state === 'cancelled' && <p className="muted">{t('job.cancelled.hint')}</p>}
      {job.error !== null && (
        <p role="alert" className="job-error">
          {job.error.message} <code>{job.error.code}</code>
          {job.error.hint !== null && <span className="muted"> {job.error.hint}</span>}
        </p>
      )}
      {job.lines.length > 0 && <Lines job={job} dispute={dispute} />}
    </article>
  );
};

const PasteText = ({ imports }: { readonly imports: Imports }): ReactNode => {
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void imports.text(text, url.trim()).then((job) => {
      if (job !== null) setText('');
    });
  };
  return (
    <form className="paste" onSubmit={submit}>
      <label>
        {t('import.text')}
        <textarea
          className="field"
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          dir="auto"
        />
      </label>
      <label>
        {t('import.text.url')}
        <input className="field" type="url" value={url} onChange={(event) => setUrl(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {t('import.text.send')}
      </button>
    </form>
  );
};

const PasteAddresses = ({ imports }: { readonly imports: Imports }): ReactNode => {
  const [text, setText] = useState('');
  const { good, bad } = addressesIn(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void imports.addresses(good).then((job) => {
      if (job !== null) setText('');
    });
  };
  return (
    <form className="paste" onSubmit={submit}>
      <label>
        {t('import.addresses')}
        <textarea
          className="field"
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          dir="ltr"
        />
      </label>
      <p className="muted small">{t('import.addresses.hint')}</p>
      {bad.length > 0 && (
        <p role="alert">{t('import.addresses.bad', { n: bad.length, first: bad[0] ?? '' })}</p>
      )}
      <button type="submit" className="button" disabled={good.length === 0 || bad.length > 0}>
        {t('import.addresses.send', { n: good.length })}
      </button>
    </form>
  );
};

/** Imports: the ways to bring pages in, and what came out of each page. */
export const View = (): ReactNode => {
  const jobs = useJobs();
  const imports = useImports();
  return (
    <div className="room jobs">
      <h1 tabIndex={-1}>{t('room.jobs')}</h1>
      <DropZone />
      <div className="paste-both">
        <PasteText imports={imports} />
        <PasteAddresses imports={imports} />
      </div>
      <SendingNote sending={imports.sending} />
      {jobs.error !== null && <Trouble failure={jobs.error} />}
      {jobs.data?.jobs.length === 0 && <Empty title={t('job.none')} hint={t('job.none.hint')} />}
      {jobs.data?.jobs.map((job) => (
        <JobView key={job.id} job={job} imports={imports} />
      ))}
    </div>
  );
};
