import type { Kept, Reach } from '../../db/reach.ts'
import type { Services } from '../../schema/context.ts'
import { selectRetention } from '../retention/index.ts'

/** Far less than the time that the server waits before it deletes what an organization does not keep any more. */
const MAX_AGE_MS = 60_000

/** What organizations still have. It moves on with the days, and a wall shows the same question for weeks. */
export interface KeptLately {
  /** Remembers what somebody who asks now has. */
  note(reach: Reach): void
  /** Within reach of an organization, as it was at most a minute ago. */
  of(organizationId: number): Promise<Kept>
}

/** Reads it when what is remembered is too old, once for all who ask meanwhile. */
export function makeKeptLately({ sql, now }: Pick<Services, 'sql' | 'now'>): KeptLately {
  const known = new Map<number, { kept: Promise<Kept>; at: number }>()
  const remember = (organizationId: number, kept: Promise<Kept>) => {
    known.set(organizationId, { kept, at: now().getTime() })
    return kept
  }
  const read = async (organizationId: number): Promise<Kept> => {
    try {
      const { jobsKeptFrom, rollupsKeptFrom } = await selectRetention(sql, organizationId)
      return { jobs: jobsKeptFrom, rollups: rollupsKeptFrom }
    } catch (error) {
      known.delete(organizationId)
      throw error
    }
  }
  return {
    note: ({ organizationId, kept }) => void remember(organizationId, Promise.resolve(kept)),
    of(organizationId) {
      const found = known.get(organizationId)
      if (found && now().getTime() - found.at < MAX_AGE_MS) return found.kept
      return remember(organizationId, read(organizationId))
    },
  }
}
