import type { VariableDocument } from '../document.ts'
import { findDimension, type CatalogDataset } from './catalog.ts'

/** A new variable over a dimension, with a name that none of the others has. */
export function newVariable(
  dataset: CatalogDataset,
  dimension: string,
  others: readonly VariableDocument[],
): VariableDocument {
  const title = findDimension(dataset, dimension)?.title ?? dimension
  const name = freeName(dimension.slice(dimension.indexOf('.') + 1), others)
  return { name, title, dimension, dataset: dataset.name, values: [], multiple: true }
}

/** The variable over another dimension: its values were those of the old one, and so was a title that nobody wrote. Its name stays, since addresses have it. */
export function withDimension(
  variable: VariableDocument,
  dimension: string,
  { from, to }: { from: CatalogDataset | null; to: CatalogDataset },
): VariableDocument {
  const before = from && findDimension(from, variable.dimension)?.title
  const title = variable.title === before ? (findDimension(to, dimension)?.title ?? dimension) : variable.title
  return { ...variable, title, dimension, dataset: to.name, values: [] }
}

/** The variable with one value, or with several. */
export function withMultiple(variable: VariableDocument, multiple: boolean): VariableDocument {
  return { ...variable, multiple, values: multiple ? variable.values : variable.values.slice(0, 1) }
}

/** A name for addresses: `region`, or `region-2` where there is one. */
function freeName(wanted: string, others: readonly VariableDocument[]): string {
  const plain = wanted.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') || 'variable'
  const taken = new Set(others.map(({ name }) => name))
  if (!taken.has(plain)) return plain
  const numbers = others.map((_, index) => `${plain}-${index + 2}`)
  return numbers.find((name) => !taken.has(name)) ?? plain
}
