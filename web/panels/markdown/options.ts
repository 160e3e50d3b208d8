import { readStored, readText } from '../read-options.ts'

/** Options of a text: Markdown, with tables and lists of tasks as GitHub writes them. */
export type MarkdownOptions = { text: string }

/** Reads stored options. */
export const readMarkdownOptions = (stored: unknown): MarkdownOptions => ({ text: readText(readStored(stored).text) })
