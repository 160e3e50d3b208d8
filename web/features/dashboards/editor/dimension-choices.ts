import {
  familyOf,
  familyPrefix,
  findDimension,
  hasText,
  type CatalogDataset,
  type CatalogDimension,
} from './catalog.ts'
import type { PickItem } from './pick-list.tsx'

/** Names that are known of a family, by what they begin with: `label.`. */
export type FamilyNames = ReadonlyMap<string, readonly string[]>

interface DimensionSearch {
  text: string
  names: FamilyNames
  /** SPLIT: what splits an answer. FILTER: what filters it. */
  use: 'SPLIT' | 'FILTER'
  /** What is there already. */
  taken: readonly string[]
}

/**
 * The dimensions to pick from, families with all their known names. A text that is no known name is offered as one, since
 * nobody knows all names. What cannot be picked says why.
 */
export function dimensionChoices(dataset: CatalogDataset, search: DimensionSearch): PickItem[] {
  const { text, names, taken } = search
  const known = dataset.dimensions.flatMap((dimension): CatalogDimension[] => {
    const prefix = familyPrefix(dimension)
    if (prefix === null) return [dimension]
    return (names.get(prefix) ?? []).flatMap((name) => findDimension(dataset, `${prefix}${name}`) ?? [])
  })
  const found = known.filter((dimension) => hasText(dimension, text))
  const written = writtenNames(dataset, text.trim(), known)
  return [...found, ...written]
    .filter(({ name }) => !taken.includes(name))
    .map((dimension) => choiceOf(dataset, dimension, search.use))
}

/** What a text would be the name of in each family. */
function writtenNames(dataset: CatalogDataset, text: string, known: readonly CatalogDimension[]): CatalogDimension[] {
  if (text === '') return []
  return dataset.dimensions.flatMap((family) => {
    const prefix = familyPrefix(family)
    const found = prefix === null ? null : findDimension(dataset, `${prefix}${text}`)
    return found && !known.some(({ name }) => name === found.name) ? [found] : []
  })
}

function choiceOf(dataset: CatalogDataset, dimension: CatalogDimension, use: DimensionSearch['use']): PickItem {
  const { name, title, description, filterOnly } = dimension
  const note = familyOf(dataset, name) ? undefined : description
  if (use === 'FILTER' || !filterOnly) return { id: name, title, note }
  return { id: name, title, isDisabled: true, note: 'Only filters: nearly every row has another value.' }
}
