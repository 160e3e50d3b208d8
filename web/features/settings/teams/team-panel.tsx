import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import type { Person, Team } from './teams-query.ts'

const AddTeamMember = graphql(`
  mutation AddTeamMember($teamId: ID!, $userId: ID!) {
    addTeamMember(teamId: $teamId, userId: $userId) {
      id
    }
  }
`)

const RemoveTeamMember = graphql(`
  mutation RemoveTeamMember($teamId: ID!, $userId: ID!) {
    removeTeamMember(teamId: $teamId, userId: $userId) {
      id
    }
  }
`)

interface TeamPanelProps {
  team: Team
  /** Everybody in the organization. */
  people: readonly Person[]
  /** The viewer may change teams. */
  manages: boolean
  onRename: () => void
  onDelete: () => void
}

/** One team: who is in it, and who can be added. */
export function TeamPanel({ team, people, manages, onRename, onDelete }: TeamPanelProps) {
  const add = useChange(AddTeamMember)
  const remove = useChange(RemoveTeamMember)
  const others = people.filter(({ id }) => !team.members.some((member) => member.id === id))
  const menu = (
    <ActionMenu
      label={`Actions for ${team.name}`}
      actions={[
        { title: 'Rename', run: onRename },
        { title: 'Delete', danger: true, run: onDelete },
      ]}
    />
  )
  return (
    <Panel title={team.name} actions={manages ? menu : null}>
      <Refusal text={add.problem ?? remove.problem} />
      <div className="team-people">
        {team.members.length === 0 ? <span className="muted">Nobody is in it yet.</span> : null}
        {team.members.map((person) => (
          <span key={person.id} className="team-person" title={person.email}>
            {person.name}
            {manages ? (
              <Button
                look="quiet"
                square
                aria-label={`Take ${person.name} out of ${team.name}`}
                onPress={() => void remove.run({ teamId: team.id, userId: person.id })}
              >
                <Icon name="close" />
              </Button>
            ) : null}
          </span>
        ))}
        {manages ? (
          <ActionMenu
            label={`Add someone to ${team.name}`}
            actions={others.map(({ id, name, email }) => ({
              title: `${name} · ${email}`,
              run: () => void add.run({ teamId: team.id, userId: id }),
            }))}
          >
            <Icon name="plus" />
            Add
          </ActionMenu>
        ) : null}
      </div>
    </Panel>
  )
}
