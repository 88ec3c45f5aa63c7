import type { Problem } from '../../../src/view/desk/types.ts';

/** An answer that is no success: the server's problem, or `offline` when no server answered. */
export interface Failure {
  readonly kind: 'problem' | 'offline';
  readonly problem: Problem;
}

const OFFLINE: Problem = {
  type: 'about:blank',
  title: 'The server does not answer',
  status: 0,
  detail: 'The program that serves this desk has stopped, or the network to it is down.',
  code: 'offline',
  hint: 'start it again with `demarche serve`; this page goes on by itself',
};

/** Whether something thrown is a `Failure`. */
export const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' && error !== null && 'problem' in error && 'kind' in error;

const problemOf = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'title' in body) return body as Problem;
  return {
    ...OFFLINE,
    title: response.statusText || 'Error',
    status: response.status,
    detail: '',
    code: 'http',
    hint: null,
  };
};

/** Statuses whose body is an answer all the same: a claim that is gone. */
const ANSWERS: ReadonlySet<number> = new Set([404, 410]);

/** Reads JSON from this server. @throws Failure */
export const getJson = async <T>(path: string, signal?: AbortSignal): Promise<T> => {
  const response = await ask(path, signal === undefined ? {} : { signal });
  if (!response.ok && !(ANSWERS.has(response.status) && isPlainJson(response)))
    throw await failureOf(response);
  return readBody<T>(response);
};

/** Sends something to this server and reads its JSON. @throws Failure */
export const sendJson = async <T>(path: string, init: RequestInit): Promise<T> => {
  const response = await ask(path, init);
  if (!response.ok) throw await failureOf(response);
  return readBody<T>(response);
};

/** A body that breaks off or is no JSON is a failure too: the server stopped, or something stands between. */
const readBody = async <T>(response: Response): Promise<T> => {
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const failure: Failure = { kind: 'offline', problem: OFFLINE };
    throw failure;
  }
};

const isPlainJson = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('application/json');

const failureOf = async (response: Response): Promise<Failure> => ({
  kind: 'problem',
  problem: await problemOf(response),
});

const ask = async (path: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const failure: Failure = { kind: 'offline', problem: OFFLINE };
    throw failure;
  }
};
