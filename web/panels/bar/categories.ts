import type { Unit } from '../../charts/chart.ts'
import type { StatusName } from '../../charts/palette.ts'
import { colourKey, keyLabel, statusOf, type KeyPart } from '../keys.ts'
import type { Cell, TableAnswer } from '../panel.ts'
import { keyIn, numberIn, shapeOf } from '../table-shape.ts'

/** What each category consists of: a measure, or a value of the other dimensions. */
export type Part = {
  id: string
  label: string
  key: readonly KeyPart[]
  colourKey: string
  status?: StatusName
  isOther?: boolean
}

/** A category with the value of every part, in their order. */
export type Category = {
  label: string
  key: readonly KeyPart[]
  values: readonly (number | null)[]
  status?: StatusName
  complete: boolean
}

/** Bars by category. */
export type Categories = { categories: readonly Category[]; parts: readonly Part[]; unit: Unit }

/**
 * The rows as categories: by their first dimension, in the order of the rows. They consist of the values of the other dimensions,
 * or else of the measures; of measures with different units those of the first one are taken, since two units have no axis in common.
 */
export function toCategories(answer: TableAnswer): Categories {
  const { dimensions, measures } = shapeOf(answer)
  const [first, ...others] = dimensions
  const unit = measures[0]?.unit ?? 'COUNT'
  const parts = new Map<string, Part>()
  const rows = new Map<
    string,
    { key: KeyPart[]; label: string; values: Map<string, number | null>; complete: boolean }
  >()
  const put = (row: readonly Cell[], complete: boolean, part: Part, value: number | null): void => {
    parts.set(part.id, parts.get(part.id) ?? part)
    const key = first ? keyIn(row, [first]) : []
    const id = idOf(key)
    const category = rows.get(id) ?? { key, label: first ? keyLabel(key) : 'All', values: new Map(), complete: true }
    category.values.set(part.id, value)
    category.complete &&= complete
    rows.set(id, category)
  }
  for (const [index, row] of answer.rows.entries()) {
    const complete = answer.complete[index] ?? true
    const key = keyIn(row, others)
    if (others.length > 0) {
      put(
        row,
        complete,
        { id: idOf(key), label: keyLabel(key), key, colourKey: colourKey(key, ''), status: statusOf(key) },
        numberIn(row, measures[0]),
      )
    } else {
      for (const measure of measures.filter((one) => one.unit === unit)) {
        const part = { id: measure.name, label: measure.title, key: [], colourKey: measure.name }
        put(row, complete, part, numberIn(row, measure))
      }
    }
  }
  const list = [...parts.values()]
  const isAdditive = unit === 'COUNT' || unit === 'CURRENCY'
  const shown = list.length > mostParts ? list.slice(0, mostParts - 1) : list
  const hasRest = list.length > shown.length && isAdditive
  return {
    unit,
    parts: hasRest ? [...shown, other] : shown,
    categories: [...rows.values()].map(({ values, ...category }) => {
      const own = shown.map(({ id }) => values.get(id) ?? null)
      // What this category has, not all parts that there are: both can be thousands.
      for (const { id } of shown) values.delete(id)
      return {
        ...category,
        status: statusOf(category.key),
        values: hasRest ? [...own, sumOf([...values.values()])] : own,
      }
    }),
  }
}

/** What tells keys apart: two of them can be called the same. */
function idOf(key: readonly KeyPart[]): string {
  return JSON.stringify(key.map(({ value }) => value))
}

/** More parts than this cannot be told apart. Of those beyond it counts and amounts are shown as one; other values have no sum. */
const mostParts = 8
const other: Part = { id: 'other', label: 'Other', key: [], colourKey: 'other', isOther: true }

function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}
