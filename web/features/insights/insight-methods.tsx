import { useState } from 'react'
import { graphql } from '../../gql/index.ts'
import { formatNumber, formatPercent } from '../../lib/format.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import { kindWords, methodWords } from './insight-words.ts'
import type { InsightMethodsQuery } from '../../gql/graphql.ts'

const InsightMethodsDocument = graphql(`
  query InsightMethods {
    insightMethods {
      kind
      method
      found
      useful
      notUseful
      dismissed
      usefulShare
    }
  }
`)

type Row = InsightMethodsQuery['insightMethods'][number] & { id: string }

/** How the methods do with people, counted from what they say. Asked for when it is opened. */
export function InsightMethods() {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="insight-more insight-methods" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>How the methods do</summary>
      {isOpen ? <Methods /> : null}
    </details>
  )
}

function Methods() {
  const { data, error, fetching, refetch } = useLiveQuery(InsightMethodsDocument, {}, { dataset: 'insights' })
  if (!data) {
    if (error && !fetching) return <ErrorPanel error={error} onRetry={refetch} />
    return (
      <AfterAMoment>
        <SkeletonBar height={120} />
      </AfterAMoment>
    )
  }
  if (data.insightMethods.length === 0) return <p className="muted">Nothing was found yet.</p>
  const rows = data.insightMethods.map((one) => ({ ...one, id: `${one.kind} ${one.method}` }))
  return <DataTable label="How the methods do" columns={columns} rows={rows} />
}

const columns: readonly Column<Row>[] = [
  { title: 'Finds', cell: ({ kind }) => kindWords[kind], card: 'title' },
  { title: 'How', cell: ({ method }) => methodWords(method) },
  { title: 'Found', cell: ({ found }) => formatNumber(found), numeric: true },
  { title: 'Useful', cell: ({ useful }) => formatNumber(useful), numeric: true },
  { title: 'Not useful', cell: ({ notUseful }) => formatNumber(notUseful), numeric: true },
  { title: 'Dismissed', cell: ({ dismissed }) => formatNumber(dismissed), numeric: true },
  {
    title: 'Useful share',
    cell: ({ usefulShare }) => (usefulShare == null ? '–' : formatPercent(usefulShare)),
    numeric: true,
  },
]
