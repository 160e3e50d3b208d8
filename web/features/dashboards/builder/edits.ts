import type { PanelKind } from '../../../panels/panel.ts'
import type { DashboardDocument, PanelDocument, PanelLayout } from '../document.ts'
import { freePlace } from './arrange.ts'

/** A new panel of a kind, with what its example asks for, so that it shows something at once. Without a place: the first gap. */
export function newPanel(
  kind: PanelKind,
  { panels }: DashboardDocument,
  { id, at }: { id: string; at?: Pick<PanelLayout, 'x' | 'y'> },
): PanelDocument {
  const { w, h } = kind.size
  const options = kind.readOptions({})
  return {
    id,
    kind: kind.kind,
    title: kind.title,
    layout: at ? { ...at, w, h } : freePlace(panels, { w, h }),
    query: kind.needs === null ? null : questionOf(kind),
    answers: kind.needs === null ? [] : kind.answers(options),
    options: recordOf(options),
  }
}

/** A copy of a panel, in the first gap that it fits in. */
export function copyOf(panel: PanelDocument, { panels }: DashboardDocument, id: string): PanelDocument {
  return { ...panel, id, title: `${panel.title} (copy)`, layout: freePlace(panels, panel.layout) }
}

/** A document with one panel more. */
export const withPanel = (document: DashboardDocument, panel: PanelDocument): DashboardDocument => ({
  ...document,
  panels: [...document.panels, panel],
})

/** A document without a panel. */
export const withoutPanel = (document: DashboardDocument, id: string): DashboardDocument => ({
  ...document,
  panels: document.panels.filter((panel) => panel.id !== id),
})

/** A document in which a panel is another one; its place in it stays. */
export const withChangedPanel = (document: DashboardDocument, changed: PanelDocument): DashboardDocument => ({
  ...document,
  panels: document.panels.map((panel) => (panel.id === changed.id ? changed : panel)),
})

/** What an example asks for; the range is that of the dashboard. */
function questionOf({ example }: PanelKind): PanelDocument['query'] {
  const { range: _range, ...query } = example.query
  return query
}

const recordOf = (options: unknown): Record<string, unknown> =>
  typeof options === 'object' && options !== null ? { ...options } : {}
