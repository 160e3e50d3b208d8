import { GraphQLError } from 'graphql'
import type { Sql } from '../../db/client.ts'
import type { Reach } from '../../db/reach.ts'
import type { Change, Changes } from '../../lib/changes.ts'
import { type Mailbox, openMailbox } from '../../lib/mailbox.ts'
import { type JobFilter, resolveJobFilter } from './job-filter.ts'
import type { JobRow } from './job-row.ts'
import { findChangedJobs } from './queries.ts'

/** Most jobs that wait for one subscriber, and most that wait to be read. */
const MOST_WAITING = 1_000

/** What watching needs from outside. */
interface Source {
  sql: Sql
  now: () => Date
  changes: Changes
}

/** All who watch the same jobs: what changed is read once for them, however many they are. */
interface Watch {
  mailboxes: Set<Mailbox<JobRow>>
  /** Jobs that changed and have not been read yet, and the stretch of time that they lie in. */
  changed: { ids: Set<string>; from: Date; to: Date } | null
  reading: boolean
  stop: () => void
}

const watches = new WeakMap<Changes, Map<string, Watch>>()

/**
 * The jobs of the organization that the filter keeps, each time that one changes, from now on: the newest state of each.
 *
 * It ends with an error with the code TOO_MANY_CHANGES, given out as the last value, when more changed at once than was
 * named or than the reader keeps up with.
 */
export function watchJobs(source: Source, reach: Reach, filter: JobFilter): Mailbox<JobRow>['values'] {
  const group = watches.get(source.changes) ?? new Map<string, Watch>()
  watches.set(source.changes, group)
  const key = JSON.stringify([reach, filter])
  const watch = group.get(key) ?? startWatch(source, reach, filter)
  group.set(key, watch)

  const mailbox = openMailbox<JobRow>({
    keyOf: (job) => job.id,
    capacity: MOST_WAITING,
    overflow: tooManyChanges,
    onClose() {
      watch.mailboxes.delete(mailbox)
      if (watch.mailboxes.size > 0 || group.get(key) !== watch) return
      group.delete(key)
      watch.stop()
    },
  })
  watch.mailboxes.add(mailbox)
  return mailbox.values
}

function startWatch(source: Source, reach: Reach, filter: JobFilter): Watch {
  const watch: Watch = { mailboxes: new Set(), changed: null, reading: false, stop: () => {} }
  watch.stop = source.changes.subscribe(reach.organizationId, (change) => {
    if (change.dataset !== 'jobs') return
    if (!note(watch, change)) return endAll(watch, tooManyChanges())
    if (!watch.reading) void readChanged(watch, source, reach, filter)
  })
  return watch
}

/** Remembers which jobs to read. False: they are too many, or were not named. */
function note(watch: Watch, { jobIds, from, to }: Change): boolean {
  if (!jobIds) return false
  const earlier = watch.changed ?? { ids: new Set(), from, to }
  watch.changed = {
    ids: new Set([...earlier.ids, ...jobIds]),
    from: from < earlier.from ? from : earlier.from,
    to: to > earlier.to ? to : earlier.to,
  }
  return watch.changed.ids.size <= MOST_WAITING
}

/** Reads what changed and gives it to everyone; what changes meanwhile is read after that, together. Never rejects. */
async function readChanged(watch: Watch, source: Source, reach: Reach, filter: JobFilter): Promise<void> {
  watch.reading = true
  try {
    while (watch.changed && watch.mailboxes.size > 0) {
      const changed = { ...watch.changed, ids: [...watch.changed.ids] }
      watch.changed = null
      const jobs = await findChangedJobs(source.sql, reach, changed, resolveJobFilter(filter, source.now()))
      for (const mailbox of watch.mailboxes) jobs.forEach(mailbox.put)
    }
  } catch (error) {
    endAll(watch, error instanceof Error ? error : new Error(String(error)))
  } finally {
    watch.reading = false
  }
}

function endAll(watch: Watch, error: Error) {
  watch.changed = null
  for (const mailbox of watch.mailboxes) mailbox.fail(error)
}

function tooManyChanges(): GraphQLError {
  return new GraphQLError(
    'More jobs changed at once than can be told one by one. Ask for "jobs" again, and subscribe anew.',
    { extensions: { code: 'TOO_MANY_CHANGES' } },
  )
}
