import './findings.css'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { ToggleButton } from '../../../ui/toggle-button.tsx'
import { findingNames, type FindingName } from '../search.ts'
import { analysedMeasures } from './findings-query.ts'
import type { MeasureFindings } from './findings-shape.ts'
import { findingTitles } from './series-finding.ts'
import type { FindingsState } from './use-pipeline-findings.ts'

interface FindingsBarProps extends FindingsState {
  shown: readonly FindingName[]
  onShow: (shown: FindingName[]) => void
}

/** Chooses what is drawn over the charts, and tells it in words, also when there is nothing to draw. */
export function FindingsBar({ shown, onShow, found, error, fetching, refetch }: FindingsBarProps) {
  const toggle = (name: FindingName, on: boolean) =>
    onShow(findingNames.filter((one) => (one === name ? on : shown.includes(one))))
  const missing = found.every(({ words }) => words.length < shown.length)
  return (
    <section className="findings" aria-label="Findings">
      <div className="findings-toggles" role="group" aria-label="Show on the charts">
        {findingNames.map((name) => (
          <ToggleButton key={name} pressed={shown.includes(name)} onChange={(on) => toggle(name, on)}>
            {findingTitles[name]}
          </ToggleButton>
        ))}
        <span className="muted" role="status">
          {shown.length > 0 && fetching && missing ? 'Analysing…' : ''}
        </span>
      </div>
      {shown.length === 0 ? null : error && !fetching ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : found.length === 0 ? (
        <AfterAMoment>
          <div className="findings-words">
            {analysedMeasures.map((measure) => (
              <div key={measure}>
                <SkeletonBar width={80} />
                {shown.map((name) => (
                  <SkeletonBar key={name} width="85%" />
                ))}
              </div>
            ))}
          </div>
        </AfterAMoment>
      ) : (
        <FindingsInWords found={found} />
      )}
    </section>
  )
}

function FindingsInWords({ found }: { found: readonly MeasureFindings[] }) {
  return (
    <dl className="findings-words">
      {found.map(({ measure, title, words }) => (
        <div key={measure}>
          <dt>{title}</dt>
          {words.map((one) => (
            <dd key={one.title}>
              <span className="muted">{one.title}:</span> {one.text}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
