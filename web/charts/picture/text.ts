import { axisFontPx } from '../geometry.ts'
import type { Text } from './shape.ts'

/** How thick the ground around letters is, half of it below them. */
export const haloPx = 4

/** How large letters are, in CSS pixels. */
export const sizeOf = ({ size = axisFontPx }: Text): number => size

/** As browsers and PDFs want it. */
export const weightOf = ({ bold = false }: Text): 400 | 600 => (bold ? 600 : 400)

/**
 * How far below its top, middle or bottom a text stands, in its size. Said by numbers, because not all that reads an SVG knows
 * the names of baselines: capitals of the usual fonts are 0.7 high.
 */
const below = { top: 0.85, middle: 0.35, bottom: -0.15 } as const

/** The line that the letters stand on. */
export const baselineOf = (text: Text): number => text.y + below[text.baseline ?? 'middle'] * sizeOf(text)
