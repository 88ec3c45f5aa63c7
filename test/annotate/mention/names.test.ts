import { beforeAll, describe, expect, test } from 'vitest';
import { mentionAnnotator } from '../../../src/annotate/mention/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import { NO_ANNOTATIONS } from '../../../src/model/annotation.ts';
import type { EntityId } from '../../../src/model/brand.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { mark } from '../../support/mark.ts';
import { anArticle, theWorld } from '../../support/read.ts';

let world: Knowledge;

/** Knowledge with an invented state, its people, a body and a chain of islands; nobody in the sentences below is real. */
const withValdoria = (base: Knowledge): Knowledge => ({
  ...base,
  version: 'names-test',
  places: [
    ...base.places,
    place('val', 'country', 'Valdoria', ['Valdorian']),
    place('orl', 'country', 'Orland', ['Orlandic']),
    place('skerrin', 'disputed', 'Skerril Islands', []),
  ],
  persons: [
    ...base.persons,
    { id: 'sergei-kestrelov' as EntityId, name: 'Sergei Kestrelov', surname: 'Kestrelov', aliases: [] },
  ],
});

const place = (
  id: string,
  kind: 'country' | 'disputed',
  name: string,
  demonyms: readonly string[],
): Knowledge['places'][number] => ({
  id: id as EntityId,
  kind,
  name,
  names: { en: [name] },
  demonyms,
  capital: null,
  metonyms: [],
  at: null,
  country: id.toUpperCase(),
});

beforeAll(async () => {
  world = withValdoria(await theWorld());
});

/** Mentions of a text as `words > id (type)`, names only. */
const namesOf = (text: string, knowledge: Knowledge = world): readonly string[] => {
  const article = anArticle(text);
  const { output } = mentionAnnotator.run({
    article,
    sentences: readSentences(article),
    annotations: NO_ANNOTATIONS,
    knowledge,
  });
  return output
    .filter(({ form }) => form === 'name')
    .map(
      ({ span, type, refersTo }) =>
        `${text.slice(span.start, span.end)} > ${refersTo?.id ?? 'nobody'} (${type})`,
    );
};

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'another spelling of a first name',
    'Sergey Kestrelov left.',
    ['Sergey Kestrelov > sergei-kestrelov (PERSON)'],
  ],
  [
    'the surname after another spelling',
    'Sergej Kestrelov left. Kestrelov returned.',
    ['Sergej Kestrelov > sergei-kestrelov (PERSON)', 'Kestrelov > sergei-kestrelov (PERSON)'],
  ],
  [
    'another spelling of a place',
    'They sailed to the Skerrile Islands.',
    ['Skerrile Islands > skerrin (PLACE)'],
  ],
  [
    'a new person behind a title',
    'Foreign Minister Ana Venn left. Venn returned.',
    ['Foreign Minister Ana Venn > ana-venn (PERSON)', 'Venn > ana-venn (PERSON)'],
  ],
  [
    'a new person before a description',
    'Qirella Vosk, the Valdorian envoy, left. Vosk returned.',
    ['Qirella Vosk > qirella-vosk (PERSON)', 'Vosk > qirella-vosk (PERSON)'],
  ],
  [
    'an acronym of a new body, both ways',
    'The Far Eastern Council (FEC) met. The FEC meets again in May.',
    [
      'Far Eastern Council > far-eastern-council (ORG)',
      'FEC > far-eastern-council (ORG)',
      'FEC > far-eastern-council (ORG)',
    ],
  ],
  [
    'an acronym before its long form',
    'The MFA (Maritime Fisheries Authority) met.',
    [
      'MFA > maritime-fisheries-authority (ORG)',
      'Maritime Fisheries Authority > maritime-fisheries-authority (ORG)',
    ],
  ],
  [
    'names that parties give a place that is known',
    'The Skerril Islands, which Valdoria calls the Outer Rocks and Orland the Northern Isles, are small. The Outer Rocks have a lighthouse.',
    [
      'Skerril Islands > skerrin (PLACE)',
      'Valdoria > val (STATE)',
      'Outer Rocks > skerrin (PLACE)',
      'Orland > orl (STATE)',
      'Northern Isles > skerrin (PLACE)',
      'Outer Rocks > skerrin (PLACE)',
    ],
  ],
  [
    'a name told in the passive',
    'The Skerril Islands, known in Orland as the Northern Isles, are small.',
    ['Skerril Islands > skerrin (PLACE)', 'Orland > orl (STATE)', 'Northern Isles > skerrin (PLACE)'],
  ],
  ...[
    'Valdoria refers to the Skerril Islands as the Outer Rocks.',
    'Valdoria calls the Skerril Islands the Outer Rocks.',
    'Valdoria uses the name Outer Rocks for the Skerril Islands.',
    'The Skerril Islands, called the Outer Rocks by the Valdorians, are small.',
    'The Skerril Islands, or the Outer Rocks as Valdoria calls them, are small.',
    'The Skerril Islands, or “Outer Rocks”, as Valdoria calls them, are small.',
    'What Orland calls the Skerril Islands, Valdoria knows as the Outer Rocks.',
    'The Skerril Islands, called the Northern Isles by Orland and the Outer Rocks by Valdoria, are small.',
    'Orland calls them the Skerril Islands, while Valdoria prefers the name Outer Rocks.',
  ].map((told): readonly [string, string, readonly string[]] => [
    'a name that a party uses',
    told,
    ['Outer Rocks > skerrin (PLACE)', 'Skerril Islands > skerrin (PLACE)'],
  ]),
  [
    'a question word is no name',
    'What Orland calls the Amber Cape, Valdoria knows as the Windy Cape.',
    ['Amber Cape > amber-cape (PLACE)', 'Windy Cape > amber-cape (PLACE)'],
  ],
  [
    'an acronym with the letter of a small word',
    'The Ministry of Coastal Affairs (MOCA) met. MOCA left.',
    [
      'Ministry of Coastal Affairs > ministry-of-coastal-affairs (ORG)',
      'MOCA > ministry-of-coastal-affairs (ORG)',
    ],
  ],
  [
    'an acronym with one letter of a word with a hyphen',
    'The OCE (Office for Co-operation in Energy) met.',
    ['OCE > office-for-co-operation-in-energy (ORG)'],
  ],
  [
    'an acronym with both letters of a word with a hyphen',
    'The Asia-Pacific Council (APC) met.',
    ['APC > asia-pacific-council (ORG)'],
  ],
];

