import type { RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Desk, Jobs } from '../app/desk/types.ts';

/** A file of the web application. */
export interface Asset {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Reads the files of the web application as it was built. */
export interface AssetReader {
  /** By the path behind the address, without a leading `/`; null when there is no such file. */
  readonly read: (path: string) => Promise<Asset | null>;
}

/** What a server is made of. */
export interface ServerOptions {
  readonly desk: Desk;
  /** Null: the record is open for reading only, and nothing can be imported. */
  readonly jobs: Jobs | null;
  /** Null: the web application has not been built; its addresses say how to. */
  readonly assets: AssetReader | null;
  /** The key that every request must carry, or null when none is asked for. */
  readonly key: string | null;
  /** Names and addresses, without ports, under which the server may be called. */
  readonly hosts: readonly string[];
  /** Version of the program. */
  readonly version: string;
  /** When aborted, streams of events end. */
  readonly closing?: AbortSignal;
  /** Milliseconds between two signs of life of a stream of events; 15,000 when absent. */
  readonly heartbeat?: number;
  /** Milliseconds since 1970, for the age of cookies and the pace of wrong keys; the machine's clock when absent. */
  readonly now?: () => number;
}

/** One request as a handler sees it. */
export interface Call {
  readonly c: Context;
  readonly options: ServerOptions;
  /** Part of every ETag: differs between two starts of the program, whose versions cannot be compared. */
  readonly salt: string;
  /** Parameters of the address. */
  readonly params: URLSearchParams;
  /** A part of the path, decoded; empty when the path has no such part. */
  readonly part: (name: string) => string;
}

/** One operation: its description for OpenAPI, and what it does. */
export interface Endpoint {
  readonly route: RouteConfig;
  readonly handle: (call: Call) => Promise<Response>;
}
