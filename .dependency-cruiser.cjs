// Who may import whom. One rule, one sentence in `comment`. Run: npm run check:imports
const TEST = '[.]test[.]tsx?$|/testing[a-z-]*[.]ts$|^web/testing/'
const START =
  '^(api/(main|cli)[.]ts|api/cli/|api/schema/print[.]ts|api/benchmarks/|api/analyst/worker[.]ts|web/main[.]tsx)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means two files are one file. Merge them or invert one import.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'The import does not exist on disk or in package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-deps-in-product',
      severity: 'error',
      comment: 'The server may not use devDependencies: production does not install them.',
      from: { path: '^(api|analytics)/', pathNot: [TEST, '^api/benchmarks/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-dead-code',
      severity: 'error',
      comment:
        'Not reachable from a start, a benchmark or the page: wire it in or delete it. Costs wait for their data: connectors.',
      from: { path: START },
      to: {
        path: '^(api|analytics|web)/',
        pathNot: [TEST, '[.]d[.]ts$', '[.]config[.]ts$', START, '^web/(gql|public)/', '^analytics/costs/'],
        reachable: false,
      },
    },
    {
      name: 'product-not-to-tests',
      severity: 'error',
      comment: 'Product code never imports tests or test helpers.',
      from: { pathNot: TEST },
      to: { path: TEST },
    },

    {
      name: 'analytics-is-pure',
      severity: 'error',
      comment: 'analytics/ is arithmetic: itself and simple-statistics, no Node, no database, no GraphQL.',
      from: { path: '^analytics/', pathNot: TEST },
      to: { pathNot: ['^analytics/', '^node_modules/simple-statistics/'] },
    },
    {
      name: 'web-sees-only-graphql',
      severity: 'error',
      comment: 'web/ knows the server through api/schema.graphql and codegen only.',
      from: { path: '^web/', pathNot: TEST },
      to: { path: '^(api|analytics|migrations)/' },
    },
    {
      name: 'api-not-to-web',
      severity: 'error',
      comment: 'The server never imports the browser; reports may import the pure pictures.',
      from: { path: '^api/', pathNot: TEST },
      to: { path: '^web/', pathNot: '^web/(charts|panels)/([^/]+/picture|picture/svg|index)[.]ts$' },
    },

    {
      name: 'feature-by-its-front-door',
      severity: 'error',
      comment: 'Import another feature through its index.ts only.',
      from: { path: '^api/features/([^/]+)/', pathNot: TEST },
      to: { path: '^api/features/', pathNot: ['^api/features/$1/', '/index[.]ts$'] },
    },
    {
      name: 'outside-feature-by-its-front-door',
      severity: 'error',
      comment: 'Import a feature, ingest or rollups through its index.ts only.',
      from: { path: '^api/', pathNot: ['^api/features/', '^api/(ingest|rollups)/', TEST] },
      to: { path: '^api/(features|ingest|rollups)/', pathNot: ['/index[.]ts$'] },
    },
    {
      name: 'server-above-features',
      severity: 'error',
      comment: 'Features do not know how they are served.',
      from: { path: '^api/(features|ingest|rollups|schema|db|lib)/', pathNot: TEST },
      to: { path: '^api/(server|cli|demo)/' },
    },
    {
      name: 'lib-below-all',
      severity: 'error',
      comment: 'lib knows nothing of the product but its own files.',
      from: { path: '^api/lib/', pathNot: TEST },
      to: { path: '^api/', pathNot: '^api/lib/' },
    },
    {
      name: 'web-features-are-islands',
      severity: 'error',
      comment: 'web features never import each other; compose them in web/app/.',
      from: { path: '^web/features/([^/]+)/' },
      to: { path: '^web/features/', pathNot: '^web/features/$1/' },
    },
    {
      name: 'shared-web-not-to-features',
      severity: 'error',
      comment: 'ui, lib, charts and panels are below features and app.',
      from: { path: '^web/(ui|lib|charts|panels)/' },
      to: { path: '^web/(features|app)/' },
    },
    {
      name: 'ui-below-charts',
      severity: 'error',
      comment: 'ui and lib know nothing about charts.',
      from: { path: '^web/(ui|lib)/' },
      to: { path: '^web/charts/' },
    },
    {
      name: 'charts-below-panels',
      severity: 'error',
      comment: 'ui, lib and charts know nothing about panels.',
      from: { path: '^web/(ui|lib|charts)/' },
      to: { path: '^web/panels/' },
    },
    {
      name: 'charts-take-data-not-queries',
      severity: 'error',
      comment: 'A chart is (data, options) -> picture. No GraphQL client, no generated operations.',
      from: { path: '^web/(charts|panels)/' },
      to: { path: '^(node_modules/(@urql|urql)|web/gql)/' },
    },
    {
      name: 'chart-is-an-island',
      severity: 'error',
      comment: 'A chart imports its own folder, the contract, the shapes of pictures and shared lib; never a sibling.',
      from: { path: '^web/charts/([^/]+)/', pathNot: TEST },
      to: { path: '^web/charts/[^/]+/', pathNot: '^web/charts/($1|picture)/' },
    },
    {
      name: 'panel-is-an-island',
      severity: 'error',
      comment: 'A kind of panel imports its own folder, the contract, charts and ui; never a sibling.',
      from: { path: '^web/panels/([^/]+)/', pathNot: TEST },
      to: { path: '^web/panels/[^/]+/', pathNot: '^web/panels/$1/' },
    },

    {
      name: 'driver-only-in-db',
      severity: 'error',
      comment: 'The postgres driver is opened in api/db/; benchmarks compare with it.',
      from: { pathNot: ['^api/db/', '^api/benchmarks/', TEST] },
      to: { path: '^node_modules/postgres/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'db-handle-only-at-start',
      severity: 'error',
      comment: 'Only a start and api/db create a connection; everyone else receives `sql` as an argument.',
      from: { path: '^api/', pathNot: [START, '^api/db/', '^api/start/', TEST] },
      to: { path: '^api/db/client[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'config-only-at-start',
      severity: 'error',
      comment: 'Only a start reads the configuration; pass values down.',
      from: { pathNot: [START, '^api/start/', TEST] },
      to: { path: '^api/config[.]ts$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/(dist|gql)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.d.ts', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
