import { z } from 'zod';

/** An id: lower-case letters, digits and hyphens. */
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
  .describe('Lower-case letters, digits and hyphens, at most 80.');
const text = z.string().min(1).max(300);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, YYYY-MM-DD.');
const edtf = z.string().min(4).max(60).describe('A date or interval in EDTF, such as 2016-09-02/2016-09-03.');
const country = z
  .string()
  .regex(/^[A-Z]{2,5}$/)
  .describe('ISO 3166 alpha-3 code, or SUN, YUG, EUE, NATO, UN.');
const names = z
  .record(z.string().regex(/^[a-z]{2,3}$/), z.array(text).max(200))
  .describe('Names by language tag; the first of a list is the one to show.');
const point = z
  .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
  .describe('Latitude and longitude in degrees.');

const predecessor = z
  .strictObject({ id, until: day.describe('The first day of the party itself.'), names })
  .describe('The state that was the party before.');

const party = z.strictObject({
  id,
  iso: z
    .string()
    .regex(/^(?:[A-Z]{3})?$/)
    .describe('Alpha-3 code of a state; empty for a group of people.'),
  names,
  adjectives: names,
  metonyms: names.describe('Words that stand for its government, such as a capital.'),
  leaderPhrases: z.array(text).max(50),
  leaderOffice: z
    .string()
    .regex(/^(?:[a-z_]{1,40})?$/)
    .describe('The office that the phrases for its leader mean; empty for a group.'),
  predecessor: predecessor.nullable(),
});

const person = z.strictObject({ id, name: text, surname: text, aliases: z.array(text).max(100) });

const office = z.strictObject({
  country,
  office: z.string().regex(/^[a-z_]{1,40}$/),
  title: text,
  person: id,
  from: day.nullable(),
  to: day.nullable().describe('Null when it is not known, or still in office.'),
  soft: z.boolean().describe('Whether `to` is inferred and so only about right.'),
});

const place = z.strictObject({
  id,
  label: text.describe('A neutral name to show.'),
  disputed: z.boolean(),
  partOf: id.nullable(),
  names: z.record(id, names).describe('Names by the party that uses them; `other` for everybody else.'),
  at: point.nullable(),
  settlements: z.array(text).max(500),
});

const issue = z.strictObject({
  id,
  label: text,
  cues: names.describe('Words by which a text is known to treat the issue, by language.'),
  against: names
    .describe("Words for what stands against the issue's proposal (a ban, a fee), by language.")
    .optional(),
});

const instrument = z.strictObject({
  id,
  name: text,
  aliases: z.array(text).max(100),
  edtf,
  parties: z.array(id).max(300),
});

const gathering = z.strictObject({
  id,
  series: id,
  name: text,
  aliases: z.array(text).max(100),
  year: z.int().min(1000).max(2999),
  ordinal: z.int().min(1).max(1000).optional().describe('Its number in the series, where it is counted.'),
  edtf,
  from: day.nullable(),
  to: day.nullable(),
  place: text.nullable(),
  country: country.nullable(),
});

const period = z.strictObject({
  id,
  kind: z
    .enum(['era', 'age', 'war', 'crisis', 'conference', 'occupation', 'pandemic', 'event'])
    .describe('The name of an era alone tells a time; the others need a word such as "during" before them.'),
  names: names.describe(
    'Names by language, without the article; * behind a word stands for any ending of up to four letters.',
  ),
  edtf: edtf.describe('From its first to its last day; .. when it goes on.'),
  start: edtf.optional().describe('What "the beginning of" it means, when not the month of its first day.'),
  end: edtf.optional().describe('What "the end of" it means, when not the month of its last day.'),
  source: text.describe('Where the dates come from.'),
});

const outlet = z.strictObject({
  id,
  name: text,
  aliases: z.array(text).max(100),
  domains: z
    .array(
      z
        .string()
        .max(253)
        .regex(/^[\p{L}\p{N}.-]+$/u),
    )
    .max(50),
  country: country.nullable(),
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  wire: z.array(text).max(20),
});

const countedMeeting = z.strictObject({
  between: z.tuple([id, id]),
  n: z.int().min(1).max(10_000),
  edtf,
  place: text,
});

/** What a pack that stands alone must hold, and one that extends another may leave to it. */
const content = {
  id,
  title: text,
  parties: z.array(party).max(100),
  persons: z.array(person).max(20_000),
  offices: z.array(office).max(50_000),
  places: z.array(place).max(20_000),
  issues: z.array(issue).max(200),
  instruments: z.array(instrument).max(5_000),
  gatherings: z.array(gathering).max(20_000),
  outlets: z.array(outlet).max(20_000),
  countedMeetings: z.array(countedMeeting).max(5_000),
  unreviewed: z.array(text).max(500),
  sources: z.array(z.string().min(1).max(2_000)).max(200),
};

/** What a pack may hold. */
const extras = {
  periods: z
    .array(period)
    .max(5_000)
    .optional()
    .describe('Stretches of history that the coverage names instead of dates.'),
};

const head = {
  $schema: z.string().max(300).optional().describe('For editors.'),
  schema: z.literal(1),
  extends: id
    .nullable()
    .optional()
    .describe('Name of the pack in packs/ that this one extends; null or absent when it stands alone.'),
};

/** The shape of the file of a pack that stands alone. */
export const WHOLE_PACK_SCHEMA: z.ZodType = z.strictObject({ ...head, ...content, ...extras });

const file = z.strictObject({ ...head, ...z.object(content).partial().shape, ...extras });

/**
 * The shape of the file of a pack that extends another. `packs/schema.json` is generated from it, with the rule for
 * editors that a pack without `extends` holds everything.
 */
export const PACK_SCHEMA: z.ZodType = file.meta({
  description:
    'What a dispute needs beyond the knowledge of the world. packs/README.md explains every field.',
  if: { properties: { extends: { type: 'string' } }, required: ['extends'] },
  else: { required: Object.keys(content) },
});
