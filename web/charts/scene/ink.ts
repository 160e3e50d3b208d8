import { rgbOf } from '../mix.ts'

/** Relative luminance after WCAG 2.2, 0..1. */
function luminance(hex: string): number {
  const linear = rgbOf(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
}

/** Black or white, whichever has the larger contrast to a ground: never less than 4.5. */
export function inkOn(ground: string): '#000000' | '#ffffff' {
  const light = luminance(ground)
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff'
}
