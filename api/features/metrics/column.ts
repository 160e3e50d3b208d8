import { builder } from '../../schema/builder.ts'
import { COLUMN_ROLES, type Column } from './columns.ts'
import { FormatEnum, formatOf } from './format.ts'
import { ColumnTypeEnum, UnitEnum } from './measure.ts'

const ColumnRoleEnum = builder.enumType('ColumnRole', { description: 'What a column is for.', values: COLUMN_ROLES })

/** `Column` in GraphQL. */
export const ColumnRef = builder.objectRef<Column>('Column').implement({
  description: 'A column of a table.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: '"time", or the name of a dimension or measure; compared ones end in "_compare".',
    }),
    title: t.exposeString('title', { description: 'For people.' }),
    type: t.expose('type', { type: ColumnTypeEnum }),
    unit: t.expose('unit', { type: UnitEnum }),
    format: t.field({
      type: FormatEnum,
      nullable: true,
      description: 'Null where it has no numbers.',
      resolve: formatOf,
    }),
    role: t.expose('role', { type: ColumnRoleEnum }),
  }),
})
