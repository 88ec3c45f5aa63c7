import { error, type PackFinding } from './finding.ts';

const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** A pack is looked through by a person: these sizes are far beyond any that one could check. */
const MAX_NODES = 500_000;
const MAX_CHILDREN = 50_000;
const MAX_DEPTH = 12;
const MAX_TEXT = 2_000;

/** Signs of a regular expression: packs are data, and a pattern in one would be run on every text. */
const PATTERN = /[\\^$|{}[\]*]|\.[+?]|\(\?/;
/** Control characters, and those that turn the direction of what stands beside them. */
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Lists of free prose in which signs of a pattern do no harm. */
const PROSE: ReadonlySet<string> = new Set(['sources', 'unreviewed', '$schema']);

const inText = (path: string, text: string): readonly PackFinding[] => {
  if (text.length > MAX_TEXT) return [error(path, 'too-large', `longer than ${MAX_TEXT} characters`)];
  if (CONTROL.test(text)) return [error(path, 'control-character', 'holds a control character')];
  const isProse = PROSE.has(path.split('.')[0] ?? '');
  return !isProse && PATTERN.test(text)
    ? [error(path, 'pattern', 'looks like a pattern; packs hold plain names')]
    : [];
};

interface Node {
  readonly path: string;
  readonly value: unknown;
  readonly depth: number;
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** The values a node holds; a key that could reach a prototype becomes a finding instead. */
const childrenOf = (node: Node, findings: PackFinding[]): readonly Node[] => {
  if (typeof node.value !== 'object' || node.value === null) return [];
  const entries = Object.entries(node.value);
  if (entries.length > MAX_CHILDREN) {
    findings.push(error(node.path, 'too-large', `more than ${MAX_CHILDREN} values in one list`));
    return [];
  }
  return entries.flatMap(([key, value]) => {
    const path = join(node.path, key.slice(0, 80));
    if (!UNSAFE_KEYS.has(key)) return [{ path, value, depth: node.depth + 1 }];
    findings.push(error(path, 'unsafe-key', `a key may not be ${key}`));
    return [];
  });
};

/** Walks the whole value, without recursion, for sizes and contents that no pack may have. */
export const lintSafety = (value: unknown): readonly PackFinding[] => {
  const findings: PackFinding[] = [];
  const stack: Node[] = [{ path: '', value, depth: 0 }];
  let nodes = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (++nodes > MAX_NODES) return [error('', 'too-large', `more than ${MAX_NODES} values`)];
    if (node.depth > MAX_DEPTH)
      return [error(node.path, 'too-large', `nested deeper than ${MAX_DEPTH} levels`)];
    if (typeof node.value === 'string') findings.push(...inText(node.path, node.value));
    for (const child of childrenOf(node, findings)) stack.push(child);
  }
  return findings;
};
