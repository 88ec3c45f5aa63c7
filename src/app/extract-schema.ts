import { z } from 'zod';
import { ACTS, ROLES, STANCES } from '../model/annotation.ts';
import { SEGMENT_KINDS } from '../model/page.ts';
import type {
  EofLine,
  ExtractLine,
  LineArticle,
  LineAttribution,
  LineEvent,
  LinePage,
  LinePublished,
} from './extract-types.ts';

const text = z.string();
const offset = z.int().nonnegative();
const orNull = <T extends z.ZodType>(schema: T): z.ZodNullable<T> => schema.nullable();
const pair = z.tuple([offset, offset]).describe('[start, end) in UTF-16 code units of article.text');
const entity = z.strictObject({ id: text, name: text });
const day = z
  .string()
  .regex(/^-?\d{4}-\d{2}-\d{2}$/)
  .describe('a calendar day YYYY-MM-DD');
const edtf = text.describe('a date or interval in EDTF (ISO 8601-2)');
const rule = text.describe('the rule that decided and its version');
const confidence = z
  .number()
  .min(0)
  .max(1)
  .describe('how far the rule is trusted; a rank, not a probability');

const page: z.ZodType<LinePage> = z.strictObject({
  id: orNull(z.string().regex(/^[0-9a-f]{64}$/)).describe('sha256 of the bytes'),
  path: orNull(text).describe('as it was given, with #n behind it for the n-th record of an archive'),
  url: orNull(text),
  mediaType: orNull(z.enum(['text/html', 'text/plain'])),
  charset: orNull(text),
  capturedAt: orNull(text).describe("UTC, from the archive's own record"),
});

const dated = {
  value: orNull(edtf).describe('EDTF of the chosen reading; null when none was chosen'),
  earliest: orNull(day),
  latest: orNull(day),
  rule: orNull(rule),
  evidence: z.array(pair),
};

const published: z.ZodType<LinePublished> = z.strictObject({
  ...dated,
  rejected: z.array(
    z.strictObject({ value: edtf, start: orNull(offset), end: orNull(offset), reason: text }),
  ),
});

const segmentKind = z.enum(SEGMENT_KINDS);

const article: z.ZodType<LineArticle> = z.strictObject({
  text: text.describe('for plain text the decoded input, unchanged'),
  language: text.describe('BCP 47 primary tag; und when it could not be told'),
  segments: z.array(z.strictObject({ kind: segmentKind, start: offset, end: offset })),
  title: orNull(text),
  byline: orNull(text),
  outlet: orNull(entity),
  wires: z.array(z.strictObject({ id: text, start: orNull(offset), end: orNull(offset) })),
  dateline: orNull(z.strictObject({ place: text, start: offset, end: offset })),
  published,
  updated: orNull(z.strictObject(dated)),
});

const time = z.strictObject({
  start: offset,
  end: offset,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: text.describe('TIMEX3 value'),
  edtf: orNull(edtf),
  earliest: orNull(day),
  latest: orNull(day),
  anchor: text.describe('what it was counted from: calendar, published, text:START-END, gathering:ID, none'),
});

const mention = z.strictObject({
  start: offset,
  end: offset,
  form: z.enum(['name', 'nominal', 'pronoun']),
  type: z.enum(['PERSON', 'STATE', 'ORG', 'PLACE', 'INSTRUMENT', 'GATHERING', 'OTHER']),
  refersTo: orNull(entity),
});

const act = z.enum(ACTS);

const issue = z.strictObject({
  id: text,
  stance: orNull(z.enum(STANCES)),
  condition: orNull(pair),
});

const attribution: z.ZodType<LineAttribution> = z.strictObject({
  source: z.array(pair),
  cue: z.array(pair),
  content: z.array(pair).min(1),
  mode: z.enum(['direct', 'indirect', 'mixed']),
  act,
  nested: z.boolean(),
  speaker: orNull(entity).describe('who spoke'),
  behalf: orNull(entity).describe('the party or person spoken for'),
  via: z.array(entity).describe('through whom it is known, nearest the speaker first'),
  addressee: orNull(text),
  venue: orNull(text),
  said: orNull(edtf),
  issues: z.array(issue),
  rule,
  confidence,
});

