import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <Empty
        title="There is no such page"
        action={
          <Link to="/jobs" className="button">
            Go to jobs
          </Link>
        }
      >
        The address may be mistyped, or what it showed is gone.
      </Empty>
    </Page>
  )
}
