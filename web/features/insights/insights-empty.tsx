import { Link } from '@tanstack/react-router'
import { Empty } from '../../ui/empty.tsx'

/** Instead of an empty list: what would be here, and what it takes. */
export function InsightsEmpty({ filtered }: { filtered: boolean }) {
  return filtered ? <NoneMatch /> : <NoneYet />
}

function NoneMatch() {
  return (
    <Empty
      title="No insights match"
      action={
        <Link to="/insights" search={{}} className="button">
          Clear filters
        </Link>
      }
    >
      No insight fits everything that is chosen above. Insights that begin to fit appear here by themselves.
    </Empty>
  )
}

function NoneYet() {
  return (
    <Empty
      title="No insights yet"
      action={
        <Link to="/pipelines" className="button">
          Go to pipelines
        </Link>
      }
    >
      <p>
        Every ten minutes all pipelines are looked through for unusual values, changes for good and trends. What is
        found appears here by itself.
      </p>
      <p>
        A pipeline is looked at once it has had 90 jobs in the last 90 days. Changes and trends need ten days of them,
        unusual values 24. With five jobs an hour over two weeks it is looked at by the hour, too.
      </p>
    </Empty>
  )
}