const role = z.enum(ROLES);

const event: z.ZodType<LineEvent> = z.strictObject({
  type: text.describe('an id of knowledge/codebook/event-types.json'),
  trigger: pair,
  span: pair,
  participants: z.array(z.strictObject({ role, id: text, name: text })),
  object: orNull(text),
  place: orNull(text),
  time: orNull(
    z.strictObject({
      edtf,
      basis: z.enum(['explicit', 'deictic', 'bounded', 'inferred']),
      expression: orNull(pair),
    }),
  ),
  realis: z.enum(['actual', 'ongoing', 'standing', 'planned', 'proposed', 'hypothetical', 'negated']),
  fate: orNull(z.enum(['held', 'cancelled', 'postponed', 'lapsed'])),
  outcome: orNull(z.enum(['agreement', 'partial', 'none', 'pending'])),
  stance: z.enum(['asserts', 'confirms', 'denies', 'doubts', 'declines']),
  background: z.boolean(),
  codes: z.strictObject({ plover: orNull(text), cameo: orNull(text), icow: orNull(text) }),
  rule,
  confidence,
});

const errorCode = z.enum([
  'usage',
  'not-found',
  'permission',
  'not-a-record',
  'record-exists',
  'record-locked',
  'record-newer',
  'record-corrupt',
  'disk-full',
  'pack-invalid',
  'pack-unknown',
  'unsupported-format',
  'empty',
  'binary',
  'too-large',
  'broken-archive',
  'fetch-failed',
  'private-address',
  'robots-disallowed',
  'poison',
  'bad-line',
  'analyser-missing',
  'analyser-failed',
  'claim-unknown',
  'citation-broken',
  'internal',
]);

/** The shape of one line of `demarche extract`, exactly: a line with a key more or less is refused. */
export const extractLineSchema: z.ZodType<ExtractLine> = z
  .strictObject({
    schema: z.literal(1),
    id: z.union([z.string(), z.number(), z.null()]),
    page,
    article: orNull(article).describe('null only when the page could not be read at all'),
    times: z.array(time),
    mentions: z.array(mention),
    attributions: z.array(attribution),
    events: z.array(event),
    framing: z.array(z.strictObject({ start: offset, end: offset, concept: text, wording: text })),
    diagnostics: z.array(
      z.strictObject({
        code: text,
        severity: z.enum(['info', 'warning']),
        message: text,
        span: orNull(pair),
      }),
    ),
    error: z.exactOptional(z.strictObject({ code: errorCode, message: text })),
  })
  .meta({ title: 'One line of demarche extract, format 1' });

/** The shape of the last line that `--eof` asks for. */
export const eofLineSchema: z.ZodType<EofLine> = z
  .strictObject({
    type: z.literal('eof'),
    in: offset.describe('input lines'),
    out: offset.describe('output lines before this one'),
    errors: offset.describe('output lines that have an error'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('over the bytes of all lines before this one'),
  })
  .meta({ title: 'The last line of a complete stream' });

/** The JSON Schema (2020-12) of the output, as `docs/reference/extract.schema.json` holds it. */
export const extractJsonSchema = (): Record<string, unknown> => {
  const options = { target: 'draft-2020-12', reused: 'inline' } as const;
  const { $schema, ...line } = z.toJSONSchema(extractLineSchema, options);
  const { $schema: _, ...eof } = z.toJSONSchema(eofLineSchema, options);
  return {
    $schema,
    title: 'demarche extract: one line of output, format 1',
    anyOf: [{ $ref: '#/$defs/line' }, { $ref: '#/$defs/eof' }],
    $defs: { line, eof },
  };
};
