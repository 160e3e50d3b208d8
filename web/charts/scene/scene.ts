import type { Span } from '../../lib/range.ts'
import type { PlotArea } from '../geometry.ts'
import type { Outline } from '../picture/outline.ts'
import type { Shape } from '../picture/shape.ts'

/** Something in a picture that can be looked at and picked: a slice, a cell, a bar, a dot. */
export type SceneItem = {
  id: string
  name: string
  values: readonly { label: string; text: string }[]
  /** What else is to be known, such as that more can come. */
  note?: string
  outline: Outline
  /** The bucket that it stands for, where it stands for one. */
  span?: Span
}

/** A picture that is no chart of series over time: its shapes, and what of them can be picked. */
export type Scene = {
  shapes: readonly Shape[]
  items: readonly SceneItem[]
  /** How many items stand in a row, for the keys up and down; 1 when they are a single row. */
  columns: number
  /** Where time goes from left to right: its buckets, side by side. */
  time?: { area: PlotArea; spans: readonly Span[] }
}

/** What a scene tells its panel, and what the panel tells it. Moments are milliseconds since 1970. */
export interface SceneInteraction {
  cursor: number | null
  onCursor: (at: number | null) => void
  onZoom?: (span: Span) => void
  onZoomBy?: (factor: number, at: number) => void
  /** An item was picked; `shift`: the key Shift was held. */
  onOpen: (item: SceneItem, shift: boolean) => void
  /** What opening does, for the hint under the tooltip. */
  openHint?: string
}

/** An item in words, for screen readers. */
export function describeItem({ name, values, note }: SceneItem): string {
  const told = values.map(({ label, text }) => `${label} ${text}`).join(', ')
  return `${name}: ${told}.${note === undefined ? '' : ` ${note}.`}`
}
