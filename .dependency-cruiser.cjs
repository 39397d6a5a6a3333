// The borders of the house. Every rule has a name and a reason; ARCHITECTURE.md tells what the
// layers are.

/** From low to high: a layer imports itself and lower ones only. */
const LAYERS = [
  'kernel',
  'statement',
  'store',
  'ledger',
  'jobs',
  'accounts',
  'duties',
  'modules',
  'backup',
  'entry',
]

const DOORS = ['web', 'api', 'cli', 'worker']

/** Which module uses which other one. Without a line here a module stands by itself. */
const USES = { practice: ['lists'], registry: ['lists', 'practice'] }

const TESTS = '\\.test\\.tsx?$'

const layers = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `layer-${layer}`,
  comment: `${layer} knows only itself and the layers below it, so that it can be read and tested without the rest.`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: TESTS },
  to: { path: `^src/(${LAYERS.slice(index + 1).join('|')})/` },
}))

const doors = DOORS.map((door) => ({
  name: `door-${door}`,
  comment: `The doors do not know each other: what ${door} shares with another belongs in a layer below.`,
  severity: 'error',
  from: { path: `^src/entry/${door}/`, pathNot: TESTS },
  to: { path: `^src/entry/(${DOORS.filter((other) => other !== door).join('|')})/` },
}))

const uses = Object.entries(USES).map(([module, others]) => ({
  from: { path: `^src/modules/${module}/` },
  to: { path: `^src/modules/(${[module, ...others].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...layers,
    ...doors,
    {
      name: 'no-cycle',
      comment: 'What goes round cannot be understood in parts; imports of types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-imports-nothing',
      comment:
        'Everybody shares the kernel, so nobody may have to take anything along with it; paths and files come with Node.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TESTS },
      to: { pathNot: ['^src/kernel/', '^(path|fs)$'] },
    },
    {
      name: 'statement-is-pure',
      comment:
        'The compiler takes text and gives a plan, the same one every time: no files, network, database or other program.',
      severity: 'error',
      from: { path: '^src/statement/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'statement-knows-few-packages',
      comment: 'Reading YAML and checking shapes is all that the compiler needs from others.',
      severity: 'error',
      from: { path: '^src/statement/', pathNot: TESTS },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/(yaml|zod)/' },
    },
    {
      name: 'driver-in-store',
      comment: 'The store is the only code that knows how to talk to PostgreSQL.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/store/', TESTS] },
      to: {
        path: '(^|/)node_modules/(pg|pg-[^/]+|@types/pg)/',
        pathNot: '(^|/)node_modules/pg-boss/',
      },
    },
    {
      name: 'kysely-in-store',
      comment:
        'Doors, compiler and kernel write no queries: those stand in the layers between, where the store sends them. Types are free.',
      severity: 'error',
      from: { path: '^src/(kernel|statement|entry)/', pathNot: TESTS },
      to: { path: '(^|/)node_modules/kysely/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'queue-in-jobs',
      comment: 'One layer knows the queue, so that it can be replaced and its tables stay its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/jobs/', TESTS] },
      to: { path: '(^|/)node_modules/pg-boss/' },
    },
    {
      name: 'server-through-its-face',
      comment:
        'The embedded server is started by store/server.ts; its parts are nobody else’s business.',
      severity: 'error',
      from: { path: '^(src|tests|bench|scripts)/', pathNot: ['^src/store/server(/|\\.)'] },
      to: { path: '^src/store/server/' },
    },
    {
      name: 'duties-know-no-module',
      comment: 'Duties work on the catalogue, so that a new module gets them for free.',
      severity: 'error',
      from: { path: '^src/(duties|ledger|store)/', pathNot: TESTS },
      to: { path: '^src/modules/' },
    },
    {
      name: 'module-uses-are-declared',
      comment: 'A module uses another only when the table USES says so.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: uses.map(({ from }) => from.path) },
      to: { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/$1/' },
    },
    ...uses.map(({ from, to }, index) => ({
      name: `module-uses-${index + 1}`,
      comment: 'A module uses another only when the table USES says so.',
      severity: 'error',
      from,
      to: { path: '^src/modules/[^/]+/', pathNot: to.path },
    })),
    {
      name: 'module-through-its-face',
      comment:
        'What a module shows to others stands in its index.ts, and its words in vocabulary.ts; all else may change freely.',
      severity: 'error',
      from: { path: '^src/(modules/([^/]+)|[^/]+)/', pathNot: TESTS },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/[^/]+/(index|vocabulary)\\.ts$', '^src/modules/$2/'],
      },
    },
    {
      name: 'components-know-no-data',
      comment: 'Components draw what they are given; pages read and act.',
      severity: 'error',
      from: { path: '^src/entry/web/components/', pathNot: TESTS },
      to: {
        path: '^src/',
        pathNot: ['^src/kernel/', '^src/entry/web/(components/|jsx/|[^/]+$)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What runs for people does not lean on what runs for tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: `(^tests/)|(${TESTS})` },
    },
    {
      name: 'no-development-packages-in-the-product',
      comment: 'An installation without development packages must run.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that only comes along with another can disappear at any update.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that leads nowhere is seen here before it is seen by users.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    // TypeScript 7 has no programming interface; without swc no module at all would be read.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.d.ts'],
    },
  },
}
