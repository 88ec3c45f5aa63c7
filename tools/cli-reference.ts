import type { Argument, Command, Option } from 'commander';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const argumentRow = ({ name, description }: { name: string; description: string }): string =>
  `| \`${name}\` | ${cell(description)} |`;

const argumentName = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const optionText = (option: Option): string => {
  const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
  return `${option.description}${choices}`;
};

const rowsOf = (title: string, rows: readonly string[]): readonly string[] =>
  rows.length === 0 ? [] : [`| ${title} | |`, '|---|---|', ...rows, ''];

const usageOf = (command: Command, path: string): string => {
  const parts = [path, ...command.registeredArguments.map(argumentName)];
  if (command.options.length > 0) parts.push('[options]');
  return parts.join(' ');
};

const sectionOf = (command: Command, path: string): readonly string[] => [
  `## ${path}`,
  '',
  command.description(),
  '',
  '```text',
  usageOf(command, path),
  '```',
  '',
  ...rowsOf(
    'argument',
    command.registeredArguments.map((argument) =>
      argumentRow({ name: argumentName(argument), description: argument.description }),
    ),
  ),
  ...rowsOf(
    'option',
    command.options.map((option) => argumentRow({ name: option.flags, description: optionText(option) })),
  ),
];

const leaves = (command: Command, path: string): readonly (readonly [Command, string])[] =>
  command.commands.length === 0
    ? [[command, path]]
    : command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`));

/** The reference page of the command line in Markdown, written out of the program itself. */
export const referenceOf = (program: Command): string => {
  const commands = leaves(program, program.name());
  const lines = [
    '# The command line',
    '',
    '<!-- Written by `npx tsx tools/build-cli-docs.ts`; do not edit. -->',
    '',
    program.description(),
    '',
    ...rowsOf(
      'command',
      commands.map(([command, path]) => argumentRow({ name: path, description: command.summary() })),
    ),
    'Exit statuses and error codes: [codes.md](codes.md). Output of `demarche extract`: [extract.md](extract.md).',
    '',
    '## Options of every command',
    '',
    ...rowsOf(
      'option',
      program.options.map((option) => argumentRow({ name: option.flags, description: optionText(option) })),
    ),
    'Colour is used on a terminal; `NO_COLOR` turns it off, `FORCE_COLOR` on. `DEMARCHE_RECORD` names the record,',
    '`DEMARCHE_DEBUG=1` shows where an error arose.',
    '',
    ...commands.flatMap(([command, path]) => sectionOf(command, path)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};
