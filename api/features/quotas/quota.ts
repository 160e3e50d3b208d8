import { builder } from '../../schema/builder.ts'

const QuotaName = builder.enumType('QuotaName', {
  description: 'What an organization can be limited in.',
  values: {
    JOBS_A_DAY: { description: 'New jobs that are recorded in a day, in UTC.' },
    STORED_BYTES: { description: 'What all jobs together take.' },
    QUERIES_AT_ONCE: { description: 'Queries and mutations under way at the same moment, on each server.' },
    EXPORTS_A_DAY: { description: 'Downloads in a day, in UTC.' },
  },
})

/** One limit, and what is used of it. */
export interface QuotaShape {
  name: typeof QuotaName.$inferType
  limit: number | null
  used: number
  unit: string
  resetsAt: Date | null
}

export const Quota = builder.objectRef<QuotaShape>('Quota').implement({
  description: 'How much an organization may have of something. Whoever runs the server decides it.',
  fields: (t) => ({
    name: t.expose('name', { type: QuotaName, description: 'What is limited.' }),
    limit: t.exposeFloat('limit', { nullable: true, description: 'The most there may be; null: there is no limit.' }),
    used: t.exposeFloat('used', { description: 'How much is used.' }),
    unit: t.exposeString('unit', { description: 'What is counted: "jobs", "bytes", "queries" or "exports".' }),
    resetsAt: t.expose('resetsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When counting begins anew; null: what is used goes down only when something is deleted or ends.',
    }),
  }),
})
