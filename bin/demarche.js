#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/program/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  process.stderr.write('error[internal]: the program has not been built\nhint: npm run build\n');
  process.exitCode = 70;
}
