import './runs.css'
import { useMemo } from 'react'
import { formatCount } from '../../lib/format.ts'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { nameWords } from '../name-words.ts'
import type { PanelProps } from '../panel.ts'
import type { RunsOptions } from './options.ts'
import { compareRuns, type ComparedValue } from './shape.ts'

/** Runs side by side by their metrics: the best of each is marked, and all are compared with one of them. */
export function RunsPanel({ title, answers, options }: PanelProps<RunsOptions>) {
  const comparison = useMemo(() => answers.TOTAL && compareRuns(answers.TOTAL, options), [answers.TOTAL, options])
  if (!comparison) return null
  const { runs, baseline, metrics, runsLeftOut } = comparison
  if (metrics.length === 0) {
    return (
      <Empty title="No metrics to compare">
        <p>
          Jobs report metrics by name. The question needs the dimension “Metric” and one to compare by, such as a label.
        </p>
      </Empty>
    )
  }
  return (
    <div className="runs-scroll" role="region" aria-label={`${title}, scrolls sideways`} tabIndex={0}>
      <table className="runs-table">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            {runs.map((run) => (
              <th scope="col" key={run}>
                {run}
                {run === baseline ? <span className="runs-note">baseline</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.map(({ name, better, values }) => (
            <tr key={name}>
              <th scope="row">
                {nameWords(name)}
                {better === 'neither' ? null : <span className="runs-note">{better} is better</span>}
              </th>
              {values.map((value) => (
                <RunCell key={value.run} {...value} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {runsLeftOut === 0 ? null : (
        <p className="runs-note">
          {formatCount(runsLeftOut, 'more run')} left out. Filter the question to compare others.
        </p>
      )}
    </div>
  )
}

function RunCell({ value, text, share, isBest, difference }: ComparedValue) {
  return (
    <td data-best={isBest || undefined}>
      <span className="runs-value" title={value === null ? undefined : String(value)}>
        {isBest ? (
          <>
            <Icon name="check" />
            <span className="visually-hidden">Best: </span>
          </>
        ) : null}
        {text}
      </span>
      <span className="runs-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="runs-difference">
        {difference ? (
          <span className={`change ${difference.tone}`}>
            {difference.absolute}
            {difference.percent === null ? '' : ` (${difference.percent})`}
            {difference.tone === 'neutral' ? null : (
              <span className="visually-hidden">, {difference.tone === 'good' ? 'better' : 'worse'}</span>
            )}
          </span>
        ) : null}
      </span>
    </td>
  )
}
