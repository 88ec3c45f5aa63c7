import { readFileSync } from 'node:fs';

const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const versionOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
    ? value.version
    : '0.0.0';

/** The version of this package, from its `package.json`. Part of what an extraction depends on. */
export const VERSION: string = versionOf(manifest);
