import { useMemo } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { readRange, writeRange, type RangeChoice, type Span } from '../../../lib/range.ts'
import { useNow } from '../../../lib/use-now.ts'
import { zoomBy } from '../../../lib/zoom.ts'
import type { DashboardDocument } from '../document.ts'
import { readRangeDocument, rangeDocumentWords, spanOfDocument, writeRangeDocument } from '../range-document.ts'
import type { DashboardSearch } from './dashboard-search.ts'

/** The range that all panels of a dashboard look at, and what changes it. */
export interface DashboardRange {
  /** Null for a range that the controls have no name for: `words` says it. */
  choice: RangeChoice | null
  words: string
  zoom: Span | null
  /** What is wrong with the range in the address; the dashboard's own is shown instead. */
  problem: string | null
  timezone: string
  choose: (choice: RangeChoice) => void
  zoomTo: (span: Span) => void
  /** A range `factor` times as long around a moment. */
  zoomBy: (factor: number, at: number) => void
  resetZoom: () => void
}

/** The range of a dashboard, read from its address and written there. It holds nothing itself. */
export function useDashboardRange(
  document: DashboardDocument,
  search: DashboardSearch,
  change: (part: Partial<DashboardSearch>) => void,
): DashboardRange {
  const now = useNow(60_000)
  const { range, from, to, zoom: zoomText } = search
  const {
    choice: read,
    zoom,
    problem,
  } = useMemo(() => readRange({ range, from, to, zoom: zoomText }), [range, from, to, zoomText])
  const isChosen = (range ?? from ?? to) !== undefined && problem === null
  const shown = isChosen ? writeRangeDocument(read) : document.range
  const timezone = search.zone ?? document.timezone ?? viewerZone
  const writeZoom = (span: Span | null) => change({ zoom: writeRange(read, span).zoom })
  return {
    choice: readRangeDocument(shown),
    words: rangeDocumentWords(shown),
    zoom,
    problem,
    timezone,
    choose: (chosen) => change(writeRange(chosen)),
    zoomTo: writeZoom,
    zoomBy: (factor, at) => writeZoom(zoomBy(zoom ?? spanOfDocument(shown, now, timezone), factor, at, now)),
    resetZoom: () => writeZoom(null),
  }
}
