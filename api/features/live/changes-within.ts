import type { Reach } from '../../db/reach.ts'
import type { Change } from '../../lib/changes.ts'
import type { Services } from '../../schema/context.ts'
import { isAnyWithin } from './queries.ts'

/**
 * Says whether one of the jobs that changed is within reach: found out once for each change and the pipelines of a key, however
 * many questions they watch. Yes where nobody knows which changed.
 */
export function makeChangesWithin({ sql, log }: Pick<Services, 'sql' | 'log'>) {
  const known = new WeakMap<Change, Map<string, Promise<boolean>>>()

  const find = async ({ ids, from, to }: Change, reach: Reach) => {
    if (!ids) return true
    return isAnyWithin(sql, reach, { ids, from, to }).catch((error: unknown) => {
      log.error('Changed jobs cannot be looked up', { error })
      return true
    })
  }
  return (change: Change, reach: Reach): Promise<boolean> => {
    const answers = known.get(change) ?? new Map<string, Promise<boolean>>()
    known.set(change, answers)
    const key = JSON.stringify(reach.pipelines)
    const answer = answers.get(key) ?? find(change, reach)
    answers.set(key, answer)
    return answer
  }
}
