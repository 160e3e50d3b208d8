import { Link } from '@tanstack/react-router'
import { Empty } from '../../ui/empty.tsx'

/** Instead of an empty list: what would be here, and what fills it. */
export function PipelinesEmpty({ text }: { text: string | undefined }) {
  if (text !== undefined) {
    return (
      <Empty
        title="No pipelines match"
        action={
          <Link from="/pipelines" to="/pipelines" search={(old) => ({ ...old, text: undefined })} className="button">
            Clear search
          </Link>
        }
      >
        No pipeline has “{text}” in its name or key.
      </Empty>
    )
  }
  return (
    <Empty
      title="No pipelines yet"
      action={
        <Link to="/jobs" className="button primary">
          Send the first job
        </Link>
      }
    >
      A pipeline appears here by itself with the first job that names it. The page of jobs shows how to send one.
    </Empty>
  )
}
