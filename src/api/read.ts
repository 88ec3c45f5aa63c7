import type { z } from '@hono/zod-openapi';
import { DemarcheError } from '../model/error.ts';

/** The first value of each parameter. */
const firsts = (params: URLSearchParams): Readonly<Record<string, string>> => {
  const found: Record<string, string> = Object.create(null);
  for (const [name, value] of params) found[name] ??= value;
  return found;
};

/** Checks a value. @throws DemarcheError `usage`, with what is wrong and where */
export const check = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const wrong = result.error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  throw new DemarcheError('usage', `${what} cannot be read: ${wrong.join('; ')}`, {
    hint: '/openapi.json describes what is taken',
  });
};

/** Reads the parameters of an address. @throws DemarcheError `usage` */
export const read = <T>(schema: z.ZodType<T>, params: URLSearchParams): T =>
  check(schema, { ...firsts(params) }, 'the address');
