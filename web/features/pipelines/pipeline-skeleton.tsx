import './pipeline.css'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import { Panel } from '../../ui/panel.tsx'
import { figureTitles, FigureTile } from './pipeline-numbers.tsx'

/** Figures and charts before their first answer, in their final shape. */
export function MetricsSkeleton() {
  return (
    <AfterAMoment>
      <div className="pipeline-metrics">
        <dl className="numbers">
          {figureTitles.map((title) => (
            <FigureTile key={title} title={title} value={<SkeletonBar width={90} height={26} />}>
              <SkeletonBar width={140} />
            </FigureTile>
          ))}
        </dl>
        <div className="pipeline-charts">
          {['status', 'failures', 'duration'].map((name) => (
            <Panel key={name}>
              <SkeletonBar width={120} />
              <div className="chart-skeleton" />
            </Panel>
          ))}
        </div>
      </div>
    </AfterAMoment>
  )
}
