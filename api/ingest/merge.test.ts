import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFinished, type JobEvent } from './job-event.ts'
import type { JobState } from './job-state.ts'
import { mergeJob } from './merge.ts'
import { progress } from './merge-attempt.ts'
import { jobEvent, jobEvents, second } from './testing-events.ts'

/** The state after all events, which must not contradict each other. */
function fold(events: JobEvent[], start: JobState | null = null): JobState | null {
  return events.reduce<JobState | null>((state, event) => {
    const merged = mergeJob(state, event)
    if ('conflict' in merged) throw new Error(merged.conflict)
    return merged.state
  }, start)
}

function conflictOf(events: JobEvent[], last: JobEvent): string {
  const merged = mergeJob(fold(events), last)
  return 'conflict' in merged ? merged.conflict : 'none'
}

const oneJob = jobEvents.map((event) => ({ ...event, pipeline: 'build', externalId: '1' }))
const shuffled = fc
  .array(oneJob, { minLength: 1, maxLength: 8 })
  .chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.shuffledSubarray(events),
    ),
  )

describe('the same events give the same job', () => {
  test('in any order, and when some come twice', () => {
    fc.assert(
      fc.property(shuffled, ([events, order, again]) => {
        expect(fold([...order, ...again])).toEqual(fold(events))
      }),
      { numRuns: 1000 },
    )
  })

  test('one that is merged again changes nothing, and says so', () => {
    fc.assert(
      fc.property(shuffled, ([events, order]) => {
        const state = fold(events)
        for (const event of order) expect(mergeJob(state, event)).toEqual({ state, changed: false })
      }),
    )
  })

  test('`changed` says whether the state is another one', () => {
    fc.assert(
      fc.property(fc.array(oneJob, { maxLength: 6 }), oneJob, (events, last) => {
        const before = fold(events)
        const merged = mergeJob(before, last)
        if ('conflict' in merged) throw new Error(merged.conflict)
        expect(merged.changed).toBe(JSON.stringify(merged.state) !== JSON.stringify(before))
      }),
    )
  })

  test('nothing is modified', () => {
    fc.assert(
      fc.property(fc.array(oneJob, { maxLength: 6 }), oneJob, (events, last) => {
        const state = fold(events)
        const before = JSON.stringify([state, last])
        mergeJob(state, last)
        expect(JSON.stringify([state, last])).toBe(before)
      }),
    )
  })
})

/** Some events without the time of their status, which is then the time of receipt, in any relation to the sent times. */
const withAssumed = oneJob.chain((event) =>
  fc.integer({ min: 0, max: 300 }).map((receipt): JobEvent => {
    const own = event.status === 'QUEUED' ? 'queuedAt' : event.status === 'RUNNING' ? 'startedAt' : 'finishedAt'
    const sent = [event.queuedAt, event.startedAt, event.finishedAt].filter((time, i) => time && i < TIMES.indexOf(own))
    const assumed = new Date(Math.max(second(receipt).getTime(), ...sent.map((time) => time!.getTime())))
    return receipt % 2 === 0 ? event : { ...event, [own]: assumed, assumed: own }
  }),
)
const TIMES = ['queuedAt', 'startedAt', 'finishedAt'] as const

