#!/usr/bin/env node
// Usage: node tools/layers.mjs [FOLDER]
// Checks who imports whom in FOLDER/src and FOLDER/web/src (default: this repository) against .dependency-cruiser.cjs, and fails when fewer
// files were looked at than exist: a tool that sees nothing must not pass.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? root);
const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
/** The trees to look at; a folder without a web application has one. */
const trees = ['src', 'web/src'].filter((tree) => existsSync(join(folder, tree)));
const files = trees.flatMap((tree) =>
  readdirSync(join(folder, tree), { recursive: true }).filter((name) => /\.tsx?$/.test(String(name))),
);

process.chdir(folder);
const { output } = await cruise(
  trees,
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true, tsConfig: undefined },
  { bustTheCache: true },
  { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
);
const { violations, totalCruised } = output.summary;
const sources = output.modules.filter(
  ({ source }) => /\.tsx?$/.test(source) && trees.some((tree) => source.startsWith(`${tree}/`)),
).length;
const unknown = readdirSync(join(folder, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !config.layers.includes(entry.name))
  .map((entry) => entry.name);
for (const name of unknown)
  console.log(
    `no-unknown-folder: src/${name} (name it in .dependency-cruiser.cjs and in docs/architecture.md)`,
  );
for (const { from, to, rule } of violations) console.log(`${rule.name}: ${from} -> ${to}`);
if (sources < files.length) console.log(`only ${sources} of ${files.length} files were looked at`);
console.log(
  `layers: ${sources} files, ${totalCruised} modules, ${violations.length + unknown.length} violations`,
);
process.exitCode = violations.length + unknown.length > 0 || sources < files.length ? 1 : 0;
