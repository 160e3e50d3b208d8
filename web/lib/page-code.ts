/** Vite's words for a stylesheet, then those of Chrome, Firefox and Safari for a script. */
const WORDS = /^Unable to preload CSS|dynamically imported module|^Importing a module script failed/i

/**
 * True when a part of the page's own code could not be fetched: the server is away, or it has a newer page by now. The page
 * has to be loaded anew then, because browsers and Vite remember what failed.
 */
export function isCodeMissing(error: unknown): boolean {
  return error instanceof Error && WORDS.test(error.message)
}
