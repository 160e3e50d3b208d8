/** Times in milliseconds, sorted. */
export type Times = number[]

/** How often, and how long at most, something is measured. */
export interface Effort {
  requests: number
  /** Slow things are asked less often: no new request begins after this time, but there are at least five. */
  mostMs: number
}

/** Runs something again and again, one after the other, and returns how long each took. The first five do not count. */
export async function measure(run: () => Promise<unknown>, { requests, mostMs }: Effort): Promise<Times> {
  for (let index = 0; index < 5; index++) await run()
  const times: number[] = []
  const end = performance.now() + mostMs
  while (times.length < requests && (times.length < 5 || performance.now() < end)) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)
}

/** The time that a share `p` of the runs did not exceed (nearest rank), to a tenth of a millisecond. */
export function percentile(times: Times, p: number): number {
  const time = times[Math.max(0, Math.ceil(p * times.length) - 1)]
  if (time === undefined) throw new RangeError('No times were measured')
  return Math.round(time * 10) / 10
}

/** The middle of some numbers; between two of them the mean. Throws a RangeError without any. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError('There is no median of nothing')
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}
