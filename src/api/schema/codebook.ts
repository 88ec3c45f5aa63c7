import { z } from '@hono/zod-openapi';
import type {
  Act,
  AttributionMode,
  Outcome,
  Role,
  Stance,
  TimeHow,
  TimeType,
} from '../../model/annotation.ts';
import { ACTS, ROLES, STANCES, TIME_HOWS } from '../../model/annotation.ts';
import type { SegmentKind } from '../../model/page.ts';
import { SEGMENT_KINDS } from '../../model/page.ts';

/** What was done by speaking. */
export const act: z.ZodType<Act> = z.enum(ACTS).openapi('Act');

/** How the content stands in the text. */
export const mode: z.ZodType<AttributionMode> = z.enum(['direct', 'indirect', 'mixed']);

/** Where somebody stands on an issue. */
export const stance: z.ZodType<Stance> = z.enum(STANCES).openapi('Stance');

/** What talks came to. */
export const outcome: z.ZodType<Outcome> = z.enum(['agreement', 'partial', 'none', 'pending']);

/** The part of a participant. */
export const role: z.ZodType<Role> = z.enum(ROLES);

/** TIMEX3 types. */
export const timeType: z.ZodType<TimeType> = z.enum(['DATE', 'TIME', 'DURATION', 'SET']);

/** How the days of an expression of time were told. */
export const timeHow: z.ZodType<TimeHow> = z.enum(TIME_HOWS);

/** What a stretch of an article is. */
export const segmentKind: z.ZodType<SegmentKind> = z.enum(SEGMENT_KINDS).openapi('SegmentKind');
