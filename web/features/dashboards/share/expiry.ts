const dayMs = 86_400_000

/** How long a link lasts, in the order in which it is offered. */
export const expiryChoices = [
  { id: '1', name: '1 day' },
  { id: '7', name: '7 days' },
  { id: '30', name: '30 days' },
  { id: 'never', name: 'Until it is revoked' },
  { id: 'day', name: 'Until the end of a day' },
] as const

/** What the form for a new link holds. */
export interface LinkForm {
  expiry: string
  /** `2027-01-31`, for the last choice. */
  day: string
}

/** When a link ends; null: never. A day ends at midnight where the viewer is. */
export function expiresAt({ expiry, day }: LinkForm, now: number): string | null {
  if (expiry === 'never') return null
  if (expiry !== 'day') return new Date(now + Number(expiry) * dayMs).toISOString()
  const end = new Date(`${day}T00:00:00`)
  end.setDate(end.getDate() + 1)
  return end.toISOString()
}

/** What is wrong with the form; null when nothing is. */
export function linkProblem({ expiry, day }: LinkForm, now: number): string | null {
  if (expiry !== 'day') return null
  if (Number.isNaN(Date.parse(day))) return 'Choose a day.'
  return Date.parse(expiresAt({ expiry, day }, now)!) > now ? null : 'This day is over: choose a later one.'
}
