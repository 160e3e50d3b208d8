import type { Unit } from '../../../panels/panel.ts'
import type { CatalogQuery } from '../../../gql/graphql.ts'

/** Something that can be charted, as the catalog of the server tells it. */
export type CatalogDataset = CatalogQuery['datasets'][number]
/** What can be split and filtered by. */
export type CatalogDimension = CatalogDataset['dimensions'][number]
/** What can be counted. */
export type CatalogMeasure = CatalogDataset['measures'][number]

/** A measure as a question names it: of the catalog, or made of such. */
export interface MeasureChoice {
  name: string
  title: string
  description: string
  /** Null: it follows from what is divided. */
  unit: Unit | null
}

const DIVISOR = '<measure>'
const REST = '<name>'

/** A dataset by its name; null when there is none any more. */
export function findDataset(datasets: readonly CatalogDataset[], name: string): CatalogDataset | null {
  return datasets.find((dataset) => dataset.name === name) ?? null
}

/** A measure that a question names, with the measure it is made of; null when the dataset has none such. */
export function findMeasure(
  dataset: CatalogDataset,
  name: string,
): { measure: MeasureChoice; base: CatalogMeasure; divisor: CatalogMeasure | null } | null {
  for (const base of dataset.measures) {
    if (base.name === name) return { measure: base, base, divisor: null }
    const derived = base.derived.find((one) => one.name === name && !isQuotient(one.name))
    if (derived) return { measure: derived, base, divisor: null }
  }
  const [baseName, divisorName] = name.split('.per.')
  const base = dataset.measures.find((one) => one.name === baseName)
  const divisor = dataset.measures.find((one) => one.name === divisorName)
  if (!base || !divisor || base === divisor) return null
  const title = `${base.title} per ${divisor.title}`
  const description = `"${base.title}" divided by "${divisor.title}".`
  return { measure: { name, title, description, unit: null }, base, divisor }
}

/** What a question can count: the measures of a dataset, and with a text also what is made of them, as far as it has that text. */
export function searchMeasures(dataset: CatalogDataset, text: string): MeasureChoice[] {
  if (text.trim() === '') return [...dataset.measures]
  const derived = dataset.measures.flatMap((measure) => measure.derived.filter(({ name }) => !isQuotient(name)))
  return [...dataset.measures, ...derived].filter((measure) => hasText(measure, text))
}

/** Whether a name, title or description has a text, in any case. */
export function hasText({ name, title, description }: Omit<MeasureChoice, 'unit'>, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [name, title, description].some((part) => part.toLowerCase().includes(wanted))
}

/** True for `count.per.<measure>`, which stands for all quotients of a measure. */
export const isQuotient = (name: string): boolean => name.endsWith(`.per.${DIVISOR}`)

/** The quotient of a measure by another one: `quotientOf('failed', 'count')` is 'failed.per.count'. */
export const quotientOf = (measure: string, divisor: string): string => `${measure}.per.${divisor}`

/** What all names of a family begin with, such as `label.`; null for a single dimension. */
export function familyPrefix({ name }: Pick<CatalogDimension, 'name'>): string | null {
  return name.endsWith(REST) ? name.slice(0, -REST.length) : null
}

/** A dimension that a question names, also one of a family, which then has its own name; null when there is none such. */
export function findDimension(dataset: CatalogDataset, name: string): CatalogDimension | null {
  const family = familyOf(dataset, name)
  if (!family) return dataset.dimensions.find((dimension) => dimension.name === name) ?? null
  const rest = name.slice(familyPrefix(family)?.length)
  return { ...family, name, title: `${family.title} ${rest}` }
}

/** The family that a dimension belongs to; null for one that belongs to none. */
export function familyOf(dataset: CatalogDataset, name: string): CatalogDimension | null {
  const found = dataset.dimensions.find((family) => {
    const prefix = familyPrefix(family)
    return prefix !== null && name.startsWith(prefix) && name.length > prefix.length && name !== family.name
  })
  return found ?? null
}

/** What a dimension is called; its name when the dataset has none such. */
export const titleOfDimension = (dataset: CatalogDataset | null, name: string): string =>
  (dataset && findDimension(dataset, name)?.title) ?? name

/** What a measure is called; its name when the dataset has none such. */
export const titleOfMeasure = (dataset: CatalogDataset | null, name: string): string =>
  (dataset && findMeasure(dataset, name)?.measure.title) ?? name

/** What a column of an answer is called: time, a dimension, a measure, or a measure of the compared period. */
export function titleOfColumn(dataset: CatalogDataset, name: string): string {
  if (name === 'time') return 'Time'
  const compared = name.endsWith('_compare') ? findMeasure(dataset, name.slice(0, -'_compare'.length)) : null
  if (compared) return `${compared.measure.title} (compared)`
  return findMeasure(dataset, name)?.measure.title ?? titleOfDimension(dataset, name)
}
