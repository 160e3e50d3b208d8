import { Link, useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import { historyAddress } from '../dashboard-address.ts'
import { SetFavouriteDashboard } from '../list/dashboards-query.ts'
import { FavouriteButton } from '../list/favourite-button.tsx'
import type { StoredDashboard } from '../use-dashboard.ts'
import type { DashboardSearch } from './dashboard-search.ts'
import { panelContext } from './panel-context.ts'

// Forms are large, and few who look at a dashboard open one.
const ShareDialog = lazyPart(() => import('../share/share-dialog.tsx'), 'ShareDialog')
const AnnotateDialog = lazyPart(() => import('../annotations/annotate-dialog.tsx'), 'AnnotateDialog')

interface DashboardHeadActionsProps {
  dashboard: StoredDashboard
  /** What the viewer chose goes along into the builder. */
  search: DashboardSearch
  onKiosk: () => void
}

/** What can be done with the dashboard that is looked at. */
export function DashboardHeadActions({ dashboard, search, onKiosk }: DashboardHeadActionsProps) {
  const { id, title, isFavourite, canEdit } = dashboard
  const favourite = useChange(SetFavouriteDashboard)
  const navigate = useNavigate()
  const [open, setOpen] = useState<'share' | 'annotate' | null>(null)
  const close = () => setOpen(null)
  const { range, timezone } = panelContext(dashboard.document, search, viewerZone)
  const fullScreen = () => {
    onKiosk()
    // Where the browser does not allow it, the panels alone are shown all the same.
    void document.documentElement.requestFullscreen().catch(() => {})
  }
  return (
    <>
      <FavouriteButton
        title={title}
        isFavourite={isFavourite}
        onPress={() => void favourite.run({ id, favourite: !isFavourite })}
      />
      <ActionMenu
        label={`More for ${title}`}
        actions={[
          { title: 'Full screen', run: fullScreen },
          { title: 'Panels only', run: onKiosk },
          // Whoever may edit may annotate, too.
          ...(canEdit ? [{ title: 'Annotate', run: () => setOpen('annotate') }] : []),
          { title: 'History', run: () => void navigate({ to: historyAddress(id) }) },
        ]}
      />
      {canEdit ? <Button onPress={() => setOpen('share')}>Share</Button> : null}
      {canEdit ? (
        <Link to="/dashboards/$id/edit" params={{ id }} search={search} className="button primary">
          Edit
        </Link>
      ) : null}
      <Suspense fallback={null}>
        {open === 'share' ? <ShareDialog dashboard={dashboard} onClose={close} /> : null}
        {open === 'annotate' ? <AnnotateDialog range={range} timezone={timezone} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
