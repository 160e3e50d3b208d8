/**
 * The code of an error of the operating system or of PostgreSQL (`ENOENT`, `28P01`), or null when it has none. Of several
 * errors in one (a host with two addresses, both refused) it is the first code.
 */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0])
  return null
}
