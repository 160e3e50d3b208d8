import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { OPEN_TO_LINKS } from '../../schema/share-links.ts'
import {
  type PanelContext,
  PanelContextRef,
  type PanelDocument,
  type PanelsChange,
  PanelsChangeRef,
  watchPanels,
} from '../panels/index.ts'
import { givenContext, refuseOtherFilters } from './given-context.ts'
import { noPanel, type ShownDashboard, shownDashboard } from './shown-dashboard.ts'

const MOST_PANELS = 100
/** Each form of the answers of each panel has a revision. */
const MOST_REVISIONS = 3 * MOST_PANELS

builder.subscriptionField('panels', (t) =>
  t.field({
    type: PanelsChangeRef,
    extensions: OPEN_TO_LINKS,
    description:
      'The answers of panels of one dashboard: first each as it comes, then what changes. It ends when one of the panels is saved with ' +
      'another question, or removed: subscribe anew, with what `dashboardChanged` tells.',
    args: {
      ids: t.arg.idList({ required: true, description: `Of the panels, at most ${MOST_PANELS}.` }),
      draftOf: t.arg.id({
        description:
          'A dashboard: the panels are those of the draft of whoever asks, as it is now. Default: as they were last saved.',
      }),
      context: t.arg({ type: PanelContextRef, description: 'What whoever looks at the dashboard chose.' }),
      since: t.arg.stringList({
        description: 'After a break, the last revisions that were applied: then only what is new since is told.',
      }),
    },
    subscribe: (_root, { ids, draftOf, context: chosen, since }, context) =>
      watch(context, { ids, draftOf: draftOf ?? null, chosen: chosen ?? {}, since: since ?? [] }),
    resolve: (change) => change,
  }),
)

interface Asked {
  ids: readonly string[]
  draftOf: string | null
  chosen: PanelContext
  since: readonly string[]
}

async function watch(context: Context, asked: Asked): Promise<AsyncIterableIterator<PanelsChange>> {
  const { draftOf, chosen, since } = asked
  if (asked.ids.length > MOST_PANELS) throw badInput(`"ids" has more than ${MOST_PANELS} panels.`)
  if (since.length > MOST_REVISIONS) throw badInput(`"since" has more than ${MOST_REVISIONS} revisions.`)
  const ids = [...new Set(asked.ids.map((id) => id.toLowerCase()))]
  const find = () => shownDashboard(context, { panelIds: ids, draftOf })
  const dashboard = await find()
  if (context.viewer.shareLink) refuseOtherFilters(dashboard.document, chosen.filters ?? [])
  const panels = panelsIn(dashboard, ids)
  if (!panels) throw noPanel()
  const panelContext = givenContext(dashboard.document, chosen)
  const values = watchPanels(context, { reach: dashboard.reach, panels, panelContext, since })
  if (draftOf !== null) return values
  return whileSame(context, { dashboard, panels, find, values })
}

/** The panels with these ids, in their order; null when one is missing. */
function panelsIn({ document }: ShownDashboard, ids: readonly string[]): PanelDocument[] | null {
  const byId = new Map(document.panels.map((panel) => [panel.id, panel]))
  const panels = ids.flatMap((id) => byId.get(id) ?? [])
  return panels.length === ids.length ? panels : null
}

interface Watched {
  dashboard: ShownDashboard
  panels: readonly PanelDocument[]
  /** The dashboard as it is now. */
  find: () => Promise<ShownDashboard>
  values: AsyncIterableIterator<PanelsChange>
}

/** Ends when the panels ask something else than in the beginning: who came by a link shall not keep what was taken away. */
function whileSame(
  context: Context,
  { dashboard, panels, find, values }: Watched,
): AsyncIterableIterator<PanelsChange> {
  const ids = panels.map(({ id }) => id)
  const check = async () => {
    const now = await find().catch(() => null)
    const panelsNow = now && panelsIn(now, ids)
    if (!panelsNow || questionsOf(panelsNow) !== questionsOf(panels)) await end()
  }
  const stop = context.changes.subscribe(dashboard.reach.organizationId, (change) => {
    if (change.dataset === 'dashboards' && (!change.ids || change.ids.includes(dashboard.id))) void check()
  })
  const end = () => {
    stop()
    return values.return!()
  }
  const watched = { next: () => values.next(), return: end, [Symbol.asyncIterator]: () => watched }
  return watched
}

function questionsOf(panels: readonly PanelDocument[]): string {
  return JSON.stringify(panels.map(({ query, answers }) => [query, answers]))
}
