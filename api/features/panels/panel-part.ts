import type { Reach } from '../../db/reach.ts'
import type { Context } from '../../schema/context.ts'
import { type Entry, hubOf, problemFor, type SeriesChange, type TableChange } from '../live/index.ts'
import type { PanelContext } from './panel-context.ts'
import type { AnswerForm, PanelDocument } from './panel-document.ts'
import { panelQuestion } from './panel-question.ts'
import type { PanelChange } from './panels-change.ts'

/** One form of the answers of a panel, which is watched; or the problem that there is with it, which stays. */
export interface PanelPart {
  head: Pick<PanelChange, 'panel' | 'form' | 'every' | 'unfiltered'>
  source: PartSource
}

/** Where the answers come from. */
export type PartSource =
  | { kind: 'table'; entry: Entry<TableChange> }
  | { kind: 'series'; entry: Entry<SeriesChange> }
  | { kind: 'problem'; problem: string }

/** All forms of the answers of these panels, each with its entry in the hub. */
export function panelParts(
  context: Context,
  panels: readonly PanelDocument[],
  asked: { reach: Reach; panelContext: PanelContext },
): PanelPart[] {
  return panels.flatMap((panel) => panel.answers.map((form) => panelPart(context, panel, form, asked)))
}

function panelPart(
  context: Context,
  { id: panel, query }: PanelDocument,
  form: AnswerForm,
  { reach, panelContext }: { reach: Reach; panelContext: PanelContext },
): PanelPart {
  const head = { panel, form, every: null, unfiltered: [] }
  if (!query) return { head, source: { kind: 'problem', problem: 'The panel asks for answers and has no question.' } }
  try {
    const { kind, query: asked, every, unfiltered } = panelQuestion({ query, form }, panelContext, context.now())
    const hub = hubOf(context)
    const question = { reach, query: asked }
    return {
      head: { ...head, every, unfiltered },
      source: kind === 'table' ? { kind, entry: hub.table(question) } : { kind, entry: hub.series(question) },
    }
  } catch (error) {
    return { head, source: { kind: 'problem', problem: problemFor(error, context.log).message } }
  }
}

/** What is new of a part since a revision that was seen; null: there is no answer yet. */
export function partChange({ head, source }: PanelPart, seen: number | null): PanelChange | null {
  const nothing = { ...head, table: null, series: null, problem: null }
  if (source.kind === 'problem') return { ...nothing, problem: source.problem }
  const change = source.entry.changeSince(seen)
  if (!change) return null
  if (change instanceof Error) return { ...nothing, problem: change.message }
  return 'table' in change ? { ...nothing, table: change } : { ...nothing, series: change }
}

/** The newest revision of a part. A problem that stays has one. */
export function partRevision({ source }: PanelPart): number {
  return source.kind === 'problem' ? 1 : source.entry.revision()
}
