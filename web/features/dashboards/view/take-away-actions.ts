import { copyText } from '../../../lib/copy-text.ts'
import { describeError } from '../../../lib/describe-error.ts'
import { downloadFormats, type DownloadFormat } from '../../../panels/download/formats.ts'
import { passportOf } from '../../../panels/cell-text.ts'
import { panelKindOf } from '../../../panels/index.ts'
import type { PanelAnnotation } from '../../../panels/panel.ts'
import type { Action } from '../../../ui/action-list.tsx'
import type { PanelDocument } from '../document.ts'
import type { ShownAnswers } from '../live-answers/answers-state.ts'
import { curlOf, operationOf } from '../panel-graphql.ts'
import type { PanelContext } from './panel-context.ts'

interface ShownPanel {
  panel: PanelDocument
  shown: ShownAnswers
  annotations: readonly PanelAnnotation[]
  colourOf: (key: string) => number
  /** What the dashboard asks with; absent where the viewer may ask the server nothing else. */
  asked: PanelContext | undefined
  /** Tells what became of it. */
  say: (words: string) => void
}

/** What takes a panel somewhere else: as a file, and as a question for any other client. */
export const takeAwayActions = (shownPanel: ShownPanel): Action[] => [
  ...downloadActions(shownPanel),
  ...copyActions(shownPanel),
]

function downloadActions({ panel, shown: { answers }, annotations, colourOf, say }: ShownPanel): Action[] {
  const kind = panelKindOf(panel.kind)
  if (!kind || passportOf(answers) === null) return []
  const title = panel.title || kind.title
  const input = { title, answers, options: kind.readOptions(panel.options), annotations, colourOf }
  const download = async (format: DownloadFormat) => {
    // Most people who look at a dashboard never draw a file.
    const { downloadPanel } = await import('../../../panels/download/download.ts')
    await downloadPanel(format, kind, input)
  }
  return downloadFormats(kind).map((format) => ({
    title: `Download as ${format.toUpperCase()}`,
    run: () => void download(format).catch((error: unknown) => say(describeError(error).text)),
  }))
}

function copyActions({ panel, shown, asked, say }: ShownPanel): Action[] {
  const operation = asked && operationOf(panel, shown, asked, Date.now())
  if (!operation) return []
  const copy = (text: string) => void copyText(text).then(say)
  return [
    { title: 'Copy as GraphQL', run: () => copy(operation.query) },
    { title: 'Copy as curl', run: () => copy(curlOf(operation, window.location.origin)) },
  ]
}
