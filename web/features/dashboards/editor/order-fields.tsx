import type { PanelQuery } from '../../../panels/panel.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { titleOfColumn, type CatalogDataset } from './catalog.ts'
import { columnNames, type QueryEdit } from './edit-query.ts'
import type { EditorField } from './problem-field.ts'

interface OrderFieldsProps {
  dataset: CatalogDataset
  query: PanelQuery
  errorOf: (field: EditorField) => string | undefined
  onEdit: (edit: QueryEdit) => void
}

const USUAL = ''

/** What comes first, how much is shown, and what becomes of the rest. */
export function OrderFields({ dataset, query, errorOf, onEdit }: OrderFieldsProps) {
  const [order, ...more] = query.orderBy ?? []
  const names = columnNames(query)
  const columns = order && !names.includes(order.by) ? [order.by, ...names] : names
  const isSplit = (query.dimensions ?? []).length > 0
  return (
    <>
      <div className="editor-pair">
        <SelectField
          label="First comes"
          items={[
            { id: USUAL, name: 'As is usual' },
            ...columns.map((name) => ({ id: name, name: titleOfColumn(dataset, name) })),
          ]}
          value={order?.by ?? USUAL}
          error={errorOf('order')}
          onChange={({ target: { value: by } }) =>
            onEdit({ edit: 'setOrder', order: by === USUAL ? null : { by, direction: order?.direction ?? 'DESC' } })
          }
        />
        {order ? (
          <SelectField
            label="In which direction"
            items={directions}
            value={order.direction}
            onChange={({ target }) =>
              onEdit({
                edit: 'setOrder',
                order: { by: order.by, direction: target.value === 'ASC' ? 'ASC' : 'DESC' },
              })
            }
          />
        ) : null}
      </div>
      {more.length > 0 ? (
        <p className="field-note editor-more">
          Then by {more.map(({ by }) => titleOfColumn(dataset, by)).join(', ')}
          <Button
            look="quiet"
            square
            aria-label="Order by the first only"
            onPress={() => onEdit({ edit: 'onlyFirstOrder' })}
          >
            <Icon name="close" />
          </Button>
        </p>
      ) : null}
      <LimitField limit={query.limit ?? null} isSplit={isSplit} error={errorOf('limit')} onEdit={onEdit} />
      <Checkbox
        label="Put the rest together as “Other”"
        note={isSplit ? undefined : 'Split by something first: without that there is no rest.'}
        disabled={!isSplit}
        checked={query.others === true}
        onChange={({ target }) => onEdit({ edit: 'setOthers', others: target.checked })}
      />
    </>
  )
}

const directions = [
  { id: 'DESC', name: 'Greatest or latest first' },
  { id: 'ASC', name: 'Least or earliest first' },
]

interface LimitFieldProps {
  limit: number | null
  isSplit: boolean
  error?: string
  onEdit: (edit: QueryEdit) => void
}

function LimitField({ limit, isSplit, error, onEdit }: LimitFieldProps) {
  return (
    <Field
      label="Show at most"
      type="number"
      min={1}
      step={1}
      value={limit ?? ''}
      placeholder="All"
      note={isSplit ? 'The first so many in that order.' : undefined}
      error={error}
      onChange={({ target: { valueAsNumber } }) =>
        onEdit({ edit: 'setLimit', limit: Number.isInteger(valueAsNumber) && valueAsNumber > 0 ? valueAsNumber : null })
      }
    />
  )
}
