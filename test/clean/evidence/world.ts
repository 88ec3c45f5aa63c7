import { cleanPage } from '../../../src/clean/index.ts';
import { entityId } from '../../../src/model/brand.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { edtf } from '../../../src/model/edtf/index.ts';
import type { GatheringEntry, InstrumentEntry, Knowledge, OfficeTerm } from '../../../src/model/knowledge.ts';
import type { Bound } from '../../../src/model/page.ts';
import { publishedOf } from '../../../src/model/page.ts';
import { captureOf, KNOWLEDGE } from '../support.ts';

const term = (title: string, person: string, from: string, to: string | null): OfficeTerm => ({
  country: 'VAL',
  office: title.toLowerCase(),
  title,
  person: entityId(person),
  from: from as never,
  to: to as never,
  soft: false,
});

const forum = (year: number, from: string, to: string, place: string): GatheringEntry => ({
  id: entityId(`straits-${year}`),
  series: 'straits',
  name: 'Northern Straits Forum',
  aliases: ['Straits Forum'],
  year,
  edtf: edtf(`${from}/${to}`),
  from: from as never,
  to: to as never,
  place,
  country: 'VAL',
});

const treaty: InstrumentEntry = {
  id: entityId('strait-2017'),
  name: 'Strait Declaration',
  aliases: [],
  edtf: edtf('2017-03-08'),
  parties: [],
};

const person = (name: string): Knowledge['persons'][number] => ({
  id: entityId(name.toLowerCase().replace(' ', '-')),
  name,
  surname: name.split(' ').at(-1) ?? name,
  aliases: [],
});

/** An invented state with presidents, a forum, a treaty and numbered meetings. */
export const WORLD: Knowledge = {
  ...KNOWLEDGE,
  persons: ['Aldo Quist', 'Ivo Marsh', 'Ana Kestrel', 'Lena Brook', 'Mara Holt'].map(person),
  offices: [
    term('President', 'aldo-quist', '1951-01-01', '1961-01-01'),
    term('President', 'ivo-marsh', '2004-03-01', '2012-03-01'),
    term('President', 'ana-kestrel', '2012-03-01', '2020-03-01'),
    term('President', 'lena-brook', '2020-03-01', null),
    term('Foreign Minister', 'mara-holt', '2014-11-20', '2018-05-15'),
  ],
  gatherings: [
    forum(2015, '2015-10-08', '2015-10-09', 'Brenn'),
    forum(2016, '2016-10-06', '2016-10-07', 'Hale'),
    forum(2017, '2017-09-28', '2017-09-29', 'Port Kessel'),
  ],
  instruments: [treaty],
};

/** What dating makes of a story without a date line. */
export interface Dated {
  readonly interval: string | null;
  readonly because: readonly Bound[];
  readonly rules: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/** The interval of the story with that body, between neutral sentences. */
export const dated = (body: string, capturedAt: string | null = null): Dated => {
  const text = `Ministers speak of the strait\n\n${body}\n\nThe herring was good and the boats came home with all that they could carry. 😀`;
  const capture = captureOf({ text });
  const page = { ...capture.page, capturedAt: capturedAt as never };
  const { output, diagnostics } = cleanPage({ ...capture, page }, WORLD);
  const reading = publishedOf(output);
  const because = reading?.because ?? [];
  return {
    interval: reading?.value.edtf ?? null,
    because,
    rules: [...new Set(because.map(({ rule }) => rule.replace('clean/evidence/', '')))].sort(),
    diagnostics,
    text: output.text,
  };
};
