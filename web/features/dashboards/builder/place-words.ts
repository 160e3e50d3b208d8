import type { PanelLayout } from '../document.ts'

/** Where a panel stands, for those who do not see it: 'Jobs: column 1, row 5, 6 columns wide, 7 rows high'. */
export function placeWords(title: string, { x, y, w, h }: PanelLayout): string {
  return `${title}: column ${x + 1}, row ${y + 1}, ${count(w, 'column')} wide, ${count(h, 'row')} high`
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
