import type { PanelQuery } from '../../../panels/panel.ts'
import { findDimension, findMeasure, type CatalogDataset } from './catalog.ts'

/** The parts of the editor that a refusal can be about. */
export type EditorField =
  'dataset' | 'measures' | 'dimensions' | 'filters' | 'every' | 'range' | 'compare' | 'order' | 'limit'

/** How the server words what is wrong, and where that is put right. The first that fits counts. */
const WORDINGS: readonly (readonly [RegExp, EditorField])[] = [
  [/is not a dataset\b/, 'dataset'],
  [/^(The|A) filters?\b|^A group\b|filters, groups counted/, 'filters'],
  [/^"others"|^"limit"/, 'limit'],
  [/ordered by|orders by|oldest first/, 'order'],
  [/adds up over time|buckets|give "every"/, 'every'],
  [/compares with another period/, 'compare'],
  [/has no meaning|of different values of|its dimensions|\d dimensions:|cannot split an answer/, 'dimensions'],
  [/is not a measure|no measures|its measures|\d measures:|always 1|do not add up/, 'measures'],
  [/time range|is not a duration|^"count" is/, 'range'],
]

/** The part of the editor that a refusal of the server is about; null when it names none. */
export function fieldOfProblem(problem: string, query: PanelQuery): EditorField | null {
  if (/is not a dimension\b/.test(problem)) return isSplit(problem, query) ? 'dimensions' : 'filters'
  return WORDINGS.find(([words]) => words.test(problem))?.[1] ?? null
}

/**
 * A refusal in the words of the page: names of measures and dimensions that stand in quotes become their titles.
 *
 * @example problemWords('"avg" of different values of "name" has no meaning.', dataset) // '“Average” of different values of “Metric” has no meaning.'
 */
export function problemWords(problem: string, dataset: CatalogDataset): string {
  return problem.replaceAll(/"([^"]+)"/g, (written, name: string) => {
    const title = findMeasure(dataset, name)?.measure.title ?? findDimension(dataset, name)?.title
    return title === undefined ? written : `“${title}”`
  })
}

/** Filters and splits name dimensions in the same words: which it is, only the question tells. */
function isSplit(problem: string, { dimensions = [] }: PanelQuery): boolean {
  return dimensions.some((name) => problem.startsWith(JSON.stringify(name)))
}
