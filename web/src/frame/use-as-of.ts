import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimList } from '../../../src/view/desk/types.ts';
import { neighbourDay, neighbourQuery } from '../lib/as-of.ts';
import { getJson, isFailure } from '../lib/fetch.ts';
import { addressOf, useGo, usePlace } from '../lib/place.ts';
import { toast } from '../lib/toast.ts';
import { t } from '../messages/index.ts';

/** Changes one of the parameters that hold in every room, and leaves all others as they are. */
export const useParameter = (): ((name: 'as_of' | 'clock', value: string | null) => void) => {
  const { dispute, room, id, params, hash } = usePlace();
  const go = useGo();
  return useCallback(
    (name, value) => {
      const next = new URLSearchParams(params);
      next.delete('offset');
      if (value === null) next.delete(name);
      else next.set(name, value);
      go.to(`${addressOf(dispute, room, id, next)}${hash === '' ? '' : `#${hash}`}`);
    },
    [dispute, room, id, params, hash, go],
  );
};

/** Steps the as-of day to the day before or after on which something was reported. */
export const useAsOfSteps = (): ((step: 'previous' | 'next') => void) => {
  const client = useQueryClient();
  const { dispute, query } = usePlace();
  const set = useParameter();
  return useCallback(
    (step) => {
      if (step === 'next' && query.asOf === null) return toast(t('asof.at.now'));
      const asked = writeClaimQuery(neighbourQuery(query, query.asOf, step));
      const path = `/${encodeURIComponent(dispute)}/timeline.json?${asked}`;
      const found = ({ rows }: ClaimList): void => {
        const day = neighbourDay(rows, query.asOf, step);
        if (day !== null) set('as_of', day);
        else if (step === 'next') set('as_of', null);
        else toast(t('asof.at.first'));
      };
      client
        .fetchQuery({ queryKey: ['json', path], queryFn: () => getJson<ClaimList>(path), staleTime: 60_000 })
        .then(found, (error: unknown) => toast(isFailure(error) ? error.problem.title : String(error)));
    },
    [client, dispute, query, set],
  );
};
