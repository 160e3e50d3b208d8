import './panel-preview.ts'

export { type PanelContext, PanelContextRef } from './panel-context.ts'
export {
  ANSWER_FORMS,
  type AnswerForm,
  GRID_COLUMNS,
  panelDocument,
  type PanelDocument,
  rangeDocument,
} from './panel-document.ts'
export { type PanelsChange, PanelsChangeRef } from './panels-change.ts'
export { watchPanels, type WatchedPanels } from './watch-panels.ts'
