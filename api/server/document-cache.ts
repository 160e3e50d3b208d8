import type { DocumentNode } from 'graphql'

const MOST_DOCUMENTS = 256
/** A document takes a hundred times the memory of its text. Programs repeat short ones. */
const LONGEST_TEXT = 4 * 1024

/** What was read lately, so that it is not read and validated again. It stays small whatever is sent. */
export function makeDocumentCache() {
  const documents = new Map<string, DocumentNode>()
  const documentCache = {
    get(text: string) {
      const found = documents.get(text)
      if (found && documents.delete(text)) documents.set(text, found)
      return found
    },
    set(text: string, document: DocumentNode) {
      if (text.length > LONGEST_TEXT) return
      documents.set(text, document)
      if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value!)
    },
  }
  // What cannot be read is not remembered.
  return { documentCache, errorCache: { get: () => undefined, set: () => {} } }
}
