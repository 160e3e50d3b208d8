import type { FailureGroup } from '../../../analytics/failures/group-failures.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { JobFilterInput, readJobFilter, resolveJobFilter } from '../jobs/index.ts'
import { FailureGroupRef } from './failure-group.ts'
import { selectErrors } from './queries.ts'

/** Errors that are read: of more, the rarest are left out, and that is said. */
const MOST_ERRORS = 10_000
const USUAL_GROUPS = 50
const MOST_GROUPS = 500
const USUAL_RANGE = 'P7D'

interface FailureGroups {
  groups: FailureGroup[]
  groupCount: number
  truncated: boolean
}

const FailureGroupsRef = builder.objectRef<FailureGroups>('FailureGroups').implement({
  description: 'The failures of jobs by what their errors have in common.',
  fields: (t) => ({
    groups: t.field({
      type: [FailureGroupRef],
      description: 'Those with most jobs first.',
      resolve: ({ groups }) => groups,
    }),
    groupCount: t.exposeInt('groupCount', {
      description: 'How many groups there are, with those that were not asked for.',
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'Whether there were more than 10,000 different errors: those of the fewest jobs are left out then.',
    }),
  }),
})

builder.queryField('failureGroups', (t) =>
  t.field({
    type: FailureGroupsRef,
    description: 'What goes wrong, and how often: jobs with an error, by what these errors have in common.',
    args: {
      filter: t.arg({ type: JobFilterInput, description: 'Which jobs. Without a range: those of the last 7 days.' }),
      first: t.arg.int({ defaultValue: USUAL_GROUPS, description: 'How many groups, at most 500.' }),
    },
    resolve: (_root, { filter, first }, context) => failureGroups(context, filter, first ?? USUAL_GROUPS),
  }),
)

async function failureGroups(
  context: Context,
  filter: typeof JobFilterInput.$inferInput | null | undefined,
  first: number,
): Promise<FailureGroups> {
  const reach = reachFor('jobs.read', context)
  const { range, ...rest } = readJobFilter(filter)
  const resolved = resolveJobFilter({ ...rest, range: range ?? { last: USUAL_RANGE } }, context.now())
  const errors = await selectErrors(context.sql, reach, resolved, MOST_ERRORS + 1)
  const found = await context.analyst.analyse('failureGroups', errors.slice(0, MOST_ERRORS))
  return {
    groups: found.slice(0, Math.min(Math.max(first, 0), MOST_GROUPS)),
    groupCount: found.length,
    truncated: errors.length > MOST_ERRORS,
  }
}
