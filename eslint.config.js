import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Node strips types and cannot strip an enum: use a const array.',
}
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }
const sqlElsewhere = {
  selector: 'TaggedTemplateExpression[tag.name=/^(sql|tx)$/]',
  message:
    'SQL stands in queries.ts, in the metrics compiler, in api/db, in demos and benchmarks of storage, and in tests.',
}
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only api/config.ts reads the environment.',
}
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'analytics/ reads no clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'analytics/ reads no clock.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'analytics/ draws no random numbers.',
  },
  { selector: 'AwaitExpression', message: 'analytics/ is synchronous.' },
]
const always = [noEnum, noDefault]
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing*.ts']
const tools = ['*.config.{js,ts}', 'codegen.ts', 'web/vite.config.ts', '.dependency-cruiser.cjs']

export default tseslint.config(
  { ignores: ['node_modules', 'web/dist', 'web/gql', 'test-results', '.tachograph'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...always, sqlElsewhere, environment],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['analytics/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...always, sqlElsewhere, environment, ...impure] },
  },
  {
    files: [
      'api/**/queries.ts',
      'api/**/queries/*.ts',
      'api/features/metrics/**/*.ts',
      'api/db/**/*.ts',
      'api/server/health.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...always, environment] },
  },
  { files: ['api/config.ts'], rules: { 'no-restricted-syntax': ['error', ...always, sqlElsewhere] } },
  { files: ['web/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: [...tests, 'api/benchmarks/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...always], 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
  { files: ['api/schema/print.ts', 'api/main.ts', 'api/cli.ts', 'api/cli/*.ts'], rules: { 'no-console': 'off' } },
  { files: tools, rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-require-imports': 'off' } },
)
