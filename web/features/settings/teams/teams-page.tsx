import './teams.css'
import { useState } from 'react'
import { graphql } from '../../../gql/index.ts'
import { formatCount } from '../../../lib/format.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { Answered } from '../answered.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { useViewer } from '../settings-viewer.ts'
import { TeamDialog } from './team-dialog.tsx'
import { TeamPanel } from './team-panel.tsx'
import { TeamsQuery, type Team } from './teams-query.ts'

const DeleteTeam = graphql(`
  mutation DeleteTeam($id: ID!) {
    deleteTeam(id: $id)
  }
`)

/** What is open over the page: the form for a new team (`null`) or for one to rename, or the question before deleting one. */
type Open = { form: Team | null } | { deleting: Team }

/** The teams and who is in them. */
export function TeamsPage() {
  return (
    <SettingsPage section="/settings/teams">
      <Teams />
    </SettingsPage>
  )
}

function Teams() {
  const { may } = useViewer()
  const manages = may('teams.manage')
  const answer = useAnswer(TeamsQuery, {})
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const make = manages ? (
    <Button look="primary" onPress={() => setOpen({ form: null })}>
      Make team
    </Button>
  ) : null
  return (
    <>
      <Answered answer={answer} skeleton={<TeamsSkeleton />}>
        {({ teams, members }) =>
          teams.length === 0 ? (
            <Empty title="No teams yet" action={make}>
              A team is a name for people who work on the same pipelines.
              {manages ? '' : ' Owners and admins make them.'}
            </Empty>
          ) : (
            <div className="settings-stack">
              <div className="settings-bar">
                <p className="muted">{formatCount(teams.length, 'team')}</p>
                {make}
              </div>
              {teams.map((team) => (
                <TeamPanel
                  key={team.id}
                  team={team}
                  people={members}
                  manages={manages}
                  onRename={() => setOpen({ form: team })}
                  onDelete={() => setOpen({ deleting: team })}
                />
              ))}
            </div>
          )
        }
      </Answered>
      {open && 'form' in open ? <TeamDialog team={open.form} onClose={close} /> : null}
      {open && 'deleting' in open ? <DeleteDialog team={open.deleting} onClose={close} /> : null}
    </>
  )
}

function DeleteDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const remove = useChange(DeleteTeam)
  return (
    <ConfirmDialog
      title={`Delete ${team.name}`}
      verb="Delete"
      change={remove}
      onConfirm={() => remove.run({ id: team.id })}
      onClose={onClose}
    >
      The team is taken apart. Its {formatCount(team.members.length, 'member')} stay in the organization.
    </ConfirmDialog>
  )
}

function TeamsSkeleton() {
  return (
    <AfterAMoment>
      <div className="settings-stack">
        {[0, 1].map((one) => (
          <Panel key={one} title={<SkeletonBar width={120} />}>
            <SkeletonBar width="50%" height={24} />
          </Panel>
        ))}
      </div>
    </AfterAMoment>
  )
}
