import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/empty.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <main>
      <Empty title="There is no such page" action={<Link to="/jobs">Go to jobs</Link>}>
        The address may be mistyped, or what it showed is gone.
      </Empty>
    </main>
  )
}
