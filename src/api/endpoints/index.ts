import type { Endpoint } from '../types.ts';
import { exports } from './exports.ts';
import { imports } from './imports.ts';
import { lists } from './lists.ts';
import { live } from './live.ts';
import { singles } from './singles.ts';

/** Every operation on a record. Made anew for each server, since the stream of events counts its readers. */
export const endpoints = (): readonly Endpoint[] => [...lists, ...exports, ...singles, ...imports, live()];
