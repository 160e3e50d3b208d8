import { textWidth } from './geometry.ts'

/** A text as far as it fits, with an ellipsis where it was cut; empty when not even a letter fits. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  const letters = [...text]
  for (let count = letters.length - 1; count > 0; count -= 1) {
    const cut = `${letters.slice(0, count).join('').trimEnd()}…`
    if (textWidth(cut) <= width) return cut
  }
  return ''
}
