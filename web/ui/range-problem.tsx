import './range-problem.css'
import { rangeWords } from '../lib/range-words.ts'
import { defaultRange } from '../lib/range.ts'

/** What is wrong with the range in the address, and what is shown instead. Nothing when it was understood. */
export function RangeProblem({ problem }: { problem: string | null }) {
  if (problem === null) return null
  return (
    <p className="range-problem" role="status">
      {problem} Shown is: {rangeWords(defaultRange, 'UTC').toLowerCase()}.
    </p>
  )
}
