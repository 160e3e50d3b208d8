/**
 * How far apart two colours look, to three kinds of eyes. Pure arithmetic on sRGB hex colours, used by the tests of the
 * palette and by whoever picks a new colour for it.
 *
 * Sources: sRGB and CIE L*a*b* of D65 as in IEC 61966-2-1 and CIE 15; the difference is CIE76 (distance in L*a*b*);
 * dichromatic sight after Machado, Oliveira, Fernandes (2009), severity 1.0, applied to linear RGB; contrast after
 * WCAG 2.2.
 */

/** Which eyes look: three working cones, no M cones (deuteranopia) or no L cones (protanopia). */
export type Sight = 'normal' | 'deuteranopia' | 'protanopia'

type Triple = readonly [number, number, number]

const machado: Record<Exclude<Sight, 'normal'>, readonly [Triple, Triple, Triple]> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
}

const toXyz: readonly [Triple, Triple, Triple] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]

const whiteD65: Triple = [0.95047, 1, 1.08883]

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const times = (matrix: readonly [Triple, Triple, Triple], v: Triple): Triple => [
  dot(matrix[0], v),
  dot(matrix[1], v),
  dot(matrix[2], v),
]

const clamp = (x: number): number => Math.min(1, Math.max(0, x))

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** Linear RGB of `#rrggbb`, each part 0..1. Throws a RangeError for anything else. */
function linearRgb(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`a colour is #rrggbb, not ${hex}`)
  const part = (start: number): number => linear(Number.parseInt(hex.slice(start, start + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

/** CIE L*a*b* of a colour as the given eyes see it. */
export function lab(hex: string, sight: Sight): Triple {
  const rgb = linearRgb(hex)
  const seen = sight === 'normal' ? rgb : times(machado[sight], rgb)
  const [x, y, z] = times(toXyz, [clamp(seen[0]), clamp(seen[1]), clamp(seen[2])])
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const [fx, fy, fz] = [f(x / whiteD65[0]), f(y / whiteD65[1]), f(z / whiteD65[2])]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

/** CIE76 difference of two colours for the given eyes; about 2.3 is just noticeable side by side. */
export function difference(a: string, b: string, sight: Sight): number {
  const [l1, a1, b1] = lab(a, sight)
  const [l2, a2, b2] = lab(b, sight)
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2)
}

/** Contrast ratio of two colours after WCAG 2.2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linearRgb(hex))
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}
