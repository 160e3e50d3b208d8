import type { DocumentNode } from 'graphql'

/** What stands for the text of an operation. The server looks it up in `operations.json`, which the build writes. */
export interface Reference {
  persistedQuery: { version: 1; sha256Hash: string }
}

/** The reference to a document that code generation knows. None in development, where the page changes under the server. */
export function reference(document: DocumentNode): Reference | undefined {
  const { __meta__: meta } = document as { __meta__?: { hash?: string } }
  return import.meta.env.PROD && meta?.hash ? { persistedQuery: { version: 1, sha256Hash: meta.hash } } : undefined
}
