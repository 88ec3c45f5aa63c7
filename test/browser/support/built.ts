import { join } from 'node:path';
import { createRecord } from '../../../src/app/record-file.ts';
import type { Claim } from '../../../src/model/claim.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { anEntity, anEvent, anExtraction, aStatement, aValidTime, bytesOf } from '../../support/builders.ts';
import { tempFolder } from './served.ts';

const SPEAKER = { speaker: anEntity('Ada Voss'), behalf: anEntity('Republic of Orland') };

/** A page in a language whose script runs otherwise, or has no blanks. */
export const FOREIGN = {
  he: anExtraction({
    text: '“[המצר יישאר פתוח לכל דגל]content”, [אדה ווס]source [אמרה]cue.',
    language: 'he',
    title: 'המצר פתוח',
    path: 'he.txt',
    attributions: [{ ...SPEAKER, mode: 'direct' }],
  }),
  ar: anExtraction({
    text: '[قالت]cue [أدا فوس]source إن [المضيق سيبقى مفتوحا لكل علم]content.',
    language: 'ar',
    title: 'المضيق مفتوح',
    path: 'ar.txt',
    attributions: [SPEAKER],
  }),
  ja: anExtraction({
    text: '[アダ・ヴォス]sourceは「[海峡はすべての旗に開かれている]content」と[述べた]cue。',
    language: 'ja',
    title: '海峡は開かれている',
    path: 'ja.txt',
    attributions: [{ ...SPEAKER, mode: 'direct' }],
  }),
} as const;

/** A page that was read once, and anew by a later program: the second half of its text is gone, a line came before it. */
export const BEFORE: Extraction = anExtraction({
  text: '“[The pilots stay aboard]content,” [Ada Voss]source [said]cue. The old lighthouse was sold to a baker of Port Halm.',
  title: 'Pilots stay',
  path: 'pilots.txt',
  attributions: [SPEAKER],
});

/** The same page, read anew. */
export const AFTER: Extraction = ((): Extraction => {
  const read = anExtraction({
    text: 'Port Halm, Monday.\n\n“[The pilots stay aboard]content,” [Ada Voss]source [said]cue.',
    title: 'Pilots stay',
    path: 'pilots.txt',
    attributions: [SPEAKER],
    cleaner: 'two',
    extractor: 'two',
  });
  const same = JSON.stringify(read)
    .replaceAll(read.page.id, BEFORE.page.id)
    .replaceAll(read.article.id, BEFORE.article.id);
  return JSON.parse(same) as Extraction;
})();

/** A page of which nothing is running text, and one that holds nothing at all. */
export const FURNITURE: Extraction = anExtraction({
  text: 'Home\nWorld\nSubscribe now',
  title: 'A page of links',
  path: 'links.html',
  segments: [
    {
      kind: 'navigation',
      article: { start: 0, end: 24 },
      page: { start: 0, end: 24 },
      rule: BEFORE.article.segments[0]?.rule ?? ('' as never),
    },
  ],
});
/** A page without a character. */
export const NOTHING: Extraction = anExtraction({
  text: '',
  path: 'nothing.html',
  published: null,
  outlet: null,
});

/** A page with a claim that will be closed, and the one that takes its place. */
const TOLLS = anExtraction({
  text: '[Ada Voss]source [said]cue that [the tolls would not rise before the winter]content. [She [met]trigger Tarn Vesh]clause.',
  path: 'tolls.txt',
  attributions: [SPEAKER],
});
/** The claim that the record no longer asserts. */
export const CLOSED: Claim = aStatement({ from: [TOLLS], valid: aValidTime('2031-05-12') });
/** A claim that rests on the same characters and stands. */
export const SUCCESSOR: Claim = {
  ...CLOSED,
  id: `${CLOSED.id.slice(0, -1)}${CLOSED.id.endsWith('0') ? '1' : '0'}` as Claim['id'],
  act: 'promised',
} as Claim;
/** An event that stands. */
export const MEETING: Claim = anEvent({ from: [TOLLS], valid: aValidTime('2031-05-12') });

const foreignClaims = (): readonly Claim[] =>
  Object.values(FOREIGN).map((page) => aStatement({ from: [page], valid: aValidTime('2031-05-13') }));

/** Makes a record whose pages were read, and whose claims were not yet made: as after an import that was ended. */
export const uncomparedRecord = async (): Promise<{ readonly file: string; readonly folder: string }> => {
  const folder = tempFolder();
  const file = join(folder, 'uncompared.demarche');
  const store = await createRecord(file, { dispute: 'uncompared', title: 'The Straits', pack: null });
  for (const page of [...Object.values(FOREIGN), BEFORE]) await store.savePage(page, bytesOf(page));
  await store.close();
  return { file, folder };
};

/** Makes a record of invented pages in every state that pages and claims can have. Returns its file and folder. */
export const builtRecord = async (): Promise<{ readonly file: string; readonly folder: string }> => {
  const folder = tempFolder();
  const file = join(folder, 'straits.demarche');
  const store = await createRecord(file, { dispute: 'straits', title: 'The Straits', pack: null });
  for (const page of [...Object.values(FOREIGN), BEFORE, FURNITURE, NOTHING, TOLLS])
    await store.savePage(page, bytesOf(page));
  await store.applyClaims([aStatement({ from: [BEFORE] }), CLOSED, MEETING, ...foreignClaims()]);
  await store.savePage(AFTER, bytesOf(BEFORE));
  await store.applyClaims([aStatement({ from: [AFTER] }), SUCCESSOR, MEETING, ...foreignClaims()]);
  await store.close();
  return { file, folder };
};
