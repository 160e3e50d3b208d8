export interface Period {
  start: number
  end: number
}

export interface TimeShares {
  /** For each job, its part of the period: an instant in which n jobs run counts one nth for each. */
  jobs: number[]
  /** The time in which no job runs. */
  idle: number
}

/**
 * How the time of a period is divided among the jobs that run in it.
 *
 * The integral of 1 / (number of running jobs) is built up from one begin or end of a job to the next; the share of a job is
 * the difference of the integral between its end and its begin.
 *
 * In the unit of the times. Without jobs all of the period is idle.
 *
 * @example
 * timeShares({ start: 0, end: 10 }, [{ start: 0, end: 6 }, { start: 4, end: 8 }]) // { jobs: [5, 3], idle: 2 }
 */
export function timeShares(period: Period, jobs: readonly Period[]): TimeShares {
  const within = jobs.map(({ start, end }) => {
    const from = Math.min(Math.max(start, period.start), period.end)
    return { start: from, end: Math.max(from, Math.min(end, period.end)) }
  })
  const changes = new Map<number, number>([
    [period.start, 0],
    [period.end, 0],
  ])
  for (const { start, end } of within) {
    changes.set(start, (changes.get(start) ?? 0) + 1)
    changes.set(end, (changes.get(end) ?? 0) - 1)
  }

  const integral = new Map<number, number>()
  let [running, sum, idle, previous] = [0, 0, 0, period.start]
  for (const moment of [...changes.keys()].sort((a, b) => a - b)) {
    if (running > 0) sum += (moment - previous) / running
    else idle += moment - previous
    running += changes.get(moment)!
    integral.set(moment, sum)
    previous = moment
  }
  return { jobs: within.map(({ start, end }) => integral.get(end)! - integral.get(start)!), idle }
}
