import { graphql } from '../../../gql/index.ts'
import type { AuditFilter, AuditPageQuery, AuditPageQueryVariables } from '../../../gql/graphql.ts'
import { rangeInput, spanInput, spanOf } from '../../../lib/range-span.ts'
import { readRange, type RangeChoice } from '../../../lib/range.ts'
import type { AuditSearch } from './audit-search.ts'

/** How many events a page of the log has. */
const PAGE_SIZE = 50

/** A page of the log, newest first. */
export const AuditQuery = graphql(`
  query AuditPage($filter: AuditFilter, $first: Int!, $after: String) {
    auditEvents(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        at
        actor
        actorKind
        action
        subject
        before
        after
        address
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What the newest events are and whose, to choose from: the log has no other list of either. */
export const AuditChoices = graphql(`
  query AuditChoices {
    auditEvents(first: 500) {
      nodes {
        id
        action
        actor
      }
    }
  }
`)

/** Something that somebody did. */
export type AuditEvent = AuditPageQuery['auditEvents']['nodes'][number]

/**
 * What to ask for an address.
 * @param now milliseconds since 1970: what 'today' means
 * @param timezone IANA name: where its midnights are
 */
export function auditVariables(search: AuditSearch, now: number, timezone: string): AuditPageQueryVariables {
  const filter: AuditFilter = {}
  if (search.text) filter.text = search.text
  if (search.action) filter.action = search.action
  if (search.actor) filter.actor = search.actor
  const choice = chosenRange(search)
  if (choice) filter.range = rangeInput(choice, now, timezone)
  return {
    filter: Object.keys(filter).length === 0 ? null : filter,
    first: PAGE_SIZE,
    after: search.after ?? null,
  }
}

/** The range that the address names; null for all of time. */
export function chosenRange(search: AuditSearch): RangeChoice | null {
  const named = search.range !== undefined || search.from !== undefined || search.to !== undefined
  return named ? readRange(search).choice : null
}

/** Where the log of a range can be downloaded: all of it without one. */
export function auditDownload(search: AuditSearch, now: number, timezone: string): string {
  const choice = chosenRange(search)
  if (!choice) return '/export/audit.csv'
  return `/export/audit.csv?${new URLSearchParams(spanInput(spanOf(choice, now, timezone)))}`
}
