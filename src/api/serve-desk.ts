import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { DemarcheError } from '../model/error.ts';
import { inAddress } from './guard.ts';

/** Milliseconds in which requests that are being answered may end when the server closes. */
const PATIENCE = 1000;

/** A server that listens. */
export interface Serving {
  /** `http://127.0.0.1:4747`, with the port that was free when 0 was asked for. */
  readonly url: string;
  readonly port: number;
  /** Takes no new request, lets those in hand end for a moment, then ends every connection. */
  readonly close: () => Promise<void>;
}

const listenError = (cause: NodeJS.ErrnoException, host: string, port: number): DemarcheError => {
  const at = `${inAddress(host)}:${port}`;
  switch (cause.code) {
    case 'EADDRINUSE':
      return new DemarcheError('usage', `port ${port} is taken by another program`, {
        hint: 'name another with --port N; --port 0 takes any free one',
        context: { port, taken: true },
        cause,
      });
    case 'EACCES':
      return new DemarcheError('permission', `this user may not listen at ${at}`, {
        hint: 'name a port above 1023 with --port N',
        cause,
      });
    default:
      return new DemarcheError('usage', `cannot listen at ${at} (${cause.code ?? cause.message})`, {
        hint: 'name an address of this machine with --host',
        cause,
      });
  }
};

const listen = (server: ServerType, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen({ host, port }, () => resolve(server.address() as AddressInfo));
  });

const closed = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    const ends = 'closeAllConnections' in server ? server : null;
    const timer = setTimeout(() => ends?.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    ends?.closeIdleConnections();
  });

/** Whether an error of `serveDesk` is that the port is taken. */
export const isPortTaken = (error: unknown): boolean =>
  error instanceof DemarcheError && error.context['taken'] === true;

/**
 * Lets an application listen. @throws DemarcheError `usage` when the port is taken or the address is not this machine's,
 * `permission` when it may not be listened at.
 */
export const serveDesk = async (
  app: OpenAPIHono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Serving> => {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  const address = await listen(server, host, port);
  return {
    url: `http://${inAddress(host)}:${address.port}`,
    port: address.port,
    close: () => closed(server),
  };
};
