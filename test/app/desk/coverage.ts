import type { Claim } from '../../../src/model/claim.ts';
import { anEntity, anEvent, anExtraction, aStatement, aValidTime } from '../../support/builders.ts';

/** The first report: Ada Voss says that she met Tarn Vesh. */
export const POST = anExtraction({
  text: '𝕏 “[The straits stay open to every flag, I told Tarn Vesh when [we [met]trigger in Port Halm]clause]content,” [Ada Voss]source [said]cue.',
  path: 'spring/post.html',
  title: 'Straits stay open',
  published: '2031-05-14',
  attributions: [{ speaker: anEntity('Ada Voss'), behalf: anEntity('Republic of Orland') }],
  events: [{ place: 'Port Halm' }],
});
/** A later report of the same statement by another outlet. */
export const WIRE = anExtraction({
  text: 'PORT HALM — [Ada Voss]source [told]cue reporters that “[the straits stay open to every flag]content”.',
  path: 'wire.txt',
  outlet: anEntity('Meridian Wire'),
  published: '2031-05-20',
  attributions: [{ speaker: anEntity('Ada Voss'), behalf: anEntity('Republic of Orland') }],
});
/** A page without a day, about something else. */
export const LEDGER = anExtraction({
  text: '[Tarn Vesh]source [warned]cue that [tolls would rise]content. [A round of talks will be [held]trigger in Millbrook]clause.',
  path: null,
  url: 'https://ledger.example/world/tolls.html?page=1',
  outlet: anEntity('Evening Ledger'),
  published: null,
  attributions: [{ speaker: anEntity('Tarn Vesh'), behalf: anEntity('Southmark'), act: 'warned' }],
  events: [{ realis: 'planned', place: null }],
});

/** Told by the post and the wire. */
export const OPEN = aStatement({ from: [POST, WIRE], valid: aValidTime('2031-05-13') });
/** Told by the ledger alone. */
export const TOLLS = aStatement({ from: [LEDGER], valid: null });
/** Told inside what Ada Voss said. */
export const MEETING = anEvent({ from: [POST], valid: aValidTime('2031-05-12') });
/** To come. */
export const TALKS = anEvent({ from: [LEDGER], valid: null });

/** All pages. */
export const PAGES = [POST, WIRE, LEDGER] as const;
/** All claims. */
export const CLAIMS: readonly Claim[] = [OPEN, TOLLS, MEETING, TALKS];
