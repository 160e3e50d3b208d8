import { isChanged, type Outcome, reject } from './outcome.ts'

/**
 * Rejects jobs that stand, or stood so far, before what the organization keeps. Others of their hours are deleted or about
 * to be, and only rollups tell of them: counting such an hour again would lose those.
 */
export function refuseBeyondRetention(outcomes: readonly Outcome[], keptFrom: Date | null): Outcome[] {
  if (keptFrom === null) return [...outcomes]
  return outcomes.map((outcome) => {
    if (!isChanged(outcome)) return outcome
    const { known, folded } = outcome
    const at = known && known.at < folded.state.at ? known.at : folded.state.at
    return at < keptFrom ? reject(outcome, notKept(at, keptFrom)) : outcome
  })
}

function notKept(at: Date, keptFrom: Date): string {
  const kept = `The organization keeps jobs from ${keptFrom.toISOString()} on, and this one stands at ${at.toISOString()}`
  return `${kept}: it is counted as it was, and cannot be recorded or changed any more. Leave it out.`
}
