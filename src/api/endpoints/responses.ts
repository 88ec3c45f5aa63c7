import type { RouteConfig, z } from '@hono/zod-openapi';
import { z as zod } from '@hono/zod-openapi';
import { problem } from '../schema/base.ts';

type Responses = RouteConfig['responses'];

/** A problem as the body of an answer. */
export const PROBLEM: { readonly 'application/problem+json': { readonly schema: typeof problem } } = {
  'application/problem+json': { schema: problem },
};

/** The parts that every path begins with. */
export const DISPUTE = '/{d}';

/** Parameters of a path, for the description. */
export const pathParams = (...names: readonly string[]): z.ZodObject =>
  zod.object(
    Object.fromEntries(
      ['d', ...names].map((name) => [
        name,
        zod.string().openapi({ param: { name, in: 'path' }, description: ABOUT[name] ?? name }),
      ]),
    ),
  );

const ABOUT: Readonly<Record<string, string>> = {
  d: 'name of the dispute that the record is of',
  id: 'id of a claim or an import; of a claim four characters at least',
  article: 'id of an article',
  page: 'id of a page: sha256 of its bytes',
};

/** An answer in JSON. */
export const json = (schema: z.ZodType, description: string): Responses[string] => ({
  description,
  content: { 'application/json': { schema } },
});

/** An answer that is a file. */
export const file = (mediaType: string, description: string): Responses[string] => ({
  description,
  content: { [mediaType]: { schema: zod.string() } },
});

/** What every operation may answer beside its success. */
export const TROUBLES: Responses = {
  400: { description: 'a parameter or the body cannot be read', content: PROBLEM },
  401: { description: 'the key is wanted, or wrong', content: PROBLEM },
  403: { description: 'asked by another site, or not allowed on this desk', content: PROBLEM },
  404: { description: 'not found', content: PROBLEM },
  421: { description: 'the server is not called by that name', content: PROBLEM },
  500: { description: 'the record is damaged, or a fault of the program', content: PROBLEM },
  503: { description: 'the record is being written to, or cannot be read', content: PROBLEM },
};

/** What a reading operation may answer when the caller has it already. */
export const NOT_MODIFIED: Responses = { 304: { description: 'as the caller has it (`If-None-Match`)' } };
