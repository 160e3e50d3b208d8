import './retention.css'
import { graphql } from '../../../gql/index.ts'
import type { RetentionPanelQuery } from '../../../gql/graphql.ts'
import { formatDate } from '../../../lib/format-time.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { Panel } from '../../../ui/panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { Answered } from '../answered.tsx'
import { useViewer } from '../settings-viewer.ts'
import { RetentionForm } from './retention-form.tsx'
import { howLong } from './retention-input.ts'

const RetentionQuery = graphql(`
  query RetentionPanel {
    retention {
      jobsDays
      rollupsDays
      jobsKeptFrom
      rollupsKeptFrom
    }
  }
`)

type Retention = RetentionPanelQuery['retention']

/** How long jobs and rollups are kept, and what is gone already; owners can change it. */
export function RetentionPanel() {
  const { may } = useViewer()
  const answer = useAnswer(RetentionQuery, {})
  return (
    <Panel title="Retention">
      <Answered answer={answer} skeleton={<RetentionSkeleton />}>
        {({ retention }) => {
          const { jobsDays = null, rollupsDays = null } = retention
          const days = { jobsDays, rollupsDays }
          return (
            <>
              <p className="muted retention-what">
                A question about a time of which the jobs are gone is answered from rollups, their counts by hour and by
                day: by pipeline, status and currency. Single jobs, labels and triggers are gone.
              </p>
              {may('organization.manage') ? (
                <RetentionForm key={`${jobsDays} ${rollupsDays}`} days={days} />
              ) : (
                <p>
                  Jobs are kept {howLong(jobsDays)}, rollups {howLong(rollupsDays)}.
                </p>
              )}
              <Gone retention={retention} />
            </>
          )
        }}
      </Answered>
    </Panel>
  )
}

function Gone({ retention: { jobsKeptFrom, rollupsKeptFrom } }: { retention: Retention }) {
  const day = (at: string) => formatDate(Date.parse(at), 'UTC')
  if (!jobsKeptFrom) return null
  return (
    <p className="settings-sub retention-gone">
      Jobs from before {day(jobsKeptFrom)}
      {rollupsKeptFrom ? ` and rollups from before ${day(rollupsKeptFrom)}` : ''} are deleted (days in UTC).
    </p>
  )
}

function RetentionSkeleton() {
  return (
    <AfterAMoment>
      <SkeletonBar width="70%" />
    </AfterAMoment>
  )
}
