import './jobs-table.css'
import { useNavigate } from '@tanstack/react-router'
import { useTable } from '@tanstack/react-table'
import { useMemo, useRef, type MouseEvent } from 'react'
import type { JobRowFragment } from '../../gql/graphql.ts'
import { Icon } from '../../ui/icon.tsx'
import { jobColumns, jobTableFeatures } from './job-columns.tsx'
import type { JobsSearch } from './jobs-search.ts'
import { sortSearch } from './jobs-variables.ts'
import { useRowKeys } from '../../lib/shortcuts/use-row-keys.ts'

interface JobsTableProps {
  jobs: readonly JobRowFragment[]
  search: JobsSearch
  changed: ReadonlySet<string>
  /** The rows answer an earlier question: dimmed until the new answer comes. */
  stale: boolean
}

/** The list itself. A row opens its job by click or Enter; j, k and the arrows move from row to row. */
export function JobsTable({ jobs, search, changed, stale }: JobsTableProps) {
  // The table takes a mutable array, and compares it by identity.
  const data = useMemo(() => [...jobs], [jobs])
  const table = useTable({ features: jobTableFeatures, columns: jobColumns, data, getRowId: ({ id }) => id })
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body, { noun: 'job', group: 'Jobs' })
  const open = useOpenRow()
  return (
    <table className="table jobs-table" data-stale={stale || undefined} aria-label="Jobs" role="table">
      <thead role="rowgroup">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row">
            {group.headers.map((header) => (
              <HeaderCell key={header.id} id={header.column.id} search={search}>
                {String(header.column.columnDef.header)}
              </HeaderCell>
            ))}
          </tr>
        ))}
      </thead>
      <tbody ref={body} role="rowgroup">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            role="row"
            data-job={row.id}
            data-changed={changed.has(row.id) || undefined}
            onClick={(event) => open(event, row.id)}
          >
            {row.getAllCells().map((cell) => (
              <td key={cell.id} role="cell" className={`cell-${cell.column.id}`}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SORTED_BY: Readonly<Record<string, 'time' | 'duration'>> = { time: 'time', run: 'duration' }

function HeaderCell({ id, search, children }: { id: string; search: JobsSearch; children: string }) {
  const navigate = useNavigate()
  const by = SORTED_BY[id]
  const className = `cell-${id}`
  if (!by) {
    return (
      <th scope="col" role="columnheader" className={className}>
        {children}
      </th>
    )
  }
  const active = (search.sort ?? 'time') === by
  const up = search.direction === 'asc'
  return (
    <th
      scope="col"
      role="columnheader"
      className={className}
      aria-sort={active ? (up ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        className="sort-button"
        onClick={() => void navigate({ to: '/jobs', search: sortSearch(search, by) })}
      >
        {children}
        {active ? <Icon name={up ? 'arrowUp' : 'arrowDown'} /> : null}
      </button>
    </th>
  )
}

function useOpenRow() {
  const navigate = useNavigate()
  return (event: MouseEvent<HTMLElement>, id: string) => {
    const onLink = event.target instanceof Element && event.target.closest('a, button') !== null
    const selecting = window.getSelection()?.isCollapsed === false
    if (onLink || selecting || event.defaultPrevented) return
    if (event.ctrlKey || event.metaKey) window.open(`/jobs/${id}`, '_blank', 'noopener')
    else void navigate({ to: '/jobs/$id', params: { id } })
  }
}
