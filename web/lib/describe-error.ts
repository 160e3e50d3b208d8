import { CombinedError } from 'urql'
import { isCodeMissing } from './page-code.ts'
import { ServerAway } from './session.ts'

/** An error in words a person can act on. */
export interface ErrorWords {
  title: string
  text: string
  /** Everything known, for a report. */
  details: string
}

/** Puts any error into words: what happened, what to do, and the details to copy. */
export function describeError(error: unknown): ErrorWords {
  return { ...words(error), details: detailsOf(error) }
}

function words(error: unknown): Omit<ErrorWords, 'details'> {
  if (!(error instanceof CombinedError)) {
    if (error instanceof ServerAway || isCodeMissing(error)) return UNREACHABLE
    return { title: 'Something went wrong on this page', text: messageOf(error) }
  }
  if (isAway(error)) return UNREACHABLE
  if (error.graphQLErrors.length > 0) {
    const text = error.graphQLErrors.map(({ message }) => message).join(' ')
    return { title: 'The server could not answer this', text }
  }
  return { title: 'The server could not answer this', text: `It answered with status ${statusOf(error.response)}.` }
}

/** The server, or what it depends on, could not be reached: asking again may help. */
export function isAway(error: CombinedError): boolean {
  const status = statusOf(error.response)
  return status === null ? error.networkError !== undefined : status >= 502
}

const UNREACHABLE = {
  title: 'The server cannot be reached',
  text: 'It may be restarting, or the network may be down. The page keeps trying by itself.',
}

function statusOf(response: unknown): number | null {
  const known = typeof response === 'object' && response !== null && 'status' in response
  return known && typeof response.status === 'number' ? response.status : null
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Without what stands behind "#": the address of a shared dashboard has its secret there. */
function pageAddress(): string {
  const { location } = globalThis
  return location ? `${location.origin}${location.pathname}${location.search}` : 'unknown'
}

function detailsOf(error: unknown): string {
  const lines = [messageOf(error), `page: ${pageAddress()}`, `time: ${new Date().toISOString()}`]
  if (error instanceof CombinedError) {
    for (const { message, path, extensions } of error.graphQLErrors) {
      lines.push(`${path?.join('.') ?? ''} ${message} ${JSON.stringify(extensions)}`.trim())
    }
  } else if (error instanceof Error && error.stack) lines.push(error.stack)
  return lines.join('\n')
}
