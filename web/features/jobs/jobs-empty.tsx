import { Link } from '@tanstack/react-router'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Empty } from '../../ui/empty.tsx'

/** Instead of an empty list: what would be here, and what fills it. */
export function JobsEmpty({ filtered }: { filtered: boolean }) {
  return filtered ? <NoneMatch /> : <NoneYet />
}

function NoneMatch() {
  return (
    <Empty
      title="No jobs match"
      action={
        <Link to="/jobs" search={{}} className="button">
          Clear filters
        </Link>
      }
    >
      No job fits everything that is chosen above. Jobs that begin to fit appear here by themselves.
    </Empty>
  )
}

function NoneYet() {
  const example = exampleCall(window.location.origin)
  return (
    <Empty title="No jobs yet" action={<CopyButton text={example} label="Copy command" />}>
      <p>
        A job appears here as soon as it is sent in. Make a key with{' '}
        <code>npx tachograph create-key --name first --scope ingest</code>, put it in the place of KEY, and run this. In
        a browser, <a href="/graphql">GraphiQL</a> records jobs too.
      </p>
      <pre className="empty-example">{example}</pre>
    </Empty>
  )
}

function exampleCall(origin: string): string {
  const job = { pipeline: 'nightly-import', externalId: 'run-1', status: 'RUNNING', trigger: 'schedule' }
  return [
    `curl ${origin}/ingest/jobs \\`,
    `  -H 'Authorization: Bearer KEY' \\`,
    `  -H 'Content-Type: application/x-ndjson' \\`,
    `  --data-binary '${JSON.stringify(job)}'`,
  ].join('\n')
}
