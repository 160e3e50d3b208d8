import { CatchBoundary } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { passportOf } from '../cell-text.ts'
import type { PanelAnswers, PanelKind, PanelProps, PanelQuery } from '../panel.ts'
import { readinessOf } from './answered.ts'
import { PanelSkeleton } from './panel-skeleton.tsx'
import { TwinTable } from './twin-table.tsx'

/** For kinds that ask nothing. */
const noQuery: PanelQuery = { dataset: '', measures: [] }

export interface PanelContentProps extends Omit<PanelProps<unknown>, 'query'> {
  kind: PanelKind
  query: PanelQuery | null
  answers: PanelAnswers
  /** The same numbers as a table. */
  asTable: boolean
}

/** What a kind of panel draws, or what stands in its place. When it breaks, the panels around it go on. */
export function PanelContent({ kind, query, asTable, ...props }: PanelContentProps) {
  const { answers, options, title } = props
  const forms = kind.answers(options)
  const readiness = readinessOf(forms, answers)
  const passport = passportOf(answers)
  if (readiness === 'waiting') return <PanelSkeleton forms={forms} />
  if (readiness === 'empty') {
    return (
      <Empty title="No data in this range">
        <p>Choose a longer range or fewer filters.</p>
      </Empty>
    )
  }
  return (
    <CatchBoundary
      // Other options, or an answer to another question, may be drawn where these could not.
      getResetKey={() => JSON.stringify([kind.kind, options, query, asTable])}
      errorComponent={({ error, reset }) => <ErrorPanel error={error} onRetry={reset} />}
    >
      <Suspense fallback={<PanelSkeleton forms={forms} />}>
        {asTable && passport ? (
          <TwinTable title={title} twin={kind.table(answers, options)} passport={passport} />
        ) : (
          <kind.Panel {...props} query={query ?? noQuery} />
        )}
      </Suspense>
    </CatchBoundary>
  )
}
