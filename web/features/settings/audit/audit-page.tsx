import { useNavigate, useSearch } from '@tanstack/react-router'
import { viewerZone } from '../../../lib/format-time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, DataTableSkeleton } from '../../../ui/data-table.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { RangeProblem } from '../../../ui/range-problem.tsx'
import { readRange } from '../../../lib/range.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { Answered } from '../answered.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { auditColumns } from './audit-columns.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { AuditQuery, auditVariables } from './audit-query.ts'
import { isNarrowed, type AuditSearch } from './audit-search.ts'
import { EventDetails } from './event-details.tsx'

/** Who changed or took what, newest first. */
export function AuditPage() {
  return (
    <SettingsPage
      section="/settings/audit"
      subtitle="Every change and every download. Nothing is ever taken out of it."
    >
      <Audit />
    </SettingsPage>
  )
}

function Audit() {
  const search = useSearch({ from: '/signed-in/settings/audit' })
  const navigate = useNavigate({ from: '/settings/audit' })
  const now = useNow(60_000)
  const answer = useAnswer(AuditQuery, auditVariables(search, now, viewerZone))
  // Another question begins with its first page.
  const change = (part: Partial<AuditSearch>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, after: undefined, ...part }), replace })
  return (
    <>
      <AuditFilters search={search} change={change} />
      <RangeProblem problem={readRange(search).problem} />
      <Answered answer={answer} skeleton={<DataTableSkeleton columns={auditColumns} opens />}>
        {({ auditEvents: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <NoEvents narrowed={isNarrowed(search)} onClear={() => void navigate({ search: {} })} />
          ) : (
            <>
              <DataTable
                label="Audit log"
                columns={auditColumns}
                rows={nodes}
                stale={answer.stale}
                nameOf={({ action, subject }) => `${action} ${subject}`}
                details={(event) => <EventDetails event={event} />}
              />
              <nav className="settings-bar" aria-label="Pages">
                <Button isDisabled={search.after === undefined} onPress={() => change({})}>
                  <Icon name="first" />
                  Newest
                </Button>
                <Button
                  isDisabled={!pageInfo.hasNextPage}
                  onPress={() => change({ after: pageInfo.endCursor ?? undefined })}
                >
                  Older
                  <Icon name="chevronRight" />
                </Button>
              </nav>
            </>
          )
        }
      </Answered>
    </>
  )
}

function NoEvents({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (!narrowed) return <Empty title="Nothing has happened yet">Every change made from now on stands here.</Empty>
  return (
    <Empty title="No events match" action={<Button onPress={onClear}>Clear filters</Button>}>
      Nothing in the log fits everything that is chosen above.
    </Empty>
  )
}
