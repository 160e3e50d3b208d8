import './range-problem.css'
import { rangeWords } from '../lib/range-words.ts'
import { defaultRange } from '../lib/range.ts'

interface RangeProblemProps {
  problem: string | null
  /** What is shown instead, in words. */
  shown?: string
}

/** What is wrong with the range in the address, and what is shown instead. Nothing when it was understood. */
export function RangeProblem({ problem, shown = rangeWords(defaultRange, 'UTC') }: RangeProblemProps) {
  if (problem === null) return null
  return (
    <p className="range-problem" role="status">
      {problem} Shown is: {shown.toLowerCase()}.
    </p>
  )
}
