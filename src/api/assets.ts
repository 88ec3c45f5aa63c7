import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Asset, AssetReader } from './types.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Plain names joined by `/`: nothing that could lead out of the folder. */
const PLAIN_PATH = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

const readAsset = async (folder: string, path: string): Promise<Asset | null> => {
  const mediaType = MEDIA_TYPES[extname(path)];
  if (mediaType === undefined || !PLAIN_PATH.test(path)) return null;
  try {
    return { bytes: await readFile(join(folder, path)), mediaType };
  } catch {
    return null;
  }
};

/** The files of the web application in `folder`, as `npm run build` leaves them; null when it has not been built. */
export const openAssets = async (folder: string): Promise<AssetReader | null> => {
  const index = await stat(join(folder, 'index.html')).catch(() => null);
  return index === null ? null : { read: (path) => readAsset(folder, path) };
};
