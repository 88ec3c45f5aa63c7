/** Where a command stands on the keyboard map. */
export const COMMAND_GROUPS = ['go', 'rows', 'list', 'time', 'claim', 'desk'] as const;
/** One group of the map. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

interface Entry {
  readonly id: string;
  /** Ways to press it: `j`, `F` (with Shift), `mod+k` (Ctrl, or Command on a Mac), `g t` (one after the other). */
  readonly keys: readonly string[];
  readonly group: CommandGroup;
}

/** Every command that the keyboard gives, with its keys unless somebody chose others. Its words are `command.<id>`. */
export const COMMANDS = [
  { id: 'jump.open', keys: ['/', 'mod+k'], group: 'go' },
  { id: 'go.overview', keys: ['g o'], group: 'go' },
  { id: 'go.timeline', keys: ['g t'], group: 'go' },
  { id: 'go.statements', keys: ['g s'], group: 'go' },
  { id: 'go.sources', keys: ['g u'], group: 'go' },
  { id: 'go.map', keys: ['g m'], group: 'go' },
  { id: 'go.jobs', keys: ['g i'], group: 'go' },
  { id: 'row.next', keys: ['j', 'ArrowDown'], group: 'rows' },
  { id: 'row.previous', keys: ['k', 'ArrowUp'], group: 'rows' },
  { id: 'row.open', keys: ['Enter'], group: 'rows' },
  { id: 'row.preview', keys: ['Space'], group: 'rows' },
  { id: 'back', keys: ['Escape'], group: 'rows' },
  { id: 'facets.toggle', keys: ['f'], group: 'list' },
  { id: 'filters.clear', keys: ['F'], group: 'list' },
  { id: 'view.toggle', keys: ['v'], group: 'list' },
  { id: 'asof.previous', keys: ['['], group: 'time' },
  { id: 'asof.next', keys: [']'], group: 'time' },
  { id: 'window.earlier', keys: ['{'], group: 'time' },
  { id: 'window.later', keys: ['}'], group: 'time' },
  { id: 'copy.citation', keys: ['c'], group: 'claim' },
  { id: 'copy.link', keys: ['C'], group: 'claim' },
  { id: 'highlights.more', keys: ['+', '='], group: 'claim' },
  { id: 'highlights.less', keys: ['-'], group: 'claim' },
  { id: 'density.toggle', keys: ['d'], group: 'desk' },
  { id: 'theme.toggle', keys: ['T'], group: 'desk' },
  { id: 'help.open', keys: ['?'], group: 'desk' },
] as const satisfies readonly Entry[];

/** A command of the keyboard map. */
export type CommandId = (typeof COMMANDS)[number]['id'];

/** Keys that somebody chose instead of the usual ones; an empty list takes a command off the keyboard. */
export type KeyChoices = Readonly<Partial<Record<CommandId, readonly string[]>>>;

/** Whether a text names a command. */
export const isCommandId = (text: string): text is CommandId => COMMANDS.some(({ id }) => id === text);

/** The keys of every command, as chosen or as usual. */
export const bindingsOf = (choices: KeyChoices): ReadonlyMap<CommandId, readonly string[]> =>
  new Map(COMMANDS.map(({ id, keys }) => [id, choices[id] ?? keys]));

/** Strokes that belong to the browser or the system and are never taken. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['w', 't', 'n', 'l', 'r', 'q', 'c', 'x', 'v', 'a', 'f', 'p', 's', 'W', 'T', 'N', 'C', 'V'].map(
    (key) => `mod+${key}`,
  ),
  'alt+Tab',
  'alt+F4',
  'mod+Tab',
  'mod+shift+Tab',
  'Tab',
  'shift+Tab',
  'F5',
  'F11',
  'F12',
]);

/** Whether a way to press a command holds a stroke that is never taken. */
export const isReserved = (keys: string): boolean => keys.split(' ').some((stroke) => RESERVED.has(stroke));

/** Keys that more than one command answers to, or that begin a longer way of another command. */
export interface KeyConflict {
  readonly keys: string;
  readonly commands: readonly CommandId[];
}

/** The keys that two commands want, in the order of the map. */
export const conflictsOf = (bindings: ReadonlyMap<CommandId, readonly string[]>): readonly KeyConflict[] => {
  const all = [...bindings].flatMap(([command, ways]) => ways.map((keys) => ({ command, keys })));
  const found = new Map<string, Set<CommandId>>();
  for (const { command, keys } of all) {
    const rivals = all.filter(
      (other) => other.command !== command && (other.keys === keys || other.keys.startsWith(`${keys} `)),
    );
    if (rivals.length > 0)
      found.set(
        keys,
        new Set([...(found.get(keys) ?? []), command, ...rivals.map((rival) => rival.command)]),
      );
  }
  return [...found].map(([keys, commands]) => ({ keys, commands: [...commands] }));
};
