import { randomBytes } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { groupBy } from '../lib/group-by.ts';
import { sendJson } from './answer.ts';
import { endpoints } from './endpoints/index.ts';
import { hostGuard, siteGuard } from './guard.ts';
import { wary } from './headers.ts';
import { keyGuard } from './key.ts';
import { describeApi } from './openapi.ts';
import { ROOMS, ROOMS_OF_THINGS, sendApp, sendFile, wantsPage } from './pages.ts';
import { errorResponse, notFound, problemResponse } from './problem.ts';
import type { Call, Endpoint, ServerOptions } from './types.ts';

type App = OpenAPIHono;

/** What is packed for those who can unpack it: texts, and the forms of text that are ours; no stream of events, no captured bytes. */
const PACKED =
  /^(?:text\/(?:html|css|csv|javascript)|application\/(?:problem\+)?json|application\/jsonl|image\/svg)/;

/** A part of a path as the router wants it: `{id}.json` is a name and an ending. */
const pattern = (path: string): string =>
  path.replace(/\{(\w+)\}(\.\w+)?/g, (_, name: string, ending?: string) =>
    ending === undefined ? `:${name}` : `:${name}{[^/]+\\${ending}}`,
  );

const callOf = (c: Context, options: ServerOptions, salt: string): Call => ({
  c,
  options,
  salt,
  params: new URL(c.req.url).searchParams,
  part: (name) => (c.req.param(name) ?? '').replace(/\.json$/, ''),
});

type ToCall = (c: Context) => Call;

const otherDispute = ({ options, part }: Call): Response | null => {
  const { dispute } = options.desk.info;
  return part('d') === dispute
    ? null
    : notFound('this server has no such dispute', `its only one is at /${dispute}`);
};

const addEndpoints = (app: App, of: readonly Endpoint[], toCall: ToCall): void => {
  for (const { route, handle } of of)
    app.on(route.method.toUpperCase(), pattern(route.path), (c) => {
      const call = toCall(c);
      return otherDispute(call) ?? handle(call);
    });
};

/** What answers another method than the one asked for. */
const addMethods = (app: App, of: readonly Endpoint[]): void => {
  const methods = groupBy(of, ({ route }) => route.path);
  for (const [path, operations] of methods) {
    const names = operations.map(({ route }) => route.method.toUpperCase());
    const allow = (names.includes('GET') ? [...names, 'HEAD'] : names).join(', ');
    app.all(pattern(path), (c, next) =>
      c.req.method === 'GET' && wantsPage(c)
        ? next()
        : problemResponse(
            { status: 405, code: 'wrong-method', detail: `${c.req.method} is not possible here` },
            { allow },
          ),
    );
  }
};

const addPages = (app: App, options: ServerOptions, toCall: ToCall): void => {
  const show = (c: Context): Promise<Response> => {
    const call = toCall(c);
    return sendApp(call, otherDispute(call) === null ? 200 : 404);
  };
  app.get('/', (c) => c.redirect(`/${options.desk.info.dispute}`, 302));
  app.get('/:d', (c, next) => (otherDispute(toCall(c)) === null ? show(c) : next()));
  for (const room of ROOMS) app.get(`/:d/${room}`, show);
  for (const room of ROOMS_OF_THINGS) app.get(`/:d/${room}/:id`, show);
};

const addServer = (app: App, of: readonly Endpoint[], options: ServerOptions, toCall: ToCall): void => {
  const description = describeApi(of, options.version);
  app.get('/healthz', (c) => c.json({ ok: true, version: options.version }));
  app.get('/openapi.json', (c) => sendJson(toCall(c), description));
};

const addGuards = (app: App, options: ServerOptions): void => {
  app.use(wary());
  app.use(hostGuard(options.hosts));
  app.use(compress({ contentTypeFilter: PACKED }));
  app.use(siteGuard());
  if (options.key === null) return;
  const { guard, form, login } = keyGuard(options.key, options);
  app.use(guard);
  app.get('/login', form);
  app.post('/login', login);
};

/**
 * The HTTP interface of a desk, and the pages of its web application. Reads nothing but what `desk`, `jobs` and `assets`
 * give. Every answer forbids what the pages do not need; every error is `application/problem+json`.
 */
export const createServer = (options: ServerOptions): OpenAPIHono => {
  const app: App = new OpenAPIHono();
  const salt = randomBytes(8).toString('hex');
  const toCall: ToCall = (c) => callOf(c, options, salt);
  const operations = endpoints();
  app.onError((error) => {
    if (process.env['DEMARCHE_DEBUG'] === '1') process.stderr.write(`${error.stack ?? error.message}\n`);
    return errorResponse(error);
  });
  app.notFound(async (c) => {
    const call = toCall(c);
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    const file = isRead ? await sendFile(call) : null;
    if (file !== null) return file;
    return wantsPage(c)
      ? sendApp(call, 404)
      : notFound('nothing is served at that address', '/openapi.json lists what is');
  });
  addGuards(app, options);
  addServer(app, operations, options, toCall);
  addEndpoints(app, operations, toCall);
  addPages(app, options, toCall);
  addMethods(app, operations);
  return app;
};
