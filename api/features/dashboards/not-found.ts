import { notFound } from '../../schema/errors.ts'

/** There is no such dashboard for whoever asks: another person's private one is not told from one that never was. */
export function noDashboard() {
  return notFound('There is no such dashboard: it may have been deleted, or is private now.')
}
