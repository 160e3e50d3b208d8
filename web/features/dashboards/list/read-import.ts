/** What somebody gave to import: a value to send, or why it cannot be read. */
export type ReadImport = { document: unknown } | { problem: string }

/** Reads the text of an export. What is wrong inside of it is for the server to say. */
export function readImport(text: string): ReadImport {
  if (text.trim() === '') return { problem: 'Choose a file, or paste what is in it.' }
  try {
    return { document: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: `This is no JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}
