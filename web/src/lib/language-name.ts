import { spoken, t } from '../messages/index.ts';

/** The name of a language in the language of the interface. */
export const languageName = (tag: string | null): string => {
  if (tag === null || tag === 'und') return t('language.unknown');
  try {
    return new Intl.DisplayNames([spoken()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
