import './job-timeline.css'
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts'
import type { JobTimelineFragment } from '../../gql/graphql.ts'
import { formatDuration } from '../../lib/format.ts'
import { formatClock, formatDate, formatTime, zoneName } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { statusWords } from '../../ui/status.tsx'
import { isFinished } from './is-finished.ts'
import { timelineLayout, type Stretch } from './timeline-layout.ts'

const JobTimelineParts = graphql(`
  fragment JobTimeline on Job {
    status
    attempts {
      number
      status
      queuedAt
      startedAt
      finishedAt
    }
  }
`)

type Attempt = JobTimelineFragment['attempts'][number]

/** When the job waited and when it ran, attempt by attempt, on one axis. It grows while the job goes on. */
export function JobTimeline({ job }: { job: FragmentType<typeof JobTimelineParts> }) {
  const { status, attempts } = readFragment(JobTimelineParts, job)
  const now = useNow(isFinished(status) ? null : 1000)
  const layout = timelineLayout(attempts.map(toTimeline), now)
  if (layout === null) return <p className="muted">No times are known.</p>
  const sameDay = formatDate(layout.from) === formatDate(layout.to)
  const byNumber = new Map(attempts.map((attempt) => [attempt.number, attempt]))
  return (
    <figure className="timeline" aria-label="Timeline of queue and run">
      {layout.rows.map(({ number, queue, run }) => {
        const attempt = byNumber.get(number)
        return attempt ? <TimelineRow key={number} attempt={attempt} queue={queue} run={run} /> : null
      })}
      <div className="timeline-axis numeric">
        <time dateTime={new Date(layout.from).toISOString()} title={formatTime(layout.from)}>
          {sameDay ? `${formatClock(layout.from)} ${zoneName(layout.from)}` : formatTime(layout.from)}
        </time>
        <span>{formatDuration(layout.to - layout.from)} in all</span>
        <time dateTime={new Date(layout.to).toISOString()} title={formatTime(layout.to)}>
          {isFinished(status) ? endWords(layout.to, sameDay) : 'now'}
        </time>
      </div>
    </figure>
  )
}

function TimelineRow({ attempt, queue, run }: { attempt: Attempt; queue: Stretch | null; run: Stretch | null }) {
  return (
    <div className="timeline-row">
      <span className="timeline-name">Attempt {attempt.number}</span>
      <div className="timeline-track">
        {queue ? <Bar kind="queue" stretch={queue} words="Queued" /> : null}
        {run ? <Bar kind={attempt.status.toLowerCase()} stretch={run} words={runWords(attempt)} /> : null}
      </div>
      <span className="timeline-lengths numeric">
        {queue ? <span>{lengthWords(queue)} queued</span> : null}
        {run ? <span>{lengthWords(run)} run</span> : null}
      </span>
    </div>
  )
}

function Bar({ kind, stretch, words }: { kind: string; stretch: Stretch; words: string }) {
  return (
    <span
      className={`timeline-bar ${kind}`}
      data-growing={stretch.growing || undefined}
      style={{ left: `${stretch.startPct}%`, width: `${stretch.widthPct}%` }}
      title={`${words} for ${lengthWords(stretch)}`}
    />
  )
}

function endWords(at: number, sameDay: boolean): string {
  return sameDay ? formatClock(at) : formatTime(at)
}

// What grows counts whole seconds, as it does elsewhere on the page.
function lengthWords({ ms, growing }: Stretch): string {
  return growing ? formatDuration(Math.floor(ms / 1000) * 1000) : formatDuration(ms)
}

function runWords({ status }: Attempt): string {
  return isFinished(status) ? `Ran, ${statusWords[status].toLowerCase()},` : 'Has been running'
}

function toTimeline({ number, status, queuedAt, startedAt, finishedAt }: Attempt) {
  return {
    number,
    queuedAt: queuedAt ?? null,
    startedAt: startedAt ?? null,
    finishedAt: finishedAt ?? null,
    finished: isFinished(status),
  }
}
