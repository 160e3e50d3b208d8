import type { ReactNode } from 'react'
import type { Unit } from '../../charts/index.ts'
import { formatCompact, formatDuration, formatExactDuration, formatNumber, formatPercent } from '../../lib/format.ts'
import { changeOf, type ValueChange } from '../../lib/value-change.ts'
import { ChangeMark } from '../../ui/change-mark.tsx'
import { numberIn, type TableRow } from './read-table.ts'

interface Figure {
  measure: string
  title: string
  unit: Unit
  moreIs: 'bad' | 'neutral'
}

const figures: readonly Figure[] = [
  { measure: 'count', title: 'Jobs', unit: 'COUNT', moreIs: 'neutral' },
  { measure: 'failure_rate', title: 'Failure rate', unit: 'RATIO', moreIs: 'bad' },
  { measure: 'duration_p50', title: 'Duration p50', unit: 'MILLISECONDS', moreIs: 'bad' },
  { measure: 'duration_p95', title: 'Duration p95', unit: 'MILLISECONDS', moreIs: 'bad' },
]

/** The figures of the range, each beside that of the time before. */
export function PipelineNumbers({ totals }: { totals: TableRow }) {
  return (
    <dl className="numbers">
      {figures.map((figure) => {
        const now = numberIn(totals, figure.measure)
        const before = numberIn(totals, `${figure.measure}_compare`)
        return (
          <FigureTile key={figure.measure} title={figure.title} value={<Value value={now} unit={figure.unit} />}>
            <Comparison
              change={changeOf({ now, before }, figure.unit, figure.moreIs)}
              before={before === null ? null : short(before, figure.unit)}
            />
          </FigureTile>
        )
      })}
    </dl>
  )
}

/** One figure in its frame; also the frame of its skeleton. */
export function FigureTile({ title, value, children }: { title: string; value: ReactNode; children: ReactNode }) {
  return (
    <div className="number">
      <dt>{title}</dt>
      <dd className="number-value">{value}</dd>
      <dd className="number-change">{children}</dd>
    </div>
  )
}

/** The titles of the figures, in their order. */
export const figureTitles = figures.map(({ title }) => title)

function Value({ value, unit }: { value: number | null; unit: Unit }) {
  if (value === null) return <span className="muted">–</span>
  const exact =
    unit === 'MILLISECONDS' ? formatExactDuration(value) : unit === 'COUNT' ? formatNumber(value) : undefined
  return <span title={exact}>{short(value, unit)}</span>
}

function Comparison({ change, before }: { change: ValueChange | null; before: string | null }) {
  if (before === null) return <span className="muted">nothing to compare with</span>
  return (
    <>
      {change === null ? null : <ChangeMark change={change} />}
      <span className="muted" title={`${before} in the period before, which was as long`}>
        from {before}
        <span className="visually-hidden"> in the period before</span>
      </span>
    </>
  )
}

function short(value: number, unit: Unit): string {
  if (unit === 'MILLISECONDS') return formatDuration(value)
  return unit === 'RATIO' ? formatPercent(value) : formatCompact(value)
}
