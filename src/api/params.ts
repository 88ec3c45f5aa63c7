import { z } from '@hono/zod-openapi';
import { CLOCKS, SOURCE_SORTS } from '../view/desk/address.ts';
import { FACETS, SORTS, SOURCE_FACETS } from '../view/desk/types.ts';

/** A parameter that is a whole number written in digits. */
const whole = (least: number, most: number, absent: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .optional()
    .transform((value) => value ?? absent)
    .openapi({ type: 'integer', minimum: least, maximum: most, default: absent });

const words = z.string().optional();
const dayParam = z
  .string()
  .optional()
  .openapi({ pattern: '^-?\\d{4}(-\\d{2}){0,2}$', description: 'a day, or a month or year' });
const values = (about: string): z.ZodType =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .openapi({
      type: 'array',
      items: { type: 'string' },
      description: `${about}; may be repeated; \`-\` before a value leaves it out`,
    });

/** The paging of a list, for the description alone: a list is lenient and tells what it could not read. */
const paging = {
  offset: z.string().optional().openapi({ type: 'integer', minimum: 0, default: 0 }),
  limit: z.string().optional().openapi({ type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
};

/** Parameters of lists of claims; `readClaimQuery` reads them. */
export const claimParams: z.ZodObject = z.object({
  q: words.openapi({ description: 'words; "…" is a phrase, a trailing * a beginning' }),
  ...Object.fromEntries(FACETS.map((facet) => [facet, values(`facet ${facet}`)])),
  from: dayParam,
  to: dayParam,
  clock: z
    .string()
    .optional()
    .openapi({ enum: [...CLOCKS], default: 'happened' }),
  as_of: dayParam.openapi({
    description: 'only what was reported by this day (or the end of this month or year)',
  }),
  article: words.openapi({ description: 'only claims that rest on this article' }),
  sort: z
    .string()
    .optional()
    .openapi({ enum: [...SORTS], default: 'time' }),
  ...paging,
});

/** Parameters of lists of pages; `readSourceQuery` reads them. */
export const sourceParams: z.ZodObject = z.object({
  q: words.openapi({ description: 'words of title, outlet, byline, path or address' }),
  ...Object.fromEntries(SOURCE_FACETS.map((facet) => [facet, values(`facet ${facet}`)])),
  from: dayParam,
  to: dayParam,
  fold: z
    .string()
    .optional()
    .openapi({
      enum: ['yes', 'no'],
      default: 'yes',
      description: 'whether copies stand below their first page',
    }),
  sort: z
    .string()
    .optional()
    .openapi({ enum: [...SOURCE_SORTS], default: 'published' }),
  ...paging,
});

/** What a list of imports is asked. */
export interface JobsAsked {
  readonly offset: number;
  readonly limit: number;
}

/** Parameters of the list of imports. */
export const jobParams: z.ZodObject & z.ZodType<JobsAsked> = z.object({
  offset: whole(0, 1_000_000, 0),
  limit: whole(1, 1000, 100),
});

/** The number of bars of the strip. */
export const stripParams: z.ZodObject & z.ZodType<{ readonly bins: number }> = z.object({
  bins: whole(1, 2000, 120),
});

/** What to jump to is looked for with. */
export const jumpParams: z.ZodObject & z.ZodType<{ readonly q: string; readonly limit: number }> = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .transform((q) => q ?? ''),
  limit: whole(1, 50, 12),
});

/** The day as of which a claim is asked for; `readClaimQuery` reads it. */
export const cardParams: z.ZodObject = z.object({ as_of: dayParam });

/** The revision in which an article is asked for. */
export const readerParams: z.ZodObject & z.ZodType<{ readonly revision: string | null }> = z.object({
  revision: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/, 'must be the first 8 hexadecimal digits of a revision at least')
    .optional()
    .transform((value) => value ?? null)
    .openapi({ type: 'string', pattern: '^[0-9a-f]{8,64}$' }),
});
