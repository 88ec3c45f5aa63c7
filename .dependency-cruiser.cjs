/**
 * Who may import whom: docs/architecture.md, "Layers". `lib <- model <- language <- stages, store, view <- app <- api <- cli`;
 * `web` may import types of view and model, and what the address of a desk means. Types count. A folder of `src/` that is not named here fails the check.
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
  'api',
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
    only('api', ['lib', 'model', 'view', 'app']),
    only('cli', ['lib', 'model', 'language', 'view', 'app', 'api']),
    {
      name: 'pure-core',
      severity: 'error',
      comment: 'runs in a browser: no node:* module',
      from: { path: at(PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-types',
      severity: 'error',
      comment: 'web may import from src/ only what view and model say of shapes',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: at(['view', 'model']) },
    },
    {
      name: 'web-values',
      severity: 'error',
      comment: 'code of src/ that web may run: addresses, anchors, and the lists of names that they rest on',
      from: { path: '^web/' },
      to: {
        path: '^src/',
        pathNot: '^src/view/desk/(?:address|anchor|types)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-in-browser',
      severity: 'error',
      comment: 'runs in a browser: no node:* module',
      from: { path: '^web/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'http-in-api',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/api/' },
      to: { path: 'node_modules/(hono|@hono)/' },
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
      to: { path: '^(test|eval|bench|tools|web)/' },
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
