import type { QuotaName } from '../../../gql/graphql.ts'
import { formatBytes, formatNumber } from '../../../lib/format.ts'

/** What each quota is called, what it counts, and the option of the command line that sets it. */
export const quotaWords: Readonly<Record<QuotaName, { title: string; counts: string; option: string }>> = {
  JOBS_A_DAY: { title: 'Jobs a day', counts: 'New jobs, by days in UTC.', option: '--jobs-a-day 1000000' },
  STORED_BYTES: {
    title: 'Storage',
    counts: 'What the jobs take in the database.',
    option: '--stored-bytes 50000000000',
  },
  QUERIES_AT_ONCE: {
    title: 'Queries at once',
    counts: 'Questions that are being answered at the same moment.',
    option: '--queries-at-once 20',
  },
  EXPORTS_A_DAY: {
    title: 'Exports a day',
    counts: 'Downloads of data, by days in UTC.',
    option: '--exports-a-day 100',
  },
}

/** An amount in the unit of a quota. */
export function quotaAmount(name: QuotaName, amount: number): string {
  return name === 'STORED_BYTES' ? formatBytes(amount) : formatNumber(amount)
}
