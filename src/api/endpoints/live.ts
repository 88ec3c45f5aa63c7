import { z } from '@hono/zod-openapi';
import type { DeskEvent } from '../../app/desk/types.ts';
import { problemResponse } from '../problem.ts';
import type { Call, Endpoint, ServerOptions } from '../types.ts';
import { DISPUTE, pathParams, TROUBLES } from './responses.ts';

/** Milliseconds between two signs of life. */
const HEARTBEAT = 15_000;
/** Milliseconds in which events of one thing are joined to one: an import may report hundreds of pages a second. */
const PACE = 200;
/** Streams that are open at once; each holds a connection. */
const MOST_STREAMS = 64;

/** What is still to be told: the last state, and the last word on each import. */
type Pending = Map<string, DeskEvent>;

const keyOf = (event: DeskEvent): string => (event.kind === 'state' ? 'state' : `job ${event.job.id}`);

const written = (event: DeskEvent): string => {
  const data = event.kind === 'state' ? { state: event.state, version: event.version } : event.job;
  return `event: ${event.kind}\ndata: ${JSON.stringify(data)}\n\n`;
};

/** Listens to the record and to the imports until what it gives back is called. */
const listen = ({ desk, jobs }: ServerOptions, tell: (event: DeskEvent) => void): (() => void) => {
  const ends = [
    desk.subscribe(tell),
    ...(jobs === null ? [] : [jobs.subscribe((job) => tell({ kind: 'job', job }))]),
  ];
  return () => {
    for (const end of ends) end();
  };
};

/** How things stand when somebody begins to listen. */
const present = ({ desk, jobs }: ServerOptions): readonly DeskEvent[] => [
  { kind: 'state', state: desk.state(), version: desk.version() },
  ...(jobs?.list() ?? [])
    .filter(({ state }) => state === 'queued' || state === 'running')
    .map((job): DeskEvent => ({ kind: 'job', job })),
];

const streamOf = (options: ServerOptions, onEnd: () => void): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const pending: Pending = new Map();
  let timer: NodeJS.Timeout | null = null;
  let stop = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const send = (text: string): void => controller.enqueue(encoder.encode(text));
        // A reader that does not keep up gets the last state of things later, not every one of them.
        const flush = (): void => {
          timer = null;
          if ((controller.desiredSize ?? 0) <= 0) {
            timer = setTimeout(flush, PACE);
            return;
          }
          for (const event of pending.values()) send(written(event));
          pending.clear();
        };
        const tell = (event: DeskEvent): void => {
          pending.set(keyOf(event), event);
          timer ??= setTimeout(flush, PACE);
        };
        const beat = setInterval(() => send(': \n\n'), options.heartbeat ?? HEARTBEAT);
        const end = listen(options, tell);
        const close = (): void => {
          stop();
          controller.close();
        };
        stop = () => {
          stop = () => undefined;
          options.closing?.removeEventListener('abort', close);
          clearInterval(beat);
          if (timer !== null) clearTimeout(timer);
          end();
          onEnd();
        };
        send('retry: 2000\n\n');
        for (const event of present(options)) send(written(event));
        if (options.closing?.aborted === true) close();
        else options.closing?.addEventListener('abort', close, { once: true });
      },
      cancel: () => stop(),
    },
    { highWaterMark: 64 },
  );
};

const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };

/** The stream of events. Each server counts its own streams. */
export const live = (): Endpoint => {
  let open = 0;
  return {
    route: {
      method: 'get',
      path: `${DISPUTE}/live`,
      tags: ['record'],
      summary: 'server-sent events: `state` when the record has changed, `job` when an import goes on',
      request: { params: pathParams() },
      responses: {
        200: { description: 'the events', content: { 'text/event-stream': { schema: z.string() } } },
        ...TROUBLES,
      },
    },
    handle: async ({ c, options }: Call) => {
      if (c.req.method === 'HEAD') return new Response(null, { headers });
      if (open >= MOST_STREAMS)
        return problemResponse(
          { status: 503, code: 'too-many-streams', detail: 'too many desks listen at once' },
          { 'retry-after': '10' },
        );
      open++;
      const body = streamOf(options, () => {
        open--;
      });
      return new Response(body, { headers });
    },
  };
};
