import { useNavigate } from '@tanstack/react-router'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { isFiltered, type DashboardsSearch } from './dashboards-search.ts'

interface DashboardsEmptyProps {
  search: DashboardsSearch
  /** Null: the viewer may not make one. */
  onNew: (() => void) | null
}

/** Why the list is empty, and the one thing to do about it. */
export function DashboardsEmpty({ search, onNew }: DashboardsEmptyProps) {
  const navigate = useNavigate()
  if (isFiltered(search)) {
    const clear = (
      <Button onPress={() => void navigate({ to: '/dashboards', search: { sort: search.sort } })}>
        Show all dashboards
      </Button>
    )
    return (
      <Empty title={emptyTitle(search)} action={clear}>
        {search.show === 'favourites' ? 'The star beside a dashboard makes it one.' : null}
      </Empty>
    )
  }
  const make = onNew ? (
    <Button look="primary" onPress={onNew}>
      New dashboard
    </Button>
  ) : null
  return (
    <Empty title="No dashboards yet" action={make}>
      A dashboard shows numbers about jobs on panels, live.{' '}
      {onNew ? 'Begin with a template, or with an empty page.' : 'Owners, admins and editors make them.'}
    </Empty>
  )
}

function emptyTitle({ text, folder, show }: DashboardsSearch): string {
  if (text !== undefined || folder !== undefined) return 'No dashboard is like that'
  if (show === 'favourites') return 'No favourites yet'
  return show === 'recent' ? 'None opened yet' : 'None of your own yet'
}
