import type { Context } from 'hono';
import { isHeld, notModified, tagOfBody } from './etag.ts';
import { escaped } from './html.ts';
import type { Asset, Call } from './types.ts';

/** What lies in `/assets/` under a name with a digest never changes. */
const HASHED = /-[\w-]{8,}\.[a-z0-9]+$/i;
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

const unbuilt = (dispute: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Demarche</title></head>
<body>
<h1>The web application is not built</h1>
<p>Run <code>npm run build</code> and load this page again.</p>
<p>The data is served all the same: <a href="/${escaped(dispute)}/overview.json">overview.json</a>,
<a href="/${escaped(dispute)}/timeline.json">timeline.json</a>, <a href="/openapi.json">openapi.json</a>.</p>
</body>
</html>
`;

const sendAsset = (call: Call, asset: Asset, cache: string, status: number): Response => {
  const tag = tagOfBody(asset.bytes);
  if (status === 200 && isHeld(call, tag)) return notModified(tag, cache);
  const headers = { 'content-type': asset.mediaType, 'cache-control': cache };
  return new Response(call.c.req.method === 'HEAD' ? null : asset.bytes, {
    status,
    headers: status === 200 ? { ...headers, etag: tag } : headers,
  });
};

/** The web application, whose router draws what the address says; without it, a page that says how to build it. */
export const sendApp = async (call: Call, status: number): Promise<Response> => {
  const { assets, desk } = call.options;
  const page = (await assets?.read('index.html')) ?? null;
  if (page !== null) return sendAsset(call, page, ASK_AGAIN, status);
  return new Response(unbuilt(desk.info.dispute), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
};

/** A file of the web application, or null. */
export const sendFile = async (call: Call): Promise<Response | null> => {
  const path = call.c.req.path.slice(1);
  if (path === '' || path === 'index.html') return null;
  const asset = (await call.options.assets?.read(path)) ?? null;
  if (asset === null) return null;
  const isFixed = path.startsWith('assets/') && HASHED.test(path);
  return sendAsset(call, asset, isFixed ? FOR_EVER : ASK_AGAIN, 200);
};

/** Whether a browser asks for a page to show. */
export const wantsPage = (c: Context): boolean =>
  (c.req.method === 'GET' || c.req.method === 'HEAD') && (c.req.header('accept') ?? '').includes('text/html');

/** The rooms of a dispute that are pages, and those of them that have pages of single things. */
export const ROOMS = [
  'timeline',
  'statements',
  'events',
  'sources',
  'map',
  'jobs',
  'settings',
  'help',
] as const;
/** Rooms below which each thing has a page of its own. */
export const ROOMS_OF_THINGS = ['statements', 'events', 'sources'] as const;
