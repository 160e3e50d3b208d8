import './runs.css'
import { useMemo } from 'react'
import { formatCount } from '../../lib/format.ts'
import { ChangeMark } from '../../ui/change-mark.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { nameWords } from '../name-words.ts'
import type { PanelInteraction, PanelProps, PickedPart } from '../panel.ts'
import { pick, pickHint } from '../pick.ts'
import type { RunsOptions } from './options.ts'
import { compareRuns, type ComparedValue } from './shape.ts'

/** Runs side by side by their metrics: the best of each is marked, and all are compared with one of them. */
export function RunsPanel(props: PanelProps<RunsOptions>) {
  const { title, answers, options } = props
  const comparison = useMemo(() => answers.TOTAL && compareRuns(answers.TOTAL, options), [answers.TOTAL, options])
  if (!comparison) return null
  const { runs, keys, baseline, metrics, runsLeftOut } = comparison
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
                <RunName run={run} part={{ key: keys.get(run) ?? [] }} interaction={props} />
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

interface RunNameProps {
  run: string
  part: PickedPart
  interaction: PanelInteraction
}

function RunName({ run, part, interaction }: RunNameProps) {
  const hint = pickHint(interaction, part.key.length > 0)
  if (!hint) return run
  return (
    <button
      type="button"
      className="runs-name"
      title={hint}
      onClick={({ shiftKey }) => pick(part, shiftKey, interaction)}
    >
      {run}
    </button>
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
      <span className="runs-difference">{difference ? <ChangeMark change={difference} /> : null}</span>
    </td>
  )
}
