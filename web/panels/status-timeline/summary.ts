import { statusWords } from '../../ui/status-words.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { worstOf, type Lanes } from './lanes.ts'

const mostTold = 8

/** A status timeline in words: of each row in how many buckets which status was the worst. */
export function statusSummary({ lanes, buckets, problem }: Lanes, title: string): string {
  if (lanes.length === 0) return `${title}: ${problem ?? 'no values in this range'}.`
  const told = lanes.slice(0, mostTold).map(({ label, tallies }) => {
    const counts = new Map<string, number>()
    for (const tally of tallies) {
      if (tally) counts.set(statusWords[worstOf(tally)], (counts.get(statusWords[worstOf(tally)]) ?? 0) + 1)
    }
    const worst = [...counts].map(([word, count]) => `${word.toLowerCase()} in ${formatNumber(count)}`)
    return `${label} ${worst.join(', ')}`
  })
  const rest = lanes.length - told.length
  return `${title}: worst status over ${formatCount(buckets.length, 'bucket')}. ${told.join('; ')}${rest > 0 ? `; and ${formatNumber(rest)} more` : ''}.`
}
