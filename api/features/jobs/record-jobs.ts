import type { Reach } from '../../db/reach.ts'
import {
  beyondReach,
  checkJob,
  type IngestDeps,
  type JobEvent,
  LIMITS,
  recordEvents,
  type RecordResult,
} from '../../ingest/index.ts'
import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { JobInput } from './job-input.ts'
import { RecordJobsPayload } from './record-jobs-payload.ts'

builder.mutationField('recordJobs', (t) =>
  t.field({
    type: RecordJobsPayload,
    description:
      `Records what happened to jobs, at most ${LIMITS.eventsPerCall} a call, in one transaction. Jobs that cannot be ` +
      'recorded are answered one by one; the others are kept. Sending the same again changes nothing. Needs the scope INGEST.',
    args: { input: t.arg({ type: [JobInput], required: true }) },
    resolve(_parent, { input }, context) {
      const reach = reachFor('jobs.send', context)
      if (input.length > LIMITS.eventsPerCall) {
        throw badInput(
          `"input" has ${input.length} jobs: send at most ${LIMITS.eventsPerCall} a call, or as many as you like to POST /ingest/jobs.`,
        )
      }
      return recordInputs(context, reach, input, context.now())
    },
  }),
)

/** Checks and records jobs as they were sent. `index` of each error is the place in `input`. */
async function recordInputs(
  deps: IngestDeps,
  reach: Reach,
  input: readonly unknown[],
  now: Date,
): Promise<RecordResult> {
  const events: JobEvent[] = []
  const places: number[] = []
  const errors: RecordResult['errors'] = []
  input.forEach((raw, index) => {
    const checked = checkJob(raw, now)
    const reason = checked.ok ? beyondReach(reach, checked.event.pipeline) : checked.reason
    if (!checked.ok || reason !== null) return errors.push({ index, reason: reason! })
    events.push(checked.event)
    return places.push(index)
  })
  const recorded = await recordEvents(deps, reach.organizationId, events)
  for (const { index, reason } of recorded.errors) errors.push({ index: places[index]!, reason })
  errors.sort((a, b) => a.index - b.index)
  return { ...recorded, rejected: errors.length, errors }
}
