/** The walls of docs/architecture.md. `scripts/probe-walls.ts` plants one fault for each and expects its name. */

const tests = '\\.test\\.tsx?$';
const typeormFiles = '[./](row|repository|queries|demo)\\.ts$';

/**
 * Rooms of one floor meet at `index.ts`; what stands beside the rooms may be used by all of them.
 * @param {string} name @param {string} floor @param {readonly string[]} common
 */
const roomsMeetAtIndex = (name, floor, common) => ({
  name,
  severity: 'error',
  comment: 'A room uses another through its index.ts.',
  from: { path: `^${floor}/([^/]+)/`, pathNot: [tests, ...common.map((dir) => `^${floor}/${dir}/`)] },
  to: { path: `^${floor}/[^/]+/`, pathNot: [`^${floor}/$1/`, `^${floor}/[^/]+/index\\.tsx?$`, ...common.map((dir) => `^${floor}/${dir}/`)] },
});

export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Rows of TypeORM may name each other; nothing else goes in circles.',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '\\.row\\.ts$' } },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'The built pages are the one thing that may not be there yet.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@baraza/web/server$' },
    },
    {
      name: 'domain-stands-alone',
      severity: 'error',
      comment: 'Pure functions and tables: no package, no other floor, not even node.',
      from: { path: '^packages/domain/src/', pathNot: tests },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'contracts-know-domain-and-zod',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: tests },
      to: { pathNot: ['^packages/(contracts|domain)/src/', 'node_modules/zod/'] },
    },
    {
      name: 'words-know-domain-only',
      severity: 'error',
      from: { path: '^packages/i18n/src/' },
      to: { path: '^(apps|packages/(?!i18n/|domain/|tooling/))' },
    },
    {
      name: 'ui-knows-no-product',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: '^(apps|packages/(?!ui/|tooling/))' },
    },
    {
      name: 'postgres-stands-alone',
      severity: 'error',
      from: { path: '^packages/postgres/' },
      to: { path: '^(apps|packages/(?!postgres/|tooling/))' },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(apps/(api|web)|packages/(?!testing/)[^/]+)/src/', pathNot: [tests, '/testing/'] },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'web-never-reaches-the-server',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/(?!web/)|packages/postgres/)' },
    },
    {
      name: 'server-knows-only-the-built-pages',
      severity: 'error',
      comment: 'The api renders through @baraza/web/server and otherwise knows nothing of the browser.',
      from: { path: '^apps/api/' },
      to: { path: '^(apps/web/(?!dist/)|packages/ui/)' },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: tests },
      to: { path: '^apps/api/src/(?!platform/)' },
    },
    {
      name: 'web-platform-knows-no-room',
      severity: 'error',
      from: { path: '^apps/web/src/platform/', pathNot: tests },
      to: { path: '^apps/web/src/features/' },
    },
    roomsMeetAtIndex('api-rooms-meet-at-index', 'apps/api/src', ['platform', 'database', 'demo', 'bench']),
    roomsMeetAtIndex('web-rooms-meet-at-index', 'apps/web/src/features', []),
    roomsMeetAtIndex('domain-rooms-meet-at-index', 'packages/domain/src', []),
    roomsMeetAtIndex('contract-rooms-meet-at-index', 'packages/contracts/src', []),
    {
      name: 'typeorm-stays-with-rows',
      severity: 'error',
      comment: 'Rows, repositories, queries, demos and the platform; a service is handed its transaction.',
      from: { path: '^apps/', pathNot: [tests, typeormFiles, '^apps/api/src/(platform|database)/', '^apps/api/(test|src/bench)/'] },
      to: { path: 'node_modules/typeorm/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
