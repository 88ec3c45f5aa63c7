import { describe, expect, it } from 'vitest';
import { bindingsOf, COMMANDS, conflictsOf, isReserved } from '../../web/src/lib/commands.ts';
import { advance, capsOf, isCharacterKey, type KeyLike, strokeOf } from '../../web/src/lib/strokes.ts';

const PC = { isMac: false, isForeign: false, isAltGraph: false };
const MAC = { ...PC, isMac: true };

const press = (key: string, code: string, held: Partial<KeyLike> = {}): KeyLike => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('strokes', () => {
  it.each([
    ['a letter', press('j', 'KeyJ'), PC, 'j'],
    ['a letter with Caps Lock on', press('J', 'KeyJ'), PC, 'j'],
    ['a letter with Shift', press('F', 'KeyF', { shiftKey: true }), PC, 'F'],
    ['Shift with Caps Lock on', press('f', 'KeyF', { shiftKey: true }), PC, 'F'],
    ['a sign that needs Shift', press('?', 'Slash', { shiftKey: true }), PC, '?'],
    ['a slash of a German keyboard', press('/', 'Digit7', { shiftKey: true }), PC, '/'],
    [
      'a bracket by AltGr',
      press('[', 'Digit8', { ctrlKey: true, altKey: true }),
      { ...PC, isAltGraph: true },
      '[',
    ],
    ['a bracket by Option', press('[', 'Digit5', { altKey: true }), MAC, '['],
    ['Ctrl K', press('k', 'KeyK', { ctrlKey: true }), PC, 'mod+k'],
    ['Command K', press('k', 'KeyK', { metaKey: true }), MAC, 'mod+k'],
    ['Ctrl K on a Mac is not ours', press('k', 'KeyK', { ctrlKey: true }), MAC, null],
    ['the system key is not ours', press('k', 'KeyK', { metaKey: true }), PC, null],
    ['a blank', press(' ', 'Space'), PC, 'Space'],
    ['a named key', press('ArrowDown', 'ArrowDown'), PC, 'ArrowDown'],
    ['a named key with Shift', press('Enter', 'Enter', { shiftKey: true }), PC, 'shift+Enter'],
    ['a Cyrillic letter', press('о', 'KeyJ'), PC, 'j'],
    ['a Cyrillic letter with Shift', press('А', 'KeyF', { shiftKey: true }), PC, 'F'],
    ['a Cyrillic letter in the place of a bracket', press('х', 'BracketLeft'), PC, '['],
    ['Ctrl with a Cyrillic letter', press('л', 'KeyK', { ctrlKey: true }), PC, 'mod+k'],
    ['a kana', press('ま', 'KeyJ'), PC, 'j'],
    ['a letter of full width', press('ｊ', 'KeyJ'), PC, 'j'],
    ['a Latin letter beyond a to z stays itself', press('ü', 'BracketLeft'), PC, 'ü'],
    ['a modifier alone', press('Shift', 'ShiftLeft', { shiftKey: true }), PC, null],
    ['a key taken by an input method', press('Process', 'KeyJ'), PC, null],
  ] as const)('reads %s', (_, event, context, expected) => {
    expect(strokeOf(event, context).stroke).toBe(expected);
  });

  it('reads punctuation by its place after a letter of another script, until a Latin letter comes', () => {
    const cyrillic = strokeOf(press('п', 'KeyG'), PC);
    expect(cyrillic).toEqual({ stroke: 'g', isForeign: true });
    const slash = strokeOf(press('.', 'Slash'), { ...PC, isForeign: cyrillic.isForeign });
    expect(slash.stroke).toBe('/');
    expect(strokeOf(press('.', 'Slash'), PC).stroke).toBe('.');
    expect(strokeOf(press('g', 'KeyG'), { ...PC, isForeign: true }).isForeign).toBe(false);
  });

  it('holds single characters, but not combinations and named keys, to be characters', () => {
    expect(['j', 'F', '/', '𝄞'].every(isCharacterKey)).toBe(true);
    expect(['mod+k', 'Enter', 'Space', 'ArrowUp'].some(isCharacterKey)).toBe(false);
  });

  it('shows caps', () => {
    expect(capsOf('mod+k', false)).toEqual([['Ctrl', 'K']]);
    expect(capsOf('mod+k', true)).toEqual([['⌘', 'K']]);
    expect(capsOf('g t', false)).toEqual([['G'], ['T']]);
    expect(capsOf('F', false)).toEqual([['Shift', 'F']]);
    expect(capsOf('+', false)).toEqual([['+']]);
    expect(capsOf('mod++', false)).toEqual([['Ctrl', '+']]);
  });
});

describe('sequences', () => {
  const usual = bindingsOf({});

  it('waits for the second key, then names the command', () => {
    const first = advance([], 'g', usual);
    expect(first).toEqual({ commands: [], pending: ['g'] });
    expect(advance(first.pending, 't', usual)).toEqual({ commands: ['go.timeline'], pending: [] });
  });

  it('reads a key that continues nothing as a first one', () => {
    expect(advance(['g'], 'j', usual).commands).toEqual(['row.next']);
    expect(advance(['g'], 'g', usual).pending).toEqual(['g']);
    expect(advance(['g'], 'x', usual)).toEqual({ commands: [], pending: [] });
  });

  it('follows chosen keys, and none where they were taken off', () => {
    const own = bindingsOf({ 'row.next': ['n'], 'go.map': [] });
    expect(advance([], 'n', own).commands).toEqual(['row.next']);
    expect(advance([], 'j', own).commands).toEqual([]);
    expect(advance(['g'], 'm', own).commands).toEqual([]);
  });
});

describe('the map', () => {
  it('wants no key twice and none that belongs to the browser', () => {
    expect(conflictsOf(bindingsOf({}))).toEqual([]);
    expect(COMMANDS.flatMap(({ keys }) => keys).filter(isReserved)).toEqual([]);
    expect(['mod+w', 'mod+t', 'mod+n', 'mod+l', 'alt+Tab', 'g mod+w'].every(isReserved)).toBe(true);
  });

  it('tells which commands want the same key, or one that begins the other’s', () => {
    expect(conflictsOf(bindingsOf({ 'row.next': ['k'] }))).toEqual([
      { keys: 'k', commands: ['row.next', 'row.previous'] },
    ]);
    const [first] = conflictsOf(bindingsOf({ 'view.toggle': ['g'] }));
    expect(first?.keys).toBe('g');
    expect(first?.commands).toContain('view.toggle');
    expect(first?.commands).toContain('go.timeline');
  });
});
