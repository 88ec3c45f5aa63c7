import type { CommandId } from './commands.ts';

/** What of a keyboard event says which key it is. */
export interface KeyLike {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What else must be known to read a key. */
export interface KeyContext {
  readonly isMac: boolean;
  /** The last letter typed was of a script without a to z: punctuation, too, is then read by its place on the keyboard. */
  readonly isForeign: boolean;
  readonly isAltGraph: boolean;
}

/** The characters that a keyboard of the United States gives, by the key's place: plain, with Shift. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
};

const NON_LATIN = /^(?!\p{Script=Latin})\p{L}$/u;
const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
]);

const byPlace = (event: KeyLike): string | null => {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter !== undefined) return event.shiftKey ? letter : letter.toLowerCase();
  return PLACES[event.code]?.[event.shiftKey ? 1 : 0] ?? null;
};

const isLetter = (key: string): boolean => /^[a-z]$/i.test(key);

/** The character of a key, Caps Lock and width left out; letters of other scripts are read by their place. */
const characterOf = (event: KeyLike, isForeign: boolean): string => {
  const key = event.key.normalize('NFKC');
  if (isLetter(key)) return event.shiftKey ? key.toUpperCase() : key.toLowerCase();
  if (NON_LATIN.test(key) || isForeign) return byPlace(event) ?? key;
  return key;
};

const nextForeign = (event: KeyLike, isForeign: boolean): boolean => {
  if (NON_LATIN.test(event.key.normalize('NFKC'))) return true;
  return isLetter(event.key) ? false : isForeign;
};

/** The modifiers that a stroke is written with; null when a key of the system is held that we never take. */
const modifiersOf = (event: KeyLike, { isMac, isAltGraph }: KeyContext): readonly string[] | null => {
  const isCharacter = isCharacterOf(event);
  // AltGr and the Option key write characters such as `[` on many keyboards: they are then part of the character.
  if (isCharacter && (isAltGraph || (isMac && event.altKey && !isLetter(event.key)))) return [];
  if (isMac ? event.ctrlKey : event.metaKey) return null;
  const isShiftTold = event.shiftKey && (!isCharacter || event.key === ' ');
  const held: readonly (readonly [boolean, string])[] = [
    [isMac ? event.metaKey : event.ctrlKey, 'mod'],
    [event.altKey, 'alt'],
    [isShiftTold, 'shift'],
  ];
  return held.filter(([isHeld]) => isHeld).map(([, name]) => name);
};

const isCharacterOf = ({ key }: KeyLike): boolean => [...key].length === 1;

const nameOf = (event: KeyLike, isForeign: boolean): string => {
  if (event.key === ' ') return 'Space';
  return isCharacterOf(event) ? characterOf(event, isForeign) : event.key;
};

/** A key press as it is written in the map (`j`, `F`, `mod+k`, `shift+Enter`); null for a modifier alone. */
export const strokeOf = (
  event: KeyLike,
  context: KeyContext,
): { readonly stroke: string | null; readonly isForeign: boolean } => {
  const isForeign = nextForeign(event, context.isForeign);
  const modifiers = modifiersOf(event, context);
  const isNone = MODIFIERS.has(event.key) || event.key === 'Unidentified' || modifiers === null;
  return { stroke: isNone ? null : [...modifiers, nameOf(event, isForeign)].join('+'), isForeign };
};

/** Whether a stroke is a character alone, which WCAG 2.1.4 wants to be switched off. */
export const isCharacterKey = (stroke: string): boolean => [...stroke].length === 1;

/** The commands that a stroke completes, and what remains open for the next. */
export const advance = (
  before: readonly string[],
  stroke: string,
  bindings: ReadonlyMap<CommandId, readonly string[]>,
): { readonly commands: readonly CommandId[]; readonly pending: readonly string[] } => {
  const tried = [...before, stroke].join(' ');
  const commands = [...bindings].filter(([, ways]) => ways.includes(tried)).map(([id]) => id);
  if (commands.length > 0) return { commands, pending: [] };
  const isOpen = [...bindings.values()].some((ways) => ways.some((keys) => keys.startsWith(`${tried} `)));
  if (isOpen) return { commands: [], pending: tried.split(' ') };
  return before.length === 0 ? { commands: [], pending: [] } : advance([], stroke, bindings);
};

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const capOf = (part: string, isMac: boolean): readonly string[] => {
  if (part === 'mod') return [isMac ? '⌘' : 'Ctrl'];
  if (part === 'alt') return [isMac ? '⌥' : 'Alt'];
  if (part === 'shift') return ['Shift'];
  if (/^[A-Z]$/.test(part)) return ['Shift', part];
  return [/^[a-z]$/.test(part) ? part.toUpperCase() : (NAMES[part] ?? part)];
};

/** The caps of the keys to press: one list for each stroke of the sequence. */
export const capsOf = (keys: string, isMac: boolean): readonly (readonly string[])[] =>
  keys
    .split(' ')
    .map((stroke) =>
      stroke === '+' ? ['+'] : stroke.split(/\+(?=.)/).flatMap((part) => capOf(part, isMac)),
    );
