import { useMemo } from 'react'
import { viewerZone } from '../../lib/format-time.ts'
import { granularityFor, type BucketLimits, type Granularity } from '../../lib/granularity.ts'
import { rangeInput, spanInput, spanOf, type TimeRangeInput } from '../../lib/range-span.ts'
import { readRange, writeRange, type RangeChoice, type RangeSearch, type Span } from '../../lib/range.ts'
import { useNow } from '../../lib/use-now.ts'
import { zoomBy } from '../../lib/zoom.ts'

/** The range that a page looks at, and what changes it. */
export interface PageRange {
  choice: RangeChoice
  zoom: Span | null
  /** What is wrong with the range in the address; the default is shown instead. */
  problem: string | null
  /** The two moments that are looked at now. */
  span: Span
  /** What to ask the server for. */
  input: TimeRangeInput
  every: Granularity
  timezone: string
  choose: (choice: RangeChoice) => void
  zoomTo: (span: Span) => void
  /** A range `factor` times as long around a moment. */
  zoomBy: (factor: number, at: number) => void
  resetZoom: () => void
}

/** How the range gets into the address. A key that is undefined is taken out. */
export type ChangeRange = (part: ReturnType<typeof writeRange>) => void

/** The range of a page, read from its address and written there. It holds nothing itself. */
export function usePageRange(search: RangeSearch, change: ChangeRange, limits: BucketLimits): PageRange {
  const now = useNow(60_000)
  const timezone = viewerZone
  const { range, from, to, zoom: zoomText } = search
  const { choice, zoom, problem } = useMemo(
    () => readRange({ range, from, to, zoom: zoomText }),
    [range, from, to, zoomText],
  )
  const span = zoom ?? spanOf(choice, now, timezone)
  return {
    choice,
    zoom,
    problem,
    span,
    input: zoom ? spanInput(zoom) : rangeInput(choice, now, timezone),
    every: granularityFor(span, limits),
    timezone,
    choose: (chosen) => change(writeRange(chosen)),
    zoomTo: (part) => change(writeRangeAsChosen(search, choice, part)),
    zoomBy: (factor, at) => change(writeRangeAsChosen(search, choice, zoomBy(span, factor, at, now))),
    resetZoom: () => change(writeRangeAsChosen(search, choice, null)),
  }
}

/** The zoom goes into the address beside what was chosen; where nothing was, nothing is written for it. */
function writeRangeAsChosen(
  search: RangeSearch,
  choice: RangeChoice,
  zoom: Span | null,
): ReturnType<typeof writeRange> {
  const written = writeRange(choice, zoom)
  return search.range === undefined && search.from === undefined ? { ...written, range: undefined } : written
}