describe('names', () => {
  test.each(CASES)('%s', (_, text, expected) => {
    for (const name of expected) expect(namesOf(text)).toContain(name);
  });

  test('of an acronym of one letter or of other words nothing is taught', () => {
    expect(namesOf('The Far Eastern Council (MFA) met. The MFA left.').join()).not.toContain(
      'far-eastern-council',
    );
  });

  test.each([
    'Valdoria uses the islands for the Outer Rocks exercise.',
    'Valdoria refers to the treaty.',
    'Valdorian sailors call at the Outer Rocks.',
  ])('nothing is taught by: %s', (text) => {
    expect(namesOf(text).join()).not.toContain('outer-rocks');
  });

  test('a body before a title belongs to the person', () => {
    const text = 'Valdorian Farmers Party Chairman David Vosk left.';
    expect(namesOf(text).filter((name) => name.includes('(ORG)'))).toEqual([]);
    expect(namesOf(text).join()).toContain('Chairman David Vosk > david-vosk (PERSON)');
  });

  test('names of places that are known to differ are not joined', () => {
    const text = 'Kunashir, which Orland calls the Skerril Islands, is small.';
    expect(namesOf(text)).toContain('Skerril Islands > skerrin (PLACE)');
    expect(namesOf(text)).toContain('Orland > orl (STATE)');
    expect(
      namesOf(text)
        .filter((name) => name.startsWith('Kunashir >'))
        .join(),
    ).not.toContain('skerrin');
  });

  test('a body that nobody knows is typed and refers to nobody, and only with the recogniser', () => {
    const text = 'The dispute was taken up by the Valdorian Geographical Society in March.';
    expect(namesOf(text)).toContain('Valdorian Geographical Society > nobody (ORG)');
    expect(namesOf(text, { ...world, nameModel: null })).toEqual([]);
  });

  test('who calls a place so is told as a diagnostic', () => {
    const { text, spans } = mark(
      'The Skerril Islands, which Valdoria calls the [Outer Rocks]name and Orland the [Northern Isles]name, are small.',
    );
    const article = anArticle(text);
    const { diagnostics } = mentionAnnotator.run({
      article,
      sentences: readSentences(article),
      annotations: NO_ANNOTATIONS,
      knowledge: world,
    });
    expect(diagnostics.map(({ code, message, span }) => [code, message, span])).toEqual([
      ['name-taught', 'val calls skerrin Outer Rocks', spans['name']?.[0]],
      ['name-taught', 'orl calls skerrin Northern Isles', spans['name']?.[1]],
    ]);
  });
});
