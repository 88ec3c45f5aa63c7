import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RULE_NOTES, STANDING_RULES, STANDINGS } from './rule-notes.ts';

/** A rule as the code or the knowledge states it. */
export interface RuleRow {
  readonly id: string;
  readonly about: string;
  readonly where: string;
}

const LITERAL = /'([a-z]+(?:\/[a-z0-9-]+)+@\d+)'/g;
const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

/** The comment that ends right before `at`, on one line; empty when there is none. */
const commentBefore = (source: string, at: number): string => {
  const before = source.slice(0, at);
  const start = before.lastIndexOf('/**');
  const end = before.lastIndexOf('*/');
  const between = before.slice(end + 2);
  if (start < 0 || end < start || between.split('\n').length > 3 || between.includes(';')) return '';
  return before
    .slice(start + 3, end)
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
};

const isInComment = (source: string, at: number): boolean => {
  const line = source.slice(source.lastIndexOf('\n', at) + 1, at);
  return /^\s*(?:\*|\/\*|\/\/)/.test(line);
};

const literalRules = (file: string, where: string): readonly RuleRow[] => {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(LITERAL)]
    .filter((match) => !isInComment(source, match.index))
    .map((match) => ({ id: match[1] ?? '', about: commentBefore(source, match.index), where }));
};

const NOTES = 'tools/rule-notes.ts';

/** The version that the notes give a rule of attribution. */
const versionOf = (name: string): string =>
  Object.keys(RULE_NOTES)
    .find((id) => id.startsWith(`attribution/LANGUAGE/${name}@`))
    ?.replace(/.*@/, '') ?? '1';

const familyRules = (): readonly RuleRow[] => [
  ...Object.entries(RULE_NOTES).map(([id, about]) => ({ id, about, where: NOTES })),
  ...STANDING_RULES.flatMap((name) =>
    Object.entries(STANDINGS).map(([standing, about]) => ({
      id: `attribution/LANGUAGE/${name}-${standing}@${versionOf(name)}`,
      about: `As \`${name}\`; ${about}`,
      where: NOTES,
    })),
  ),
];

interface TimeRules {
  readonly rules: readonly { readonly name: string; readonly version: number; readonly example: string }[];
}

const timeRules = (root: string): readonly RuleRow[] =>
  ['en', 'ru', 'ja'].flatMap((language) => {
    const where = `knowledge/${language}/time.json`;
    const { rules } = JSON.parse(readFileSync(join(root, where), 'utf8')) as TimeRules;
    return rules.map(({ name, version, example }) => ({
      id: `time/${language}/${name}@${version}`,
      about: example,
      where,
    }));
  });

/** Every rule of the sources and of knowledge, each once, by id. */
export const rulesOf = (root: string): readonly RuleRow[] => {
  const literal = sourceFiles(join(root, 'src')).flatMap((file) => literalRules(file, relative(root, file)));
  const rows = new Map<string, RuleRow>();
  for (const row of [...literal, ...familyRules(), ...timeRules(root)]) {
    const held = rows.get(row.id);
    if (held === undefined || (held.about === '' && row.about !== '')) rows.set(row.id, row);
  }
  return [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The page of rules in Markdown. */
export const rulesReference = (rows: readonly RuleRow[]): string => {
  const layers = [...new Set(rows.map(({ id }) => id.split('/')[0] ?? ''))];
  const sections = layers.flatMap((layer) => [
    `## ${layer}`,
    '',
    '| rule | what it reads | where |',
    '|---|---|---|',
    ...rows
      .filter(({ id }) => id.startsWith(`${layer}/`))
      .map(({ id, about, where }) => `| \`${id}\` | ${cell(about)} | \`${where}\` |`),
    '',
  ]);
  const head = [
    '# Rules',
    '',
    '<!-- Written by `npx tsx tools/build-rules-docs.ts`; do not edit. -->',
    '',
    'Every annotation and every reading names the rule that decided it, with its version: `layer/language/name@version`.',
    'Changing what a rule does raises its version. `LANGUAGE` stands for the language of the article. Marks show the span read.',
    '',
  ];
  return `${[...head, ...sections].join('\n').trimEnd()}\n`;
};
