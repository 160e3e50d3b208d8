import type { Rhythm } from './pipeline.ts'
import { poisson, type Random } from './random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * When jobs are queued within the hour that begins at `hour` (ms since 1970), in order. Schedules are punctual to a second
 * or two; events come at random, as many as the weekday and the hour of the day suggest.
 */
export function arrivals(rhythm: Rhythm, hour: number, random: Random): number[] {
  if (rhythm.kind === 'events') {
    const times = Array.from({ length: poisson(random, expected(rhythm, hour)) }, () => hour + random() * HOUR)
    return times.map(Math.floor).sort((a, b) => a - b)
  }
  const late = () => Math.floor(random() * 1500)
  return minutesIn(rhythm, hour).map((minute) => Math.round(hour + minute * MINUTE) + late())
}

function expected(rhythm: Extract<Rhythm, { kind: 'events' }>, hour: number): number {
  const total = rhythm.hours.reduce((sum, weight) => sum + weight, 0)
  const share = rhythm.hours[new Date(hour).getUTCHours()]! / total
  return rhythm.perDay * share * (isWeekend(hour) ? rhythm.weekend : 1)
}

/** The minutes of this hour at which a schedule is due; one entry for each job of a batch. */
function minutesIn(rhythm: Exclude<Rhythm, { kind: 'events' }>, hour: number): number[] {
  switch (rhythm.kind) {
    case 'every':
      return Array.from({ length: 60 / rhythm.minutes }, (_, index) => rhythm.offset + index * rhythm.minutes)
    case 'weekly':
      return new Date(hour).getUTCDay() === rhythm.weekday ? dueAt([rhythm.at], hour) : []
    case 'daily': {
      if (rhythm.weekdaysOnly && isWeekend(hour)) return []
      return dueAt(rhythm.at, hour).flatMap((minute) => Array<number>(rhythm.batch ?? 1).fill(minute))
    }
  }
}

function dueAt(times: readonly string[], hour: number): number[] {
  const parts = times.map((time) => time.split(':').map(Number))
  return parts.filter(([due]) => due === new Date(hour).getUTCHours()).map(([, minute]) => minute!)
}

function isWeekend(at: number): boolean {
  return [0, 6].includes(new Date(at).getUTCDay())
}
