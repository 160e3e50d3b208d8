import { FEWEST_PIPELINES } from '../../../analytics/clusters/behaviour.ts'
import { DAYS } from './ask-behaviours.ts'

/** Why nothing can be said when so many pipelines are too few. */
export function tooFew(count: number): string {
  const ran = count === 1 ? '1 pipeline has' : `${count} pipelines have`
  return `Too few to compare: ${ran} runs that ended in the last ${DAYS} days, and ${FEWEST_PIPELINES} are needed.`
}
