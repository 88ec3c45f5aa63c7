import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Job } from '../../../src/view/desk/types.ts';
import { t } from '../messages/index.ts';
import { type Failure, isFailure, sendJson } from './fetch.ts';
import { usePlace } from './place.ts';
import { type Refusal, refusalOf, sendFiles, type Upload } from './upload.ts';

/** The import that this page is just sending. */
export interface Sending {
  /** How much has gone out, 0 to 1; null when nothing is being sent. */
  readonly share: number | null;
  /** Why the last one was not taken. */
  readonly trouble: string | null;
  readonly failure: Failure | null;
}

/** The ways to start an import. Each resolves to the job, or null when it was not taken; `sending` then says why. */
export interface Imports {
  readonly sending: Sending;
  readonly files: (uploads: readonly Upload[]) => Promise<Job | null>;
  readonly text: (text: string, url: string) => Promise<Job | null>;
  readonly addresses: (addresses: readonly string[]) => Promise<Job | null>;
  readonly cancel: (id: string) => Promise<void>;
}

const IDLE: Sending = { share: null, trouble: null, failure: null };

const wordsOf = (refusal: Refusal): string => t(`import.refused.${refusal}`);

/** Imports into the record of this desk. */
export const useImports = (): Imports => {
  const { dispute } = usePlace();
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending>(IDLE);
  return useMemo(() => {
    const path = `/${encodeURIComponent(dispute)}/jobs`;
    const attempt = async (send: () => Promise<Job>): Promise<Job | null> => {
      setSending({ ...IDLE, share: 0 });
      try {
        const job = await send();
        setSending(IDLE);
        await client.invalidateQueries({ queryKey: ['json', `${path}.json`] });
        return job;
      } catch (error) {
        setSending({
          ...IDLE,
          failure: isFailure(error) ? error : null,
          trouble: isFailure(error) ? null : String(error),
        });
        return null;
      }
    };
    const post = (body: unknown): Promise<Job | null> =>
      attempt(() =>
        sendJson<Job>(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    return {
      sending,
      files: async (uploads) => {
        const refusal = refusalOf(uploads.map(({ file }) => file));
        if (refusal === null)
          return attempt(() => sendFiles(path, uploads, (share) => setSending({ ...IDLE, share })));
        setSending({ ...IDLE, trouble: wordsOf(refusal) });
        return null;
      },
      text: (text, url) => post({ text, ...(url === '' ? {} : { url }) }),
      addresses: (addresses) => post({ addresses }),
      cancel: async (id) => {
        await attempt(() => sendJson<Job>(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' }));
      },
    };
  }, [client, dispute, sending]);
};
