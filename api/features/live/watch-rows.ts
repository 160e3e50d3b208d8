import { GraphQLError } from 'graphql'
import type { Change, Changes } from '../../lib/changes.ts'
import { type Mailbox, openMailbox } from '../../lib/mailbox.ts'

/** Most rows that wait for one subscriber, and most that wait to be read. */
const MOST_WAITING = 1_000

/** Rows of a dataset that changed, and the stretch of time that they lie in. */
export interface ChangedRows {
  ids: string[]
  from: Date
  to: Date
}

/** What is watched. */
export interface Watched<Row> {
  organizationId: number
  dataset: Change['dataset']
  /** Equal for those who are told the same: it has everything in it that `find` depends on. */
  key: string
  /** The rows among these that are to be told. */
  find: (changed: ChangedRows) => Promise<Row[]>
  /** What to do when there are too many to tell, as a sentence. */
  advice: string
}

/** All who watch the same: what changed is read once for them, however many they are. */
interface Watch<Row> {
  mailboxes: Set<Mailbox<Row>>
  /** Rows that changed and have not been read yet. */
  changed: { ids: Set<string>; from: Date; to: Date } | null
  reading: boolean
  stop: () => void
}

const watches = new WeakMap<Changes, Map<string, Watch<never>>>()

/**
 * The rows that are watched, each time that one changes, from now on: the newest state of each.
 *
 * It ends with an error with the code TOO_MANY_CHANGES, given out as the last value, when more changed at once than was
 * named or than the reader keeps up with.
 */
export function watchRows<Row extends { id: string }>(changes: Changes, watched: Watched<Row>): Mailbox<Row>['values'] {
  const group = (watches.get(changes) ?? new Map<string, Watch<never>>()) as Map<string, Watch<Row>>
  watches.set(changes, group as Map<string, Watch<never>>)
  const key = `${watched.dataset} ${watched.key}`
  const watch = group.get(key) ?? startWatch(changes, watched)
  group.set(key, watch)

  const mailbox = openMailbox<Row>({
    keyOf: (row) => row.id,
    capacity: MOST_WAITING,
    overflow: () => tooManyChanges(watched),
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

function startWatch<Row>(changes: Changes, watched: Watched<Row>): Watch<Row> {
  const watch: Watch<Row> = { mailboxes: new Set(), changed: null, reading: false, stop: () => {} }
  watch.stop = changes.subscribe(watched.organizationId, (change) => {
    if (change.dataset !== watched.dataset) return
    if (!note(watch, change)) return endAll(watch, tooManyChanges(watched))
    if (!watch.reading) void readChanged(watch, watched)
  })
  return watch
}

/** Remembers which rows to read. False: they are too many, or were not named. */
function note<Row>(watch: Watch<Row>, { ids, from, to }: Change): boolean {
  if (!ids) return false
  const earlier = watch.changed ?? { ids: new Set(), from, to }
  watch.changed = {
    ids: new Set([...earlier.ids, ...ids]),
    from: from < earlier.from ? from : earlier.from,
    to: to > earlier.to ? to : earlier.to,
  }
  return watch.changed.ids.size <= MOST_WAITING
}

/** Reads what changed and gives it to everyone; what changes meanwhile is read after that, together. Never rejects. */
async function readChanged<Row>(watch: Watch<Row>, { find }: Watched<Row>): Promise<void> {
  watch.reading = true
  try {
    while (watch.changed && watch.mailboxes.size > 0) {
      const changed = { ...watch.changed, ids: [...watch.changed.ids] }
      watch.changed = null
      const rows = await find(changed)
      for (const mailbox of watch.mailboxes) rows.forEach(mailbox.put)
    }
  } catch (error) {
    endAll(watch, error instanceof Error ? error : new Error(String(error)))
  } finally {
    watch.reading = false
  }
}

function endAll<Row>(watch: Watch<Row>, error: Error) {
  watch.changed = null
  for (const mailbox of watch.mailboxes) mailbox.fail(error)
}

function tooManyChanges({ dataset, advice }: Pick<Watched<never>, 'dataset' | 'advice'>): GraphQLError {
  return new GraphQLError(`More ${dataset} changed at once than can be told one by one. ${advice}`, {
    extensions: { code: 'TOO_MANY_CHANGES' },
  })
}
