import { followLatest } from '../../lib/latest.ts'
import type { Change } from './answer-rules.ts'
import type { Entry } from './entry.ts'

/**
 * What is new of an entry, again and again, for one reader: first everything, or what was missed since a revision of this
 * entry, even if that is nothing. An error arrives as a value, and what comes after it goes on from what was there before.
 */
export function readEntry<Told extends Change>(
  entry: Entry<Told>,
  since: string | null,
): AsyncIterableIterator<Told | Error> {
  let seen = revisionIn(since, entry)
  let isFirst = true
  let unwatch = () => {}
  const { tell, values } = followLatest<Told | Error>({
    take() {
      if (seen === entry.revision() && !isFirst) return null
      const change = entry.changeSince(seen)
      if (!change) return null
      isFirst = false
      seen = entry.revision()
      return change
    },
    onClose: () => unwatch(),
  })
  unwatch = entry.watch(tell)
  return values
}

/** The number of a revision; null when it is not one of this entry. */
export function revisionIn(
  since: string | null,
  { id, revision }: Pick<Entry<Change>, 'id' | 'revision'>,
): number | null {
  if (!since?.startsWith(`${id}.`)) return null
  const number = Number(since.slice(id.length + 1))
  return Number.isInteger(number) && number >= 1 && number <= revision() ? number : null
}
