import type { PanelKind } from '../../../panels/panel.ts'
import { gridColumns, type PanelDocument, type PanelLayout } from '../document.ts'
import type { CatalogDataset } from './catalog.ts'
import { editQuery, type QueryEdit } from './edit-query.ts'
import { droppedWords, firstQuery, fitToDataset, fitToNeeds, type FittedQuery } from './fit-query.ts'

/** A panel after a change, and what had to go for it as a sentence; null when nothing had. */
export interface ChangedPanel {
  panel: PanelDocument
  dropped: string | null
}

/** The panel after an edit of its question. */
export function changeQuery(panel: PanelDocument, edit: QueryEdit): PanelDocument {
  return panel.query ? { ...panel, query: editQuery(panel.query, edit) } : panel
}

/** The panel, asked in the forms that its kind and options need, whatever was stored. */
export function askedFully(panel: PanelDocument, { needs, answers, readOptions }: PanelKind): PanelDocument {
  return { ...panel, answers: needs ? answers(readOptions(panel.options)) : [] }
}

/** The panel with other options, and asked in the forms that these need. */
export function changeOptions(panel: PanelDocument, kind: PanelKind, options: unknown): PanelDocument {
  return askedFully({ ...panel, options: recordOf(options) }, kind)
}

/** The panel as another kind: as much of its question as that can show, and a title that nobody wrote follows. */
export function changeKind(
  panel: PanelDocument,
  { from, to }: { from: PanelKind | null; to: PanelKind },
  datasets: readonly CatalogDataset[],
): ChangedPanel {
  const { query, dropped } = queryFor(panel.query, to, datasets)
  const title = panel.title === from?.title ? to.title : panel.title
  const changed = { ...panel, kind: to.kind, title, layout: roomy(panel.layout, to.size), query }
  return { panel: changeOptions(changed, to, to.readOptions(panel.options)), dropped: droppedWords(to.title, dropped) }
}

/** The panel about another dataset: what has the same names there stays. */
export function changeDataset(
  panel: PanelDocument,
  { kind, dataset }: { kind: PanelKind; dataset: CatalogDataset },
  datasets: readonly CatalogDataset[],
): ChangedPanel {
  if (!panel.query || !kind.needs) return { panel, dropped: null }
  const moved = fitToDataset(panel.query, dataset, datasets)
  const { query } = fitToNeeds(moved.query, kind.needs, datasets)
  return { panel: { ...panel, query }, dropped: droppedWords(dataset.title, moved.dropped) }
}

function queryFor(
  query: PanelDocument['query'],
  { needs }: PanelKind,
  datasets: readonly CatalogDataset[],
): FittedQuery | { query: PanelDocument['query']; dropped: string[] } {
  if (!needs) return { query: null, dropped: query ? ['the question'] : [] }
  return query ? fitToNeeds(query, needs, datasets) : { query: firstQuery(needs, datasets), dropped: [] }
}

/** At least as large as the kind has to be, and still on the grid. */
function roomy({ x, y, w, h }: PanelLayout, { minW, minH }: PanelKind['size']): PanelLayout {
  const wide = Math.max(w, minW)
  return { x: Math.min(x, gridColumns - wide), y, w: wide, h: Math.max(h, minH) }
}

const recordOf = (options: unknown): Record<string, unknown> =>
  typeof options === 'object' && options !== null ? { ...options } : {}
