import './insights.css'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'

/** A chart before its series. */
export function InsightChartSkeleton() {
  return (
    <>
      <SkeletonBar width={160} />
      <div className="insight-chart-skeleton" aria-hidden="true" />
    </>
  )
}

/** Cards before the first answer, in their final shape. */
export function InsightsSkeleton({ count = 3 }: { count?: number }) {
  return (
    <AfterAMoment>
      <div className="insights" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className="insight">
            <div className="insight-told">
              <SkeletonBar width={150} height={20} />
              <SkeletonBar width="90%" height={16} />
              <SkeletonBar width="60%" height={16} />
              <SkeletonBar width="70%" />
            </div>
            <div className="insight-chart">
              <InsightChartSkeleton />
            </div>
            <div className="insight-rest">
              <SkeletonBar width="50%" />
              <SkeletonBar width={260} height={32} />
            </div>
          </div>
        ))}
      </div>
    </AfterAMoment>
  )
}
