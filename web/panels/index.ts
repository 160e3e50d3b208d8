import { area } from './area/index.ts'
import { bar } from './bar/index.ts'
import { gauge } from './gauge/index.ts'
import { heatmap } from './heatmap/index.ts'
import { histogram } from './histogram/index.ts'
import { line } from './line/index.ts'
import { markdown } from './markdown/index.ts'
import { number } from './number/index.ts'
import { runs } from './runs/index.ts'
import { table } from './table/index.ts'
import type { PanelKind } from './panel.ts'
import { pie } from './pie/index.ts'
import { scatter } from './scatter/index.ts'
import { statusTimeline } from './status-timeline/index.ts'

/**
 * Every kind of panel, in the order of the palette. A new kind is a folder and its line here. What draws and edits a panel is
 * loaded when one of its kind is shown.
 */
export const panelKinds = [
  line,
  area,
  bar,
  number,
  table,
  pie,
  heatmap,
  histogram,
  scatter,
  gauge,
  statusTimeline,
  runs,
  markdown,
] as const

/** The kind with this name; null when there is none, such as one of a later version. Give it only options that it read itself. */
export function panelKindOf(kind: string): PanelKind | null {
  return (panelKinds.find((one) => one.kind === kind) as PanelKind | undefined) ?? null
}
