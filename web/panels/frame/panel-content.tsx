import { Suspense } from 'react'
import { Empty } from '../../ui/empty.tsx'
import { passportOf } from '../cell-text.ts'
import type { AnswerForm, PanelAnswers, PanelKind, PanelProps, PanelQuery } from '../panel.ts'
import { TwinTable } from '../twin-table.tsx'
import { readinessOf } from './answered.ts'
import { PanelSkeleton } from './panel-skeleton.tsx'

/** For kinds that ask nothing. */
const noQuery: PanelQuery = { dataset: '', measures: [] }

export interface PanelContentProps extends Omit<PanelProps<unknown>, 'query'> {
  kind: PanelKind
  query: PanelQuery | null
  /** The forms that the stored panel asks for. */
  asked: readonly AnswerForm[]
  answers: PanelAnswers
  /** The same numbers as a table. */
  asTable: boolean
}

/** What a kind of panel draws, or what stands in its place. */
export function PanelContent({ kind, query, asked, asTable, ...props }: PanelContentProps) {
  const { answers, options, title } = props
  const forms = kind.answers(options)
  const readiness = readinessOf(forms, asked, answers)
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
    <Suspense fallback={<PanelSkeleton forms={forms} />}>
      {asTable && passport ? (
        <div className="panel-twin" role="region" aria-label={`${title}, table`} tabIndex={0}>
          <TwinTable twin={kind.table(answers, options)} timezone={passport.timezone} every={everyOf(answers)} />
        </div>
      ) : (
        <kind.Panel {...props} query={query ?? noQuery} />
      )}
    </Suspense>
  )
}

/** The buckets of the times in an answer. A total has none, so they are told by another form where there is one. */
const everyOf = ({ ROWS, TOTAL, SERIES }: PanelAnswers) => (ROWS ?? SERIES ?? TOTAL)?.every ?? null
