import type { FilterInput, MetricQuery } from '../metrics/index.ts'

/**
 * A question as a text that is the same for all ways to write it: what is left out stands as what it means, and filters and
 * their values in one order, since theirs says nothing. That of measures, dimensions and orders does.
 */
export function canonicalQuery(query: MetricQuery): string {
  const { dataset, measures, dimensions, filters, range, every, timezone, orderBy, limit, others, compare } = query
  return JSON.stringify([
    dataset,
    measures,
    dimensions ?? [],
    canonicalFilters(filters ?? []),
    [range.last, range.previous, range.previous ? (range.count ?? 1) : null, range.current, range.from, range.to],
    every ?? null,
    timezone ?? 'UTC',
    (orderBy ?? []).map(({ by, direction }) => [by, direction ?? 'DESC']),
    limit ?? null,
    others ?? false,
    compare ?? null,
  ])
}

function canonicalFilters(filters: readonly FilterInput[]): string[] {
  return sorted(filters.map(canonicalFilter))
}

function canonicalFilter({ dimension, op, values, min, max, any, all }: FilterInput): string {
  return JSON.stringify([
    dimension ?? null,
    // IS and IS_NOT take one value, and are then the same.
    op === 'IS' ? 'IN' : op === 'IS_NOT' ? 'NOT_IN' : (op ?? (any || all ? null : 'IN')),
    values ? sorted(values) : null,
    min ?? null,
    max ?? null,
    any ? canonicalFilters(any) : null,
    all ? canonicalFilters(all) : null,
  ])
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}