describe('assumed times', () => {
  test('never make a job contradict itself, and delivering everything again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(withAssumed, { minLength: 1, maxLength: 8 }), (events) => {
        const state = fold(events)!
        const { queuedAt, startedAt, finishedAt } = state.latest
        const known = [queuedAt, startedAt, finishedAt].filter((time) => time !== null).map((time) => time.getTime())
        expect(known).toEqual(known.toSorted((a, b) => a - b))
        expect(fold(events, state)).toEqual(state)
      }),
      { numRuns: 1000 },
    )
  })

  test('leave what was sent as it is, in any order', () => {
    const told = (state: JobState | null) => {
      const attempts = [...state!.earlierAttempts, state!.latest].map((attempt) => ({
        ...attempt,
        status: progress(attempt.status),
        assumed: null,
        ...Object.fromEntries(TIMES.map((name) => [name, attempt.assumed.includes(name) ? null : attempt[name]])),
      }))
      return { ...state, attempts, latest: null, earlierAttempts: null, at: null, queueMs: null, durationMs: null }
    }
    const orders = fc
      .array(withAssumed, { minLength: 1, maxLength: 8 })
      .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })))
    fc.assert(fc.property(orders, ([events, order]) => void expect(told(fold(order))).toEqual(told(fold(events)))))
  })

  const queued = jobEvent({ status: 'QUEUED', queuedAt: second(0), assumed: 'queuedAt' })
  const running = jobEvent({ status: 'RUNNING', startedAt: second(5), assumed: 'startedAt' })
  const done = jobEvent({ finishedAt: second(65), assumed: 'finishedAt' })

  test('measure a job whose sender only tells the status', () => {
    expect(fold([queued, running, done])).toMatchObject({ at: second(0), queueMs: 5000, durationMs: 60_000 })
  })

  test('are dropped when the job is already further along', () => {
    const late = { ...queued, queuedAt: second(70) }
    expect(fold([done, late])).toMatchObject({ at: second(65), queueMs: null, latest: { queuedAt: null } })
    const ofEarlierAttempt = fold([{ ...running, attempt: 2 }, done])!
    expect(ofEarlierAttempt.earlierAttempts).toMatchObject([{ number: 1, status: 'SUCCEEDED', finishedAt: null }])
  })

  test('give way to a sent time, earlier or later', () => {
    const sent = jobEvent({ queuedAt: second(-3), startedAt: second(7), finishedAt: second(66) })
    expect(fold([queued, running, done, sent])).toMatchObject({ queueMs: 10_000, durationMs: 59_000 })
    expect(fold([queued, running, done, sent])!.latest.assumed).toEqual([])
  })

  test('are forgotten when a sent time shows that they were too late, and moved when they were too early', () => {
    const startedBefore = jobEvent({ status: 'RUNNING', startedAt: second(-1) })
    expect(fold([queued, startedBefore])).toMatchObject({ at: second(-1), queueMs: null, latest: { queuedAt: null } })
    const clockAhead = jobEvent({ startedAt: second(90), finishedAt: second(90), assumed: 'finishedAt' })
    expect(fold([done, clockAhead])).toMatchObject({ latest: { finishedAt: second(90), assumed: ['finishedAt'] } })
  })
})

describe('a job', () => {
  test('that has finished never goes back', () => {
    fc.assert(
      fc.property(shuffled, oneJob, ([events], last) => {
        const before = fold(events)!
        const after = fold([last], before)!
        fc.pre(after.revision === before.revision && after.latest.number === before.latest.number)
        expect(progress(after.latest.status)).toBeGreaterThanOrEqual(progress(before.latest.status))
        if (isFinished(before.latest.status)) expect(after.latest.finishedAt! <= before.latest.finishedAt!).toBe(true)
      }),
    )
  })

  test('shows its latest attempt and keeps the others', () => {
    const first = jobEvent({ status: 'FAILED', startedAt: second(1), finishedAt: second(9), error: 'disk full' })
    const retry = jobEvent({ status: 'RUNNING', attempt: 2, startedAt: second(20) })
    expect(fold([retry, first])).toEqual(fold([first, retry]))
    expect(fold([first, retry])).toMatchObject({
      at: second(1),
      durationMs: null,
      latest: { number: 2, status: 'RUNNING', error: null },
      earlierAttempts: [{ number: 1, status: 'FAILED', error: 'disk full' }],
    })
  })

  test('ends as it ended first; of two ends at the same moment the one later in the list of statuses', () => {
    const failed = jobEvent({ status: 'FAILED', finishedAt: second(10) })
    expect(fold([failed, jobEvent({ finishedAt: second(11) })])!.latest.status).toBe('FAILED')
    expect(fold([failed, jobEvent({ finishedAt: second(9) })])!.latest.status).toBe('SUCCEEDED')
    expect(fold([failed, jobEvent({ finishedAt: second(10) })])!.latest.status).toBe('FAILED')
  })

  test('is replaced by a higher revision', () => {
    const wrong = jobEvent({ labels: { region: 'us' }, cost: { amount: 9, currency: 'USD' }, error: 'x' })
    const right = jobEvent({ revision: 2, status: 'RUNNING', startedAt: second(3) })
    expect(fold([wrong, right])).toEqual(fold([right]))
    expect(fold([right, wrong])).toEqual(fold([right]))
  })

  test('refuses an event that would put its times out of order', () => {
    const queuedLate = jobEvent({ status: 'QUEUED', queuedAt: second(9) })
    expect(conflictOf([queuedLate], jobEvent({ status: 'RUNNING', startedAt: second(8) }))).toBe(
      'With what is known of attempt 1 of this job, startedAt 2026-11-20T10:00:08.000Z would lie before queuedAt ' +
        '2026-11-20T10:00:09.000Z. To correct the job, send it whole with a higher revision.',
    )
    expect(conflictOf([queuedLate], jobEvent({ finishedAt: second(8) }))).toMatch('finishedAt')
    expect(
      conflictOf([jobEvent({ finishedAt: second(8) })], jobEvent({ status: 'RUNNING', startedAt: second(9) })),
    ).toMatch('would lie before startedAt')
    expect(conflictOf([queuedLate], jobEvent({ revision: 1, finishedAt: second(8) }))).toBe('none')
  })
})
