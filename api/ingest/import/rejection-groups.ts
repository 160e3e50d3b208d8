import type { Rejection } from './import-jobs.ts'

/** More kinds of reasons than anyone reads; further ones are only counted. */
const MOST_GROUPS = 1_000
const LINES_SHOWN = 5

interface Group {
  /** The reason of its first row. */
  reason: string
  count: number
  /** Its first lines. */
  lines: number[]
}

/** Rejected rows, put together where only the values in their reasons differ. Memory does not grow with the file. */
export interface RejectionGroups {
  add(rejection: Rejection): void
  /** Lines for people: the largest groups first, at most `most` of them. Empty when nothing was rejected. */
  describe(most: number): string[]
}

export function rejectionGroups(): RejectionGroups {
  const groups = new Map<string, Group>()
  let others = 0
  return {
    add({ line, reason }) {
      const kind = kindOf(reason)
      let group = groups.get(kind)
      if (group === undefined && groups.size >= MOST_GROUPS) {
        others++
        return
      }
      if (group === undefined) groups.set(kind, (group = { reason, count: 0, lines: [] }))
      group.count++
      if (group.lines.length < LINES_SHOWN) group.lines.push(line)
    },
    describe(most) {
      const sorted = [...groups.values()].sort((a, b) => b.count - a.count || a.lines[0]! - b.lines[0]!)
      const shown = sorted.slice(0, most).map(describeGroup)
      const rest = sorted.slice(most).reduce((sum, group) => sum + group.count, others)
      return rest === 0 ? shown : [...shown, `${rest} × other reasons`]
    },
  }
}

/** The reason without what is particular to one row: texts in quotes, times and numbers. */
function kindOf(reason: string): string {
  return reason.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"').replaceAll(/\d[\d.:TZ-]*/g, '#')
}

function describeGroup({ reason, count, lines }: Group): string {
  const more = count > lines.length ? ', …' : ''
  return `${count} × ${reason}  [line${count === 1 ? '' : 's'} ${lines.join(', ')}${more}]`
}
