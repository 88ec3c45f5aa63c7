import { t } from '../messages/index.ts';

/** The name of a slot in words: `framing:annexation` is the wording of a concept. */
export const slotName = (slot: string): string =>
  slot.startsWith('framing:')
    ? t('slot.framing', { concept: slot.slice('framing:'.length).replaceAll(/[-_]/g, ' ') })
    : slot.startsWith('number:')
      ? t('slot.number', { what: slot.slice('number:'.length) })
      : slot.replaceAll(/[-_:]/g, ' ');
