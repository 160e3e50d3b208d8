import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Page } from '../../../ui/page.tsx'
import { gapPx, rowPx } from '../grid-size.ts'

const shape = [
  { column: '1 / span 6', rows: 7 },
  { column: '7 / span 6', rows: 7 },
  { column: '1 / span 12', rows: 8 },
]

/** The shape of a dashboard, while it is asked for. */
export function DashboardSkeleton() {
  return (
    <Page wide title={<SkeletonBar width={220} height={20} />} documentTitle="Dashboard">
      <AfterAMoment>
        <div className="panel-grid">
          {shape.map(({ column, rows }) => (
            <div
              key={column}
              className="panel-place"
              style={{ gridColumn: column, gridRow: `span ${rows}`, height: rows * (rowPx + gapPx) - gapPx }}
            >
              <Panel title={<SkeletonBar width={140} />}>
                <SkeletonBar height={rows * rowPx - 40} />
              </Panel>
            </div>
          ))}
        </div>
      </AfterAMoment>
    </Page>
  )
}
