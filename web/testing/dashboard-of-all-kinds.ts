import type { DashboardDocument } from '../features/dashboards/document.ts'
import { newPanel, withPanel } from '../features/dashboards/builder/edits.ts'
import { panelKinds } from '../panels/index.ts'
import type { PanelKind } from '../panels/panel.ts'

const empty: DashboardDocument = {
  ...{ format: 1, title: '', description: null, range: { last: 'PT24H' }, timezone: 'UTC' },
  ...{ variables: [], panels: [] },
}

/** A dashboard with a panel of every kind, each as the builder adds it, and a text that is higher than its panel. */
export function dashboardOfAllKinds(title: string): DashboardDocument {
  const document = withEveryKind(title)
  const text = '# On call\n\n' + 'Whoever sees this first calls the others.\n\n'.repeat(20)
  const panels = document.panels.map((panel) => (panel.kind === 'markdown' ? { ...panel, options: { text } } : panel))
  return { ...document, panels }
}

function withEveryKind(title: string): DashboardDocument {
  return (panelKinds as unknown as readonly PanelKind[]).reduce<DashboardDocument>(
    (document, kind) => withPanel(document, newPanel(kind, document, { id: crypto.randomUUID() })),
    { ...empty, title },
  )
}
