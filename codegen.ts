import type { CodegenConfig } from '@graphql-codegen/cli'

/** Typed documents for the page: `web/gql` is made from the committed schema and from the operations that stand in `web`. */
const config: CodegenConfig = {
  schema: 'api/schema.graphql',
  documents: ['web/**/*.{ts,tsx}', '!web/gql/**', '!web/**/*.test.{ts,tsx}'],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    'web/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        // The page sends hashes; its build writes down which texts they stand for.
        persistedDocuments: { hashAlgorithm: 'sha256' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown', Duration: 'string' },
      },
    },
  },
}

// The tool asks for a default export.
export default config
