import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import type { AnswerForm } from '../panel.ts'

/** A panel before its first answer, like what its answers will become: rows, a number, a picture. */
export function PanelSkeleton({ forms }: { forms: readonly AnswerForm[] }) {
  return (
    <AfterAMoment>
      <div className="panel-skeleton">{forms.includes('ROWS') ? <Rows /> : <NumberOrPicture forms={forms} />}</div>
    </AfterAMoment>
  )
}

function Rows() {
  return [0, 1, 2, 3, 4].map((row) => (
    <div className="panel-skeleton-row" key={row}>
      <SkeletonBar width="40%" />
      <SkeletonBar width={56} />
    </div>
  ))
}

function NumberOrPicture({ forms }: { forms: readonly AnswerForm[] }) {
  return (
    <>
      {forms.includes('TOTAL') ? <SkeletonBar width={112} height={32} /> : null}
      {forms.includes('SERIES') ? <div className="panel-skeleton-plot" /> : null}
    </>
  )
}
