import { uuidOf } from '../../../lib/uuid-of.ts'
import { GRID_COLUMNS, type PanelDocument } from '../../panels/index.ts'
import type { DashboardDocument } from '../dashboard-document.ts'

/** What templates are about. */
export const TEMPLATE_TOPICS = ['OPERATIONS', 'RELIABILITY', 'COST', 'EXECUTIVE'] as const

/** A dashboard to begin with. */
export interface DashboardTemplate {
  name: string
  topic: (typeof TEMPLATE_TOPICS)[number]
  document: DashboardDocument
}

/** A panel of a template. It stands to the right of the one before, or, where there is no room, below. */
export type TemplatePanel = Pick<PanelDocument, 'kind' | 'title' | 'query' | 'answers'> & {
  /** Columns and rows of the grid. */
  size: readonly [w: number, h: number]
  description?: string
  options?: Record<string, unknown>
}

type Outline = Pick<DashboardTemplate, 'name' | 'topic'> &
  Pick<DashboardDocument, 'title' | 'range'> & {
    description: string
    variables?: DashboardDocument['variables']
    panels: readonly TemplatePanel[]
  }

/** Makes a template: ids of panels follow from its name, and places from their sizes. */
export function template({
  name,
  topic,
  title,
  description,
  range,
  variables = [],
  panels,
}: Outline): DashboardTemplate {
  const layouts = layoutsOf(panels)
  const placed = panels.map(({ size: _size, options = {}, ...panel }, index) => ({
    ...{ id: uuidOf(`${name} ${index}`), ...panel },
    ...{ layout: layouts[index]!, options },
  }))
  return { name, topic, document: { format: 1, title, description, range, timezone: null, variables, panels: placed } }
}

/** Row by row, each as high as the highest panel in it. */
function layoutsOf(panels: readonly TemplatePanel[]): PanelDocument['layout'][] {
  const place = { x: 0, y: 0, height: 0 }
  return panels.map(({ size: [w, h] }) => {
    if (place.x + w > GRID_COLUMNS) Object.assign(place, { x: 0, y: place.y + place.height, height: 0 })
    const layout = { x: place.x, y: place.y, w, h }
    Object.assign(place, { x: place.x + w, height: Math.max(place.height, h) })
    return layout
  })
}

/** The choice of pipelines, which most templates have. */
export const PIPELINE_VARIABLE: DashboardDocument['variables'][number] = {
  ...{ name: 'pipeline', title: 'Pipeline', dimension: 'pipeline', dataset: 'jobs', values: [], multiple: true },
}
