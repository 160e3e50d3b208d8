import { useAnswer } from '../../../lib/use-answer.ts'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Select } from '../../../ui/select.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { readDocument } from '../document.ts'
import { diffDocuments, type DocumentChange } from './diff-documents.ts'
import { ComparedVersions, type Version } from './history-queries.ts'
import type { Comparison, HistorySearch } from './history-search.ts'

interface WhatChangedProps {
  /** Of the dashboard. */
  id: string
  versions: readonly Version[]
  comparison: Comparison | null
  search: HistorySearch
  onChoose: (part: HistorySearch) => void
}

/** What is different between two versions that the viewer chose. */
export function WhatChanged({ id, versions, comparison, search, onChoose }: WhatChangedProps) {
  const items = versions.map(({ number }) => ({ id: String(number), name: `Version ${number}` }))
  const chosen = (number: number | undefined) => String(number ?? '')
  return (
    <Panel title="What changed">
      <div className="history-choice">
        <span>From</span>
        <Select
          label="Older version"
          items={items}
          value={chosen(comparison?.older ?? search.older)}
          onChange={(older) => onChoose({ older: Number(older), newer: comparison?.newer ?? search.newer })}
        />
        <span>to</span>
        <Select
          label="Newer version"
          items={items}
          value={chosen(comparison?.newer ?? search.newer)}
          onChange={(newer) => onChoose({ older: comparison?.older ?? search.older, newer: Number(newer) })}
        />
      </div>
      {comparison ? (
        <Changes id={id} comparison={comparison} />
      ) : (
        <p className="muted">Choose two versions that are not the same.</p>
      )}
    </Panel>
  )
}

function Changes({ id, comparison }: { id: string; comparison: Comparison }) {
  const { data, error, stale, refetch } = useAnswer(ComparedVersions, {
    id,
    olderNumber: comparison.older,
    newerNumber: comparison.newer,
  })
  const { older, newer } = data?.dashboard ?? {}
  if (error) return <ErrorPanel error={error} onRetry={refetch} />
  if (!data) {
    return (
      <AfterAMoment>
        <SkeletonBar width="60%" />
      </AfterAMoment>
    )
  }
  if (!older || !newer) return <p className="muted">One of these versions is not there.</p>
  const changes = diffDocuments(readDocument(older.document), readDocument(newer.document))
  if (changes.length === 0) return <p className="muted">Nothing: they are the same.</p>
  return (
    <ul className="history-changes" data-stale={stale || undefined} aria-label="Changes">
      {changes.map((change) => (
        <Change key={`${change.kind} ${change.subject} ${change.details.join()}`} change={change} />
      ))}
    </ul>
  )
}

const kindTags = {
  ADDED: <Tag tone="good">Added</Tag>,
  REMOVED: <Tag tone="bad">Removed</Tag>,
  CHANGED: <Tag>Changed</Tag>,
} as const

function Change({ change: { kind, subject, details } }: { change: DocumentChange }) {
  return (
    <li>
      <p>
        {kindTags[kind]} <strong>{subject}</strong>
      </p>
      <ul>
        {details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </li>
  )
}
