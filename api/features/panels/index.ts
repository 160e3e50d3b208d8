export { type PanelDocument, panelDocument, rangeDocument } from './panel-document.ts'
