import { useState } from 'react'
import { graphql } from '../../../gql/index.ts'
import { useLiveQuery } from '../../../lib/live/use-live-query.ts'
import { FilterMenu } from '../../../ui/filter-menu.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import type { VariableDocument } from '../document.ts'
import type { PanelContext } from './panel-context.ts'
import { valueItems } from './value-items.ts'

const VariableValues = graphql(`
  query VariableValues($query: MetricQuery!) {
    table(query: $query) {
      rows
    }
  }
`)

const REFRESH_MS = 10_000
const MOST_VALUES = 50

interface VariableMenuProps {
  variable: VariableDocument
  chosen: readonly string[]
  context: Pick<PanelContext, 'range' | 'timezone'>
  onChange: (values: string[]) => void
}

/** The values of a variable, the most frequent of the range first. They are searched on the server, so that it works with thousands. */
export function VariableMenu({ variable, chosen, context, onChange }: VariableMenuProps) {
  const { dataset, dimension, title, multiple } = variable
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const wanted = text.trim()
  const query = {
    ...context,
    dataset,
    measures: ['count'],
    dimensions: [dimension],
    filters: wanted === '' ? [] : [{ dimension, op: 'CONTAINS' as const, values: [wanted] }],
    orderBy: [{ by: 'count', direction: 'DESC' as const }],
    limit: MOST_VALUES,
  }
  const { data, error, fetching, stale } = useLiveQuery(
    VariableValues,
    { query },
    { pause: !isOpen, intervalMs: REFRESH_MS },
  )
  return (
    <FilterMenu
      label={title}
      items={valueItems(data?.table.rows ?? [], wanted === '' ? chosen : [])}
      selected={chosen}
      onChange={(values) => onChange(multiple ? values : values.filter((value) => !chosen.includes(value)))}
      onOpenChange={(open) => {
        setOpen(open)
        setText('')
      }}
      search={<SearchField label={`Find ${title.toLowerCase()}`} value={text} onChange={setText} autoFocus />}
      empty={
        error
          ? (error.graphQLErrors[0]?.message ?? 'The values could not be read')
          : fetching || stale
            ? 'Looking'
            : 'No such value'
      }
    />
  )
}
