import { Link, useNavigate } from '@tanstack/react-router'
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts'
import { useShortcuts } from '../../lib/shortcuts/use-shortcuts.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { statusWords, type Status } from '../../ui/status.tsx'

const JobNeighboursParts = graphql(`
  fragment JobNeighbours on Job {
    previous {
      id
      externalId
      status
    }
    next {
      id
      externalId
      status
    }
  }
`)

interface Neighbour {
  id: string
  externalId: string
  status: Status
}

/** The jobs before and after this one in the same pipeline. `[` and `]` lead there. */
export function JobNeighbours({ job }: { job: FragmentType<typeof JobNeighboursParts> }) {
  const { previous, next } = readFragment(JobNeighboursParts, job)
  const navigate = useNavigate()
  const go = (to: Neighbour | null | undefined) => to && void navigate({ to: '/jobs/$id', params: { id: to.id } })
  useShortcuts([
    { keys: ['['], label: 'Previous job of the pipeline', group: 'This job', run: () => go(previous) },
    { keys: [']'], label: 'Next job of the pipeline', group: 'This job', run: () => go(next) },
  ])
  return (
    <nav aria-label="Jobs of the same pipeline" className="job-neighbours">
      <NeighbourLink to={previous} icon="chevronLeft" words="Previous" />
      <NeighbourLink to={next} icon="chevronRight" words="Next" />
    </nav>
  )
}

function NeighbourLink({ to, icon, words }: { to?: Neighbour | null; icon: IconName; words: string }) {
  const content = (
    <>
      {icon === 'chevronLeft' ? <Icon name={icon} /> : null}
      {words}
      {icon === 'chevronRight' ? <Icon name={icon} /> : null}
    </>
  )
  if (!to) {
    return (
      <span
        className="button"
        aria-disabled="true"
        title={`This is the ${words === 'Next' ? 'newest' : 'oldest'} job of the pipeline`}
      >
        {content}
      </span>
    )
  }
  return (
    <Link
      to="/jobs/$id"
      params={{ id: to.id }}
      className="button"
      title={`${to.externalId}: ${statusWords[to.status].toLowerCase()}`}
    >
      {content}
    </Link>
  )
}
