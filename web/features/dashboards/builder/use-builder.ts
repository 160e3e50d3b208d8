import { useMemo, useState } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { useAnnotations } from '../annotations/use-annotations.ts'
import { usePanelAnswers } from '../live-answers/use-panel-answers.ts'
import type { StoredDashboard } from '../use-dashboard.ts'
import type { DashboardSearch } from '../view/dashboard-search.ts'
import { panelContext } from '../view/panel-context.ts'
import { useDashboardRange } from '../view/use-dashboard-range.ts'
import { useSurroundings } from '../view/use-surroundings.ts'
import { useDraft } from './use-draft.ts'
import { useEditing } from './use-editing.ts'
import { useHistory } from './use-history.ts'
import { useSaving } from './use-saving.ts'

/** Everything that a builder holds: the document with its history, its draft, and the answers of its panels. */
export function useBuilder(
  dashboard: StoredDashboard,
  search: DashboardSearch,
  onSearch: (part: Partial<DashboardSearch>) => void,
) {
  // What others do meanwhile is told, and does not change what is being edited.
  const [opened] = useState(dashboard)
  const { id, draft, version } = opened
  const begun = draft?.document ?? opened.document
  const basedOn = draft?.basedOn ?? version
  const history = useHistory(begun)
  const editing = useEditing(history)
  const { document } = history
  const edited = { basedOn, document }
  const saved = useDraft(id, edited, { document: begun, isDraft: draft !== null })
  const saving = useSaving(id, edited, saved)

  const range = useDashboardRange(document, search, onSearch)
  const context = useMemo(() => panelContext(document, search, viewerZone), [document, search])
  // Panels can be asked for as soon as the draft that they are part of is saved.
  const answers = usePanelAnswers({
    panels: (saved.sent ?? opened.document).panels,
    context,
    draftOf: saved.sent ? id : null,
  })
  const annotations = useAnnotations(context.range, context.timezone)
  const surroundings = useSurroundings({ search, onSearch, range, context, annotations })
  return {
    history,
    editing,
    saved,
    saving,
    range,
    context,
    answers,
    surroundings,
    isOutdated: dashboard.version > basedOn,
  }
}
