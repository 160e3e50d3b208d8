import type { Dataset } from './catalog.ts'
import { datasets } from './datasets/index.ts'
import { unknownName } from './unknown-name.ts'

/** A dataset by its name. Throws badInput when there is none, with the nearest. */
export function findDataset(name: string): Dataset {
  const found = datasets.find((dataset) => dataset.name === name)
  if (found) return found
  const names = datasets.map((dataset) => dataset.name)
  throw unknownName('dataset', name, names)
}
