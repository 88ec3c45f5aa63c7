import { createHash } from 'node:crypto';
import type { EventLexicon } from '../model/knowledge/event-lexicon.ts';
import type { LineModel } from '../model/knowledge/line-model.ts';
import type { StanceModel } from '../model/knowledge/stance-model.ts';
import type { Knowledge, LanguageLexicon } from '../model/knowledge.ts';
import { type BaseKnowledge, layPack } from '../model/world/overlay.ts';
import { readPack } from './pack-reader.ts';
import { openReader, packageRoot, parseJson, type Reader, readRows } from './package-reader.ts';

export { listPacks, loadPack, readBases, readPackFile } from './pack-reader.ts';
export { packageRoot } from './package-reader.ts';

/** The languages whose word lists are looked for. */
const LANGUAGES = ['en', 'ru', 'ja'] as const;

/** What to load, and from where. */
export interface KnowledgeOptions {
  /**
   * Name of a pack in `packs/`, or the path of a pack file; null or absent for the world alone. A relative path counts
   * from the working directory; where there is no such file, from `root`.
   */
  readonly pack?: string | null;
  /** Folder that holds `knowledge/` and `packs/`; the package itself when absent. */
  readonly root?: string;
}

const readLanguage = async (reader: Reader, language: string): Promise<LanguageLexicon> => {
  const read = async <T>(name: string): Promise<T | null> => {
    const path = `knowledge/${language}/${name}.json`;
    const text = await reader.maybe(path);
    return text === null ? null : (parseJson(path, text) as T);
  };
  const cuesOf = (name: string): Promise<EventLexicon['cues']> =>
    readRows(reader, [`knowledge/codebook/cues/${name}.json`]);
  const [clean, time, mention, attribution, event, speech, stance, cues, broad] = await Promise.all([
    read<NonNullable<LanguageLexicon['clean']>>('clean'),
    read<NonNullable<LanguageLexicon['time']>>('time'),
    read<NonNullable<LanguageLexicon['mention']>>('mention'),
    read<NonNullable<LanguageLexicon['attribution']>>('attribution'),
    read<Omit<EventLexicon, 'cues' | 'broad'>>('event'),
    read<NonNullable<LanguageLexicon['speech']>>('speech'),
    read<NonNullable<LanguageLexicon['stance']>>('stance'),
    cuesOf(language),
    cuesOf(`${language}-broad`),
  ]);
  // Cues of a language without a grammar are data for a coder that is still to come.
  const told = event === null ? null : { ...event, cues: event.grammar === null ? [] : cues, broad };
  return { language, clean, time, mention, attribution, event: told, speech, stance };
};

const readModel = async <Model>(reader: Reader, name: string): Promise<Model | null> => {
  const path = `knowledge/models/${name}.json`;
  const text = await reader.maybe(path);
  return text === null ? null : (parseJson(path, text) as Model);
};

const readWorld = async (reader: Reader): Promise<BaseKnowledge> => {
  const world = <T>(...names: readonly string[]): Promise<readonly T[]> =>
    readRows<T>(
      reader,
      names.map((name) => `knowledge/world/${name}.json`),
    );
  const codebook = <T>(name: string): Promise<readonly T[]> =>
    readRows<T>(reader, [`knowledge/codebook/${name}.json`]);
  const [periods, fiscalYears, eventRoots, eventFrames] = await Promise.all([
    world<NonNullable<Knowledge['periods']>[number]>('periods'),
    world<NonNullable<Knowledge['fiscalYears']>[number]>('fiscal-years'),
    codebook<NonNullable<Knowledge['eventRoots']>[number]>('roots'),
    codebook<NonNullable<Knowledge['eventFrames']>[number]>('frames'),
  ]);
  const [persons, offices, places, outlets, gatherings, instruments, eventTypes, framing, ...lexicons] =
    await Promise.all([
      world<Knowledge['persons'][number]>('persons'),
      world<Knowledge['offices'][number]>('offices'),
      world<Knowledge['places'][number]>('places', 'cities'),
      world<Knowledge['outlets'][number]>('outlets'),
      world<Knowledge['gatherings'][number]>('gatherings'),
      world<Knowledge['instruments'][number]>('instruments'),
      codebook<Knowledge['eventTypes'][number]>('event-types'),
      codebook<Knowledge['framing'][number]>('framing'),
      ...LANGUAGES.map((language) => readLanguage(reader, language)),
    ]);
  const languages = Object.fromEntries(lexicons.map((lexicon) => [lexicon.language, lexicon]));
  const [lineModel, stanceModel, nameModel, en, ru] = await Promise.all([
    readModel<LineModel>(reader, 'lines'),
    readModel<StanceModel>(reader, 'stance'),
    reader.bytes('knowledge/models/names-en.bin'),
    reader.bytes('knowledge/models/en.bin'),
    reader.bytes('knowledge/models/ru.bin'),
  ]);
  return {
    persons,
    offices,
    places,
    outlets,
    gatherings,
    instruments,
    periods,
    fiscalYears,
    eventTypes,
    eventRoots,
    eventFrames,
    framing,
    languages,
    lineModel,
    stanceModel,
    nameModel,
    languageModels: { en, ru },
  };
};

/**
 * All that the stages know: `knowledge/` with a pack laid over it, and under that pack those it extends. `version` is the
 * sha256 over every byte read, so that it changes when and only when something in it does.
 *
 * @throws DemarcheError `pack-unknown`, `pack-invalid`.
 */
export const loadKnowledge = async (options: KnowledgeOptions = {}): Promise<Knowledge> => {
  const root = options.root ?? packageRoot();
  const reader = openReader(root);
  const name = options.pack ?? null;
  const [base, read] = await Promise.all([readWorld(reader), name === null ? null : readPack(name, root)]);
  const world = reader.version();
  if (read === null) return layPack(base, null, world);
  const version = createHash('sha256')
    .update([world, ...read.texts].join('\0'))
    .digest('hex');
  return layPack(base, read.pack, version);
};
