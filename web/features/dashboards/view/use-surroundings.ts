import { useState } from 'react'
import type { PanelAnnotation } from '../../../panels/panel.ts'
import { useInsights } from '../insights/use-insights.ts'
import { makeColourPlaces } from './colour-places.ts'
import { toggleCrossFilter, type DashboardSearch } from './dashboard-search.ts'
import type { PanelSurroundings } from './panel-box.tsx'
import type { PanelContext } from './panel-context.ts'
import type { DashboardRange } from './use-dashboard-range.ts'

interface Shared {
  search: DashboardSearch
  onSearch: (part: Partial<DashboardSearch>) => void
  range: DashboardRange
  context: PanelContext
  annotations: readonly PanelAnnotation[]
  onDrill?: PanelSurroundings['onDrill']
}

/** What the panels of a dashboard share: the cursor, colours, and what happens on a press. */
export function useSurroundings({ search, onSearch, range, context, ...rest }: Shared): PanelSurroundings {
  const [cursor, setCursor] = useState<number | null>(null)
  const [colourOf] = useState(makeColourPlaces)
  const insights = useInsights(context.range)
  return {
    ...rest,
    asked: rest.onDrill && context,
    insights,
    cursor,
    onCursor: setCursor,
    colourOf,
    filters: context.filters,
    onZoom: range.zoomTo,
    onZoomBy: range.zoomBy,
    onFilter: (dimension, value) => onSearch(toggleCrossFilter(search, { dimension, value })),
  }
}
