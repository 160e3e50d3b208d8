type Rgb = [number, number, number]

/** Red, green and blue of `#rrggbb`, each 0..255. */
export const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb

/** A colour between two `#rrggbb`: `share` 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)]
  const parts = a.map((part, i) => Math.round(part + share * ((b[i] ?? part) - part)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
