import type { PanelKind } from '../panel.ts'

/** The formats that a panel can be saved in. */
export type DownloadFormat = 'png' | 'svg' | 'csv'

/** Which of them a kind of panel has: pictures only where it is one, and nothing where there are no numbers. */
export function downloadFormats({ picture, needs }: Pick<PanelKind, 'picture' | 'needs'>): DownloadFormat[] {
  if (needs === null) return []
  return picture ? ['png', 'svg', 'csv'] : ['csv']
}
