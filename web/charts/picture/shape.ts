import type { Outline, Place } from './outline.ts'

/** How a shape is painted; what is absent is not painted. Lengths in CSS pixels, dashes and gaps in turn. */
export type Paint = {
  fill?: string
  stroke?: string
  lineWidth?: number
  lineDash?: readonly number[]
  opacity?: number
}

/** From place to place; an area is closed. */
export type Path = { kind: 'line' | 'area'; points: readonly Place[] }

/** Letters. They are shown as they are: never read as markup. */
export type Text = {
  kind: 'text'
  x: number
  y: number
  text: string
  fill: string
  /** Which end of the text `x` is; absent: left. */
  align?: 'left' | 'center' | 'right'
  /** Which side of the letters `y` is; absent: their middle. */
  baseline?: 'top' | 'middle' | 'bottom'
  /** In CSS pixels; absent: as on the axes. */
  size?: number
  bold?: boolean
  /** The colour of a ground around the letters, which keeps them apart from what is below. */
  halo?: string
}

/** Shapes that are moved together. */
export type Group = { kind: 'group'; left: number; top: number; shapes: readonly Shape[] }

/** What all pictures are drawn from, in CSS pixels from the top left corner: the later one lies over the earlier. */
export type Shape = ((Outline | Path) & Paint) | Text | Group
