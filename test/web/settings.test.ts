import { describe, expect, it } from 'vitest';
import { settingsFrom, USUAL } from '../../web/src/lib/settings.ts';

describe('settings', () => {
  it('are as usual when nothing, or nothing of sense, was kept', () => {
    for (const text of [null, '', '{', 'null', '7', '[]', '{"theme":"pink","density":3,"keys":7}'])
      expect(settingsFrom(text)).toEqual(USUAL);
  });

  it('keep what was chosen, and leave out keys of commands that do not exist', () => {
    const kept = {
      theme: 'dark',
      density: 'compact',
      singleKeys: false,
      keys: { 'row.next': ['n'], 'no.such': ['x'], back: 'b', 'row.open': [''] },
    };
    expect(settingsFrom(JSON.stringify(kept))).toEqual({
      theme: 'dark',
      density: 'compact',
      language: 'en',
      singleKeys: false,
      keys: { 'row.next': ['n'] },
    });
  });
});
