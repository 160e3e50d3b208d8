import fc from 'fast-check'
import { JOB_STATUSES, type JobEvent } from './job-event.ts'

export const T0 = Date.UTC(2026, 10, 20, 10)

/** A moment `seconds` after T0. */
export function second(seconds: number): Date {
  return new Date(T0 + seconds * 1000)
}

/** An event in which only the given fields say something. */
export function jobEvent(given: Partial<JobEvent> = {}): JobEvent {
  return {
    pipeline: 'build',
    externalId: '1',
    status: 'SUCCEEDED',
    attempt: 1,
    revision: 0,
    queuedAt: null,
    startedAt: null,
    finishedAt: given.status === undefined ? second(200) : null,
    assumed: null,
    trigger: null,
    error: null,
    labels: {},
    metrics: {},
    cost: null,
    ...given,
  }
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const moment = (from: number) => fc.integer({ min: from, max: from + 3 }).map(second)
const few = fc.constantFrom('a', 'b', '__proto__', 'constructor')

/**
 * Events as checked ones are, about few jobs, so that they meet. Times of one kind lie in a window of their own, so that no
 * two events contradict each other: queued 0 to 3 s, started 100 to 103 s, finished 200 to 203 s after T0.
 */
export const jobEvents: fc.Arbitrary<JobEvent> = fc
  .record({
    pipeline: fc.constantFrom('build', 'deploy'),
    externalId: fc.constantFrom('1', '2'),
    status: fc.constantFrom(...JOB_STATUSES),
    attempt: fc.integer({ min: 1, max: 3 }),
    revision: fc.constantFrom(0, 0, 0, 1),
    queuedAt: maybe(moment(0)),
    startedAt: maybe(moment(100)),
    finishedAt: maybe(moment(200)),
    trigger: maybe(few),
    error: maybe(fc.constantFrom('', 'no', 'on', 'out of memory')),
    labels: fc.dictionary(few, fc.constantFrom('x', 'y')),
    metrics: fc.dictionary(few, fc.integer({ min: -2, max: 2 })),
    cost: maybe(fc.record({ amount: fc.constantFrom(0.1, 2), currency: fc.constantFrom('EUR', 'USD') })),
    own: moment(0),
  })
  .map(({ own, ...event }) => {
    const after = (seconds: number) => new Date(own.getTime() + seconds * 1000)
    if (event.status === 'QUEUED') {
      return { ...event, queuedAt: event.queuedAt ?? own, startedAt: null, finishedAt: null, assumed: null }
    }
    if (event.status === 'RUNNING') {
      return { ...event, startedAt: event.startedAt ?? after(100), finishedAt: null, assumed: null }
    }
    return { ...event, finishedAt: event.finishedAt ?? after(200), assumed: null }
  })
