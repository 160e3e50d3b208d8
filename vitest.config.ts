import { defineConfig } from 'vitest/config'

/**
 * All tests run with one command. `x.test.ts` does no input or output, `x.db.test.ts` uses the database server that
 * `testing-server.ts` starts, `x.e2e.test.ts` drives a browser.
 */
// The tool asks for a default export.
export default defineConfig({
  // As Node does: with its `module` field there would be two copies of graphql, and errors of one are strangers to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['api/**/*.test.ts', 'analytics/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    globalSetup: 'api/db/testing-server.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes at once, and on a busy machine later: the usual second is over before.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: process.env.TEST_RESULTS ?? 'test-results/results.json' },
  },
})
