import { builder } from '../../schema/builder.ts'
import { COLUMN_TYPES, type Measure, UNITS } from './catalog.ts'
import { derivedFrom, ratioPattern } from './derivations.ts'
import { FormatEnum, formatOf } from './format.ts'

/** `Unit` in GraphQL. */
export const UnitEnum = builder.enumType('Unit', { description: 'What a number counts.', values: UNITS })

/** `ColumnType` in GraphQL. */
export const ColumnTypeEnum = builder.enumType('ColumnType', {
  description: 'What the values of a column are. Any value may be null: it is missing then.',
  values: COLUMN_TYPES,
})

/** What the catalog shows of a measure. */
export interface ShownMeasure extends Pick<Measure, 'name' | 'title' | 'description' | 'unit' | 'type' | 'additive'> {
  /** What it is calculated from. */
  from: readonly string[]
  derived: readonly ShownMeasure[]
}

/** A measure of the catalog with all that can be made of it. */
export function shownMeasure(measure: Measure): ShownMeasure {
  const derived = [...derivedFrom(measure), ratioPattern(measure)].map((one): ShownMeasure => {
    return { ...one, additive: false, from: [measure.name], derived: [] }
  })
  return { ...measure, from: [], derived }
}

/** `Measure` in GraphQL. */
export const MeasureRef = builder.objectRef<ShownMeasure>('Measure')
MeasureRef.implement({
  description: 'Something that can be counted or calculated over a group of rows.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a MetricQuery calls it.' }),
    title: t.exposeString('title', { description: 'For people.' }),
    description: t.exposeString('description'),
    unit: t.expose('unit', { type: UnitEnum }),
    type: t.expose('type', { type: ColumnTypeEnum }),
    format: t.field({ type: FormatEnum, resolve: (measure) => formatOf(measure)! }),
    additive: t.exposeBoolean('additive', {
      description: 'Whether the values of parts add up to the value of the whole.',
    }),
    derivedFrom: t.stringList({
      description: 'The measures that it is calculated from; empty for one that is counted itself.',
      resolve: ({ from }) => [...from],
    }),
    derived: t.field({
      type: [MeasureRef],
      description:
        'What can be asked that is calculated from it. "count.per.<measure>" stands for its quotient by any other measure of the ' +
        'dataset.',
      resolve: ({ derived }) => [...derived],
    }),
  }),
})
