/**
 * Who may import whom: docs/architecture.md, "Layers". `lib <- model <- language <- stages, store, view <- app <- cli`.
 * Types count. A folder of `src/` that is not named here fails the check.
 */
const LAYERS = [
  'lib',
  'model',
  'language',
  'acquire',
  'clean',
  'annotate',
  'resolve',
  'record',
  'store',
  'view',
  'app',
  'cli',
];
const STAGES = ['acquire', 'clean', 'annotate', 'resolve', 'record', 'store', 'view'];
const PURE = ['lib', 'model', 'language', 'clean', 'annotate', 'resolve', 'record', 'view'];
const at = (names) => `^src/(?:${names.join('|')})/`;
/** `from` may import only from `to` inside `src/`. */
const only = (from, to) => ({
  name: `layer-${from}`,
  severity: 'error',
  comment: `${from} may import only ${[from, ...to].join(', ')}`,
  from: { path: at([from]) },
  to: { path: '^src/', pathNot: at([from, ...to]) },
});

module.exports = {
  /** The folders of `src/`; tools/layers.mjs refuses any other. */
  layers: LAYERS,
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('lib', []),
    only('model', ['lib']),
    only('language', ['lib', 'model']),
    ...STAGES.map((stage) => only(stage, ['lib', 'model', 'language'])),
    only('app', ['lib', 'model', 'language', ...STAGES]),
    only('cli', ['lib', 'model', 'language', 'view', 'app']),
    {
      name: 'pure-core',
      severity: 'error',
      comment: 'runs in a browser: no node:* module',
      from: { path: at(PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'drivers-in-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: 'node_modules/(libsql|kysely|pg)/' },
    },
    {
      name: 'no-test-code',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|eval|bench|tools)/' },
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
