import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z_]{1,39}$/);
const sentence = z.string().min(10).max(240).regex(/\.$/);
const root = z.string().regex(/^[A-Z]{3,10}$/);
const cameo = z.string().regex(/^(?:0[1-9]|1\d|20)\d{0,2}$/);
const frame = z.enum(['joint', 'visit', 'mediate', 'act', 'body', 'receive']);
const realis = z.enum(['actual', 'ongoing', 'standing', 'planned', 'proposed', 'hypothetical', 'negated']);
const role = z.enum(['initiator', 'counterpart', 'joint', 'visitor', 'host', 'mediator', 'target']);

const eventType = z
  .strictObject({
    id,
    label: z.string().min(3).max(60).describe('What the record says of it, in the third person.'),
    plover: z
      .string()
      .regex(/^[A-Z]{3,10}(?:-[a-z-]+)?$/)
      .nullable(),
    cameo: cameo.nullable(),
    icow: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z]+)*$/)
      .nullable(),
    reciprocal: z.boolean(),
    root: root.nullable(),
    frame,
    cameoAlso: z.array(cameo),
    about: sentence,
    realis: sentence,
    setting: z.literal(true).optional(),
    performative: z.literal(true).optional(),
    outcome: z.literal(true).optional(),
  })
  .describe('A type of event, what it is called elsewhere, and who is who in it.');

/** `…` stands for up to six words, `|` between alternatives, `/` before irregular forms, `?` after what may be absent, `,` between verbs. */
const pattern = z
  .string()
  .max(900)
  .regex(/^[a-zéà'\-/|,…?]+(?: [a-zéà'\-/|…?]+)*$/);

/**
 * As for English; verbs are infinitives, imperfective ones behind the slash; a stem ends in `*` (`*ся`: a reflexive verb); `!` tells
 * the act by its negation, `@` names a table of light verbs, `<inf>` is any infinitive, `>` leaves a word free for an act of its own.
 */
const russianPattern = z
  .string()
  .max(600)
  .regex(/^!?(?:@[a-z]+|[а-яё*\-/|]+)(?: (?:<inf>|,|>?[а-яё0-9*\-/|…?]+))*$/);

/** A place beside the cue or a preposition; a list is all its places at once. */
const source = z.string().regex(/^[a-z-]+$/);

const seat = z.strictObject({
  role,
  from: z.array(z.union([source, z.array(source).min(2)])).min(1),
  all: z.literal(true).optional(),
  who: z.literal('travels').optional(),
});

const seats = z.strictObject({ active: z.array(seat), passive: z.array(seat), noun: z.array(seat) });

/** Words are not set apart; verbs in their dictionary form. Of the words left of `…` one must stand before the verb. */
const japanesePattern = z
  .string()
  .max(400)
  .regex(
    /^(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・、|]+…)?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー、|]+$/u,
  );

const cueOf = (pattern: z.ZodString) =>
  z.strictObject({
    type: id,
    frame,
    verbs: z.array(pattern),
    nouns: z.array(pattern),
    about: z.array(z.string()).optional(),
    setting: z.literal(true).optional(),
    unnamed: z.literal(true).optional(),
    matter: z.literal(true).optional(),
    official: z.literal(true).optional(),
    refused: z.literal(true).optional(),
    alone: z.enum(['agent', 'anyone']).optional(),
    doer: z.enum(['force', 'court']).optional(),
    seats: seats.partial().optional(),
    realis: realis.optional(),
  });

const eventRoot = z.strictObject({
  id: root,
  quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  planned: root,
  negated: root.nullable(),
});

const voice = z.enum(['active', 'passive', 'noun']);

const need = z
  .strictObject({
    roles: z.array(z.array(z.union([role, z.literal('place')])).min(1)),
    parts: z.int().min(1).max(2),
    named: z.int().min(0).max(2),
    apart: z.literal(true).optional(),
  })
  .describe('Who must take part: one of each list of roles, how many, and how many the clause itself names.');

const unnamed = z
  .strictObject({
    voice,
    types: z.array(id).min(1).nullable(),
    who: z.enum(['agent', 'agents', 'anyone']),
    unmarked: z.literal(true).optional(),
  })
  .describe(
    'Acts told though nobody known takes part, for cues marked `alone` and, if `unmarked`, for others; null: all types.',
  );

const eventFrame = z.strictObject({
  id: frame,
  about: sentence,
  version: z.int().min(1).describe('Counts up when a seat or a need changes.'),
  seats,
  needs: z.strictObject({ active: need, passive: need, noun: need }),
  unnamed: z.array(unnamed),
  lone: z.array(id).describe('Types whose doer alone is enough in a language without trees.'),
  example: z.string(),
});

const book = z.strictObject({
  id,
  name: z.string(),
  version: z.string().min(3).describe('The version that the codes are pinned to.'),
  writes: z.enum(['plover', 'cameo', 'icow']),
  source: z.string(),
  licence: z.string(),
  note: z.string(),
});

const ownBook = z.strictObject({
  version: z.int().min(1).describe('Counts up when a type, a cue or a frame changes what is coded.'),
  changes: z.array(z.strictObject({ version: z.int().min(1), what: sentence })).min(1),
});

/** The shape of each file of `knowledge/codebook`, by its name there. */
export const CODEBOOK_SCHEMAS = {
  'codebook.json': ownBook,
  'event-types.json': z.array(eventType),
  'roots.json': z.array(eventRoot),
  'frames.json': z.array(eventFrame),
  'books.json': z.array(book),
  'cues/en.json': z.array(cueOf(pattern)),
  'cues/en-broad.json': z.array(cueOf(pattern)),
  'cues/ru.json': z.array(cueOf(russianPattern)),
  'cues/ja.json': z.array(cueOf(japanesePattern)),
} as const;

/** The files of the codebook, read and found to have their shapes. */
export type Codebook = {
  readonly [F in keyof typeof CODEBOOK_SCHEMAS]: z.infer<(typeof CODEBOOK_SCHEMAS)[F]>;
};

/** One JSON Schema with a definition for each file. */
export const codebookSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Demarche codebook',
      $defs: Object.fromEntries(
        Object.entries(CODEBOOK_SCHEMAS).map(([file, schema]) => {
          const { $schema: _, ...rest } = z.toJSONSchema(schema);
          return [file, rest];
        }),
      ),
    },
    null,
    2,
  )}\n`;
