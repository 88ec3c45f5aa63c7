export type { Acquired, AcquiredPage, AcquireFailure } from './acquired.ts';
export type { BytesMeta } from './bytes.ts';
export { acquireBytes, acquireText } from './bytes.ts';
export type { Limits } from './limits.ts';
export { DEFAULT_LIMITS } from './limits.ts';
export type { ListedFeed } from './opml.ts';
export { acquirePages } from './pages.ts';
export { acquirePath } from './path.ts';
