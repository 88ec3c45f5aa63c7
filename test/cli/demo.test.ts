import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demarche, jsonLines, scratch } from './run.ts';

describe('demo', () => {
  test('--check finds all that a record of the sample coverage should hold, and shows it', async () => {
    const cwd = scratch();
    const { status, out, err } = await demarche(['demo', '--check', '--quiet'], { cwd });
    expect([status, err]).toEqual([0, '']);
    expect(existsSync(join(cwd, '.demo', 'kurils.demarche'))).toBe(true);
    for (const part of [
      'What happened',
      'What was said',
      'marks: ^ cue',
      'demarche timeline --record .demo/kurils.demarche',
    ])
      expect(out).toContain(part);
    const command = /demarche (show s-[0-9a-f]{12} --record \S+)/.exec(out)?.[1] ?? '';
    expect((await demarche(command.split(' '), { cwd })).status).toBe(0);
  });

  test('--keep names the folder, and what lay there before is built anew', async () => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'kept'));
    writeFileSync(join(cwd, 'kept', 'kurils.demarche'), 'left over');
    const { status, out } = await demarche(['demo', '--keep', 'kept', '--json', '--quiet'], { cwd });
    expect([status, jsonLines(out)[0]]).toMatchObject([
      0,
      { file: join('kept', 'kurils.demarche'), report: { known: 0, troubles: [] } },
    ]);
  });
});
