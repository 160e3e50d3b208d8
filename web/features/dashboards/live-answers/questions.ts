import type { PanelDocument } from '../document.ts'
import type { PanelContext } from '../view/panel-context.ts'
import type { Questions } from './answers-state.ts'

/**
 * What each panel asks, as text: the same text is the same question. Panels that ask nothing are left out, as are titles,
 * places and options, which change nothing of an answer.
 */
export function questionsOf(panels: readonly PanelDocument[], context: PanelContext): Questions {
  const asking = panels.filter(({ query, answers }) => query !== null && answers.length > 0)
  return Object.fromEntries(asking.map(({ id, query, answers }) => [id, JSON.stringify([query, answers, context])]))
}
