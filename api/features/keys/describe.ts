import type { ApiKeyRow } from './queries.ts'

/** A key as the audit log keeps it. */
export function describeKey({ prefix, scopes, pipelines, addresses, requestsAMinute, expiresAt }: ApiKeyRow) {
  return { prefix, scopes, pipelines, addresses, requestsAMinute, expiresAt: expiresAt?.toISOString() ?? null }
}
