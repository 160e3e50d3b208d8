import { builder } from '../../schema/builder.ts'
import { COLUMN_TYPES, UNITS, type Measure } from './catalog.ts'

/** `Unit` in GraphQL. */
export const UnitEnum = builder.enumType('Unit', { description: 'What a number counts.', values: UNITS })

/** `ColumnType` in GraphQL. */
export const ColumnTypeEnum = builder.enumType('ColumnType', {
  description: 'What the values of a column are. Any value may be null: it is missing then.',
  values: COLUMN_TYPES,
})

/** `Measure` in GraphQL. */
export const MeasureRef = builder.objectRef<Measure>('Measure').implement({
  description: 'Something that can be counted or calculated over a group of rows.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a MetricQuery calls it.' }),
    title: t.exposeString('title', { description: 'For people.' }),
    description: t.exposeString('description'),
    unit: t.expose('unit', { type: UnitEnum }),
    type: t.expose('type', { type: ColumnTypeEnum }),
    additive: t.exposeBoolean('additive', {
      description: 'Whether the values of parts add up to the value of the whole.',
    }),
  }),
})
