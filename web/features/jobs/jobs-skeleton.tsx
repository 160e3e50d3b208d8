import './jobs-table.css'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'

const ROWS = Array.from({ length: 12 }, (_, index) => index)
const CELLS: readonly [id: string, width: number][] = [
  ['status', 84],
  ['pipeline', 120],
  ['external-id', 150],
  ['time', 56],
  ['queue', 40],
  ['run', 56],
  ['trigger', 60],
  ['cost', 44],
]

/** The list before its first answer, in its final shape. */
export function JobsSkeleton() {
  return (
    <AfterAMoment>
      <table className="table jobs-table" aria-hidden="true">
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              {CELLS.map(([id, width]) => (
                <td key={id} className={`cell-${id}`}>
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
