import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type {
  ClaimCard,
  ClaimList,
  ClaimListQuery,
  DeskState,
  GoneClaim,
  Job,
  MapView,
  Overview,
  ReaderView,
  SourceList,
  Strip,
} from '../../../src/view/desk/types.ts';
import { type Failure, getJson } from './fetch.ts';
import { usePlace } from './place.ts';

const now = (): Promise<void> => Promise.resolve();
/** Lets what else is asked for at the same moment go first: the server answers one after the other. */
const afterOthers = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The answer of one address of this server; the old answer stays on screen, dimmed, until the new one is there. */
export const useJson = <T>(
  path: string | null,
  before: () => Promise<void> = now,
): UseQueryResult<T, Failure> =>
  useQuery<T, Failure>({
    queryKey: ['json', path],
    queryFn: async ({ signal }) => {
      await before();
      return getJson<T>(path ?? '', signal);
    },
    enabled: path !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: (count, failure) => failure.kind === 'offline' && count < 1,
  });

const underDispute = (dispute: string, rest: string, params?: URLSearchParams): string => {
  const search = params?.toString() ?? '';
  return `/${encodeURIComponent(dispute)}/${rest}${search === '' ? '' : `?${search}`}`;
};

/** The address of a list's twin: `timeline.csv` with the filters that hold. */
export const twinAddress = (
  dispute: string,
  list: string,
  format: 'json' | 'jsonl' | 'csv',
  params: URLSearchParams,
): string => underDispute(dispute, `${list}.${format}`, params);

/** Where claims of the timeline or of the statements are. */
export const claimsPath = (dispute: string, list: 'timeline' | 'statements', query: ClaimListQuery): string =>
  underDispute(dispute, `${list}.json`, writeClaimQuery(query));

/** Bars asked for in the strip; fixed, so that every width of the window asks the same. */
export const STRIP_BINS = 160;

/** Where the strip above the timeline is: all filters but the window. */
export const stripPath = (dispute: string, query: ClaimListQuery, bins: number): string => {
  const params = writeClaimQuery({ ...query, from: null, to: null, offset: 0, limit: 100, sort: 'time' });
  params.set('bins', String(bins));
  return underDispute(dispute, 'strip.json', params);
};

/** Where what the record holds is. */
export const overviewPath = (dispute: string): string => underDispute(dispute, 'overview.json');

/** Claims of the timeline or of the statements. */
export const useClaims = (
  list: 'timeline' | 'statements',
  query: ClaimListQuery,
): UseQueryResult<ClaimList, Failure> => useJson<ClaimList>(claimsPath(usePlace().dispute, list, query));

/** The strip above the timeline: all filters but the window. */
export const useStrip = (query: ClaimListQuery, bins: number): UseQueryResult<Strip, Failure> =>
  useJson<Strip>(stripPath(usePlace().dispute, query, bins), afterOthers);

/** Whether an answer about a claim says that it is gone. */
export const isGone = (answer: ClaimCard | GoneClaim): answer is GoneClaim => 'what' in answer;

/** All that is known of a claim; null asks for nothing. */
export const useCard = (id: string | null): UseQueryResult<ClaimCard | GoneClaim, Failure> => {
  const { dispute, query } = usePlace();
  const params = new URLSearchParams(query.asOf === null ? [] : [['as_of', query.asOf]]);
  const room = id?.startsWith('e') ? 'events' : 'statements';
  return useJson(
    id === null ? null : underDispute(dispute, `${room}/${encodeURIComponent(id)}.json`, params),
  );
};

/** Pages; `params` as in the address of the room. */
export const useSources = (params: URLSearchParams): UseQueryResult<SourceList, Failure> =>
  useJson(underDispute(usePlace().dispute, 'sources.json', params));

/** A page to read; `revision` null is the present text. */
export const useReader = (article: string, revision: string | null): UseQueryResult<ReaderView, Failure> => {
  const params = new URLSearchParams(revision === null ? [] : [['revision', revision]]);
  return useJson(underDispute(usePlace().dispute, `sources/${encodeURIComponent(article)}.json`, params));
};

/** What the record holds. */
export const useOverview = (): UseQueryResult<Overview, Failure> => useJson(overviewPath(usePlace().dispute));

/** Places with their events. */
export const usePlaces = (query: ClaimListQuery): UseQueryResult<MapView, Failure> =>
  useJson(
    underDispute(usePlace().dispute, 'places.json', writeClaimQuery({ ...query, offset: 0, limit: 100 })),
  );

/** Imports, newest first. */
export const useJobs = (): UseQueryResult<{ readonly jobs: readonly Job[] }, Failure> =>
  useJson(underDispute(usePlace().dispute, 'jobs.json'));

/** How often to look at what has come so far while a record is being read, in milliseconds. */
const LOOK_AGAIN_MS = 3_000;

/** Listens to the server for as long as the desk is open: what changed is asked for again, jobs show how far they are. */
export const useLive = (onOffline: (isOffline: boolean) => void): void => {
  const client = useQueryClient();
  const { dispute } = usePlace();
  useEffect(() => {
    if (dispute === '') return;
    const source = new EventSource(underDispute(dispute, 'live'));
    const refresh = (): void => {
      void client.invalidateQueries({ queryKey: ['json'] });
    };
    let nextLook = 0;
    const showState = (event: MessageEvent<string>): void => {
      const { state } = JSON.parse(event.data) as { readonly state: DeskState };
      // While a large record is being read, looking again at every step would only slow the reading down.
      if (state.kind === 'opening' && performance.now() < nextLook) return;
      nextLook = performance.now() + LOOK_AGAIN_MS;
      refresh();
    };
    const showJob = (event: MessageEvent<string>): void => {
      const job = JSON.parse(event.data) as Job;
      const path = underDispute(dispute, 'jobs.json');
      client.setQueryData<{ readonly jobs: readonly Job[] }>(['json', path], (before) => ({
        jobs: [job, ...(before?.jobs ?? []).filter(({ id }) => id !== job.id)].sort((a, b) =>
          a.created < b.created ? 1 : -1,
        ),
      }));
    };
    let wasOffline = false;
    source.addEventListener('open', () => {
      onOffline(false);
      if (wasOffline) refresh();
      wasOffline = false;
    });
    source.addEventListener('error', () => {
      wasOffline = true;
      onOffline(true);
    });
    source.addEventListener('state', showState);
    source.addEventListener('job', showJob);
    return () => source.close();
  }, [client, dispute, onOffline]);
};
