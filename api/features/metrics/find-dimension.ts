import { badInput } from '../../schema/errors.ts'
import { quoted } from '../../lib/nearest.ts'
import { isStorable } from '../../lib/search-text.ts'
import type { Dataset, Dimension, DimensionFamily } from './catalog.ts'
import { findDataset } from './find-dataset.ts'
import { MAX_DIMENSIONS, MAX_LABEL_NAME_LENGTH } from './limits.ts'
import { refuseTooMany } from './refuse-too-many.ts'
import { unknownName } from './unknown-name.ts'

/** The dimensions to split by. Throws badInput for one that is unknown, there twice, too much, or only filters. */
export function findDimensions(dataset: Dataset, names: readonly string[]): Dimension[] {
  refuseTooMany('dimensions', names, MAX_DIMENSIONS)
  return names.map((name) => {
    const found = findDimension(dataset, name)
    if (!found.filterOnly) return found
    throw badInput(`${quoted(name)} cannot split an answer, nearly every row has another value: use it in a filter.`)
  })
}

/** A dimension by its name. Throws badInput when there is none, with the nearest. */
export function findDimension(dataset: Dataset, name: string): Dimension {
  const found = dataset.dimensions.find((dimension) => dimension.name === name)
  if (found) return found
  const family = dataset.families.find(({ prefix }) => name.startsWith(prefix))
  if (family) return family.make(restOfName(family, name))
  const names = dataset.dimensions.map((dimension) => dimension.name)
  const inFamilies = dataset.families.map((one) => likeIn(one, name))
  throw unknownName(`dimension of the dataset "${dataset.name}"`, name, [...names, ...inFamilies])
}

/** Whether a dataset has a dimension of this name. Throws badInput when there is no such dataset. */
export function hasDimension(dataset: string, name: string): boolean {
  const { dimensions, families } = findDataset(dataset)
  return (
    dimensions.some((dimension) => dimension.name === name) || families.some(({ prefix }) => name.startsWith(prefix))
  )
}

function restOfName({ prefix, pattern }: DimensionFamily, name: string): string {
  const rest = name.slice(prefix.length)
  if (isUsable(rest)) return rest
  const limits = `1 to ${MAX_LABEL_NAME_LENGTH} characters, none of them NUL or half of one`
  throw badInput(`${quoted(name)} is not a dimension: write ${pattern} with a name of ${limits}.`)
}

/** The name in a family that a mistyped one is like: `label.region` for `lable.region`. */
function likeIn({ prefix, pattern }: DimensionFamily, name: string): string {
  const rest = name.slice(name.indexOf('.') + 1)
  return name.includes('.') && isUsable(rest) ? `${prefix}${rest}` : pattern
}

function isUsable(rest: string): boolean {
  return rest !== '' && rest.length <= MAX_LABEL_NAME_LENGTH && isStorable(rest)
}
