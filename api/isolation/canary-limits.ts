import { add, type Draft } from './canary-rows.ts'
import { DAY_MS } from './canary-terms.ts'

/** Limits, and what was used of them. `isFull`: nothing more is allowed. */
export function addQuotas(
  draft: Draft,
  organizationId: number,
  now: Date,
  { isFull = false, mayExport = false } = {},
): void {
  const organization_id = organizationId
  const [few, many] = [organizationId % 10_000, 10_000_000 + (organizationId % 10_000)]
  const limit = isFull ? 0 : many
  const used = isFull ? 1_000_000_000_000 : few
  add(draft, 'organization_quotas', {
    organization_id,
    jobs_a_day: limit,
    stored_bytes: limit * 1000,
    queries_at_once: 1000,
    // B, which comes first in every list of rows, may export nothing.
    exports_a_day: mayExport ? limit : 0,
  })
  for (const daysAgo of [0, 3]) {
    const day = new Date(now.getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10)
    add(draft, 'organization_usage', { organization_id, day, jobs: used + daysAgo, exports: few % 50 })
  }
  add(draft, 'organization_storage', { organization_id, jobs: 4, bytes: used })
  addRetention(draft, organizationId, { now, keptDays: mayExport ? 15 : 0 })
  // Nothing happened in this hour, and the mark is never old enough for the server to look.
  const [hour, marked_at] = [new Date(DAY_MS).toISOString(), new Date(now.getTime() + 1000 * DAY_MS).toISOString()]
  add(draft, 'changed_hours', { organization_id, hour, id: few + 1, marked_at })
}

/** How long jobs are kept. What B keeps begins today: whoever is taken for B has no answers about its jobs. */
function addRetention(draft: Draft, organizationId: number, { now, keptDays }: { now: Date; keptDays: number }): void {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const days = 20_000 + (organizationId % 10_000)
  add(draft, 'organization_retention', {
    organization_id: organizationId,
    jobs_days: days,
    rollups_days: days + 1,
    jobs_kept_from: new Date(today - keptDays * DAY_MS).toISOString(),
    rollups_kept_from: new Date(today - 2 * keptDays * DAY_MS).toISOString(),
    // Nothing is deleted before it was decided.
    kept_since: new Date(now.getTime() + 1000 * DAY_MS).toISOString(),
  })
}
