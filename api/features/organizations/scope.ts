import { builder } from '../../schema/builder.ts'
import type { Scope as ScopeName } from '../../schema/context.ts'

export const Scope = builder.enumType('Scope', {
  description: 'What a key may be used for.',
  values: {
    READ: { value: 'read', description: 'Ask for jobs, pipelines, tables and series.' },
    INGEST: { value: 'ingest', description: 'Send jobs.' },
  } satisfies Record<string, { value: ScopeName; description: string }>,
})
