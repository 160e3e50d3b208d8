import './audit.css'
import { Missing } from '../../../ui/duration.tsx'
import type { AuditEvent } from './audit-query.ts'
import { eventChanges } from './event-changes.ts'

/** Under an event that is opened: each property that it changed, before and after. */
export function EventDetails({ event }: { event: AuditEvent }) {
  const changes = eventChanges(event.before, event.after)
  if (changes.length === 0) return <p className="muted">It changed nothing that is stored.</p>
  return (
    <table className="event-changes" aria-label={`What ${event.action} changed`}>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before ?? <Missing />}</td>
            <td>{after ?? <Missing />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
