import './pipelines.css'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'

const rows = Array.from({ length: 8 }, (_, index) => index)
const cells: readonly [name: string, width: number][] = [
  ['name', 160],
  ['last', 130],
  ['spark', 140],
  ['jobs', 40],
  ['failures', 44],
  ['run', 56],
]

/** The list before its first answer, in its final shape. */
export function PipelinesSkeleton() {
  return (
    <AfterAMoment>
      <table className="table pipelines-table" aria-hidden="true">
        <thead>
          <tr>
            {cells.map(([name]) => (
              <th key={name} className={`cell-${name}`}>
                &nbsp;
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {cells.map(([name, width]) => (
                <td key={name} className={`cell-${name}${width < 60 ? ' cell-number' : ''}`}>
                  <SkeletonBar width={width} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </AfterAMoment>
  )
}
