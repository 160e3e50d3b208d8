import './scalars.ts'
import '../features/organizations/index.ts'
import '../features/keys/index.ts'
import '../features/people/index.ts'
import '../features/permissions/index.ts'
import '../features/audit/index.ts'
import '../features/members/index.ts'
import '../features/teams/index.ts'
import '../features/pipelines/index.ts'
import '../features/jobs/index.ts'
import '../features/metrics/index.ts'
import '../features/live/index.ts'
import '../features/providers/index.ts'
import '../features/quotas/index.ts'
import { builder } from './builder.ts'
import { tellUserErrors } from './user-errors.ts'

/** The whole GraphQL schema: every feature above has registered its types. */
export const schema = tellUserErrors(builder.toSchema())
