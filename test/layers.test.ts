import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs the layer check over a small tree of sources. */
const check = (
  files: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly output: string } => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'src', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools/layers.mjs'), folder], {
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-layers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CLEAN = {
  'lib/a.ts': 'export const a: number = 1;\n',
  'model/b.ts': "import { a } from '../lib/a.ts';\nexport const b: number = a;\n",
};

describe('the layer rules', () => {
  test('a tree that keeps them passes', () => {
    expect(check(CLEAN)).toMatchObject({ status: 0 });
  });

  test('a web application may know shapes, and run what addresses mean', () => {
    const { status, output } = check({
      ...CLEAN,
      'view/desk/address.ts': 'export const read: number = 1;\n',
      'view/desk/types.ts': 'export interface Row { readonly id: string }\n',
      '../web/src/a.tsx':
        "import { read } from '../../src/view/desk/address.ts';\nimport type { Row } from '../../src/view/desk/types.ts';\nexport const a: Row = { id: String(read) };\n",
    });
    expect([status, output]).toEqual([0, expect.stringContaining('layers: 5 files')]);
  });

  test.each([
    [
      'an import against the arrows',
      'layer-lib',
      { 'lib/c.ts': "import { b } from '../model/b.ts';\nexport const c: number = b;\n" },
    ],
    [
      'one stage that imports another',
      'layer-clean',
      {
        'clean/c.ts': "import { d } from '../annotate/d.ts';\nexport const c: number = d;\n",
        'annotate/d.ts': 'export const d: number = 1;\n',
      },
    ],
    [
      'a node module in pure code',
      'pure-core',
      {
        'resolve/c.ts': "import { readFileSync } from 'node:fs';\nexport const c: unknown = readFileSync;\n",
      },
    ],
    [
      'a cycle of types only',
      'no-cycle',
      {
        'model/c.ts': "import type { D } from './d.ts';\nexport interface C { readonly d: D }\n",
        'model/d.ts': "import type { C } from './c.ts';\nexport interface D { readonly c: C }\n",
      },
    ],
    [
      'a web application that runs code of the program',
      'web-values',
      {
        'view/c.ts': 'export const c: number = 1;\n',
        '../web/src/d.tsx': "import { c } from '../../src/view/c.ts';\nexport const d: number = c;\n",
      },
    ],
    [
      'a web application that knows the server',
      'web-types',
      {
        'api/c.ts': 'export interface C { readonly c: 1 }\n',
        '../web/src/d.ts': "import type { C } from '../../src/api/c.ts';\nexport type D = C;\n",
      },
    ],
    [
      'a node module in the web application',
      'web-in-browser',
      { '../web/src/d.ts': "import { join } from 'node:path';\nexport const d: unknown = join;\n" },
    ],
    [
      'a program that knows its web application',
      'no-test-code',
      {
        '../web/src/d.ts': 'export const d: number = 1;\n',
        'app/c.ts': "import { d } from '../../web/src/d.ts';\nexport const c: number = d;\n",
      },
    ],
    ['a folder nobody named', 'no-unknown-folder', { 'misc/c.ts': 'export const c: number = 1;\n' }],
  ])('%s fails as %s', (_, rule, planted) => {
    const { status, output } = check({ ...CLEAN, ...planted });
    expect(output).toContain(`${rule}:`);
    expect(status).toBe(1);
  });
});
