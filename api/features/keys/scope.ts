import { builder } from '../../schema/builder.ts'
import type { Scope as ScopeName } from '../../schema/permissions.ts'

export const Scope = builder.enumType('Scope', {
  description: 'What a key may be used for.',
  values: {
    READ_METRICS: { value: 'read_metrics', description: 'Ask for tables and series.' },
    READ_JOBS: { value: 'read_jobs', description: 'Ask for jobs and pipelines.' },
    INGEST: { value: 'ingest', description: 'Send jobs.' },
    MANAGE: { value: 'manage', description: 'Manage members, teams and keys, and read the audit log.' },
  } satisfies Record<string, { value: ScopeName; description: string }>,
})
