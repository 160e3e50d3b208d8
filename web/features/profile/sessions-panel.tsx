import './sessions.css'
import { useRef, useState } from 'react'
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts'
import { formatCount } from '../../lib/format.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useChange } from '../../lib/use-change.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import { agentWords } from './agent-words.ts'
import { Outcome } from './outcome.tsx'

const SessionsQuery = graphql(`
  query Sessions {
    sessions {
      id
      isCurrent
      ...SessionRow
    }
  }
`)

const SessionRow = graphql(`
  fragment SessionRow on Session {
    id
    createdAt
    lastSeenAt
    address
    agent
    isCurrent
    provider
    organization {
      id
      name
    }
  }
`)

const EndSession = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`)

const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions
  }
`)

/** Where the viewer is signed in. A session that is ended leaves its page at once. */
export function SessionsPanel() {
  const { data, error, refetch } = useAnswer(SessionsQuery, {})
  const list = useRef<HTMLUListElement>(null)
  const [said, setSaid] = useState<string | null>(null)
  const endOne = useChange(EndSession)
  const endOthers = useChange(EndOtherSessions)
  const sessions = data?.sessions
  const ended = (words: string) => {
    setSaid(words)
    // The button that had the focus goes away with the session.
    list.current?.focus()
  }
  const end = async (id: string) => {
    setSaid(null)
    if (await endOne.run({ id })) ended('The session is ended.')
    refetch()
  }
  const endAllOthers = async () => {
    setSaid(null)
    const answer = await endOthers.run({})
    if (answer) ended(`${formatCount(answer.endOtherSessions, 'session')} ended.`)
    refetch()
  }
  const others = sessions?.some(({ isCurrent }) => !isCurrent) ?? false
  const actions = others ? (
    <Button onPress={() => void endAllOthers()} isPending={endOthers.isPending}>
      End all others
    </Button>
  ) : null
  return (
    <Panel title="Sessions" actions={actions}>
      {error ? <ErrorPanel error={error} onRetry={refetch} /> : null}
      {sessions ? (
        <ul ref={list} tabIndex={-1} className="sessions" aria-label="Sessions">
          {sessions.map((session) => (
            <SessionItem key={session.id} session={session} onEnd={() => void end(session.id)} />
          ))}
        </ul>
      ) : error ? null : (
        <AfterAMoment>
          <SkeletonBar height={44} />
        </AfterAMoment>
      )}
      <Outcome said={said} problem={endOne.problem ?? endOthers.problem} />
    </Panel>
  )
}

function SessionItem({ session, onEnd }: { session: FragmentType<typeof SessionRow>; onEnd: () => void }) {
  const { createdAt, lastSeenAt, address, agent, isCurrent, provider, organization } = readFragment(SessionRow, session)
  const name = agentWords(agent ?? '')
  return (
    <li className="session">
      <div className="session-words">
        <span>
          <strong>{name}</strong>
          {isCurrent ? <span className="session-current">this one</span> : null}
        </span>
        <span className="muted">
          {organization.name}
          {address ? `, ${address}` : ''},{' '}
          {isCurrent ? 'now' : <>last seen {<RelativeTime at={lastSeenAt ?? createdAt} />}</>}
        </span>
        <span className="muted">
          Signed in <RelativeTime at={createdAt} />
          {provider ? ` with ${provider}` : ''}
        </span>
      </div>
      {isCurrent ? null : (
        <Button onPress={onEnd} aria-label={`End the session of ${name}`}>
          End
        </Button>
      )}
    </li>
  )
}
