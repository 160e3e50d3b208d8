import type { CreateApiKeyInput, Scope } from '../../../gql/graphql.ts'

/** What the form for a new key holds: text as it was typed. */
export interface KeyForm {
  name: string
  scopes: Scope[]
  pipelines: string[]
  addresses: string
  requestsAMinute: string
  /** A day, as `2027-01-31`; empty: never. */
  expires: string
}

/** Nothing is filled in but what most keys are for. */
export const blankKey: KeyForm = {
  name: '',
  scopes: ['READ_METRICS', 'READ_JOBS'],
  pipelines: [],
  addresses: '',
  requestsAMinute: '',
  expires: '',
}

/** What is sent for it. Empty fields are left to the server. A key works until the end of its last day, where the viewer is. */
export function keyInput(form: KeyForm): CreateApiKeyInput {
  const addresses = form.addresses.split(/[\s,;]+/).filter((text) => text !== '')
  return {
    name: form.name.trim(),
    scopes: form.scopes,
    pipelines: form.pipelines.length > 0 ? form.pipelines : null,
    addresses: addresses.length > 0 ? addresses : null,
    requestsAMinute: form.requestsAMinute.trim() === '' ? null : Number(form.requestsAMinute),
    expiresAt: form.expires === '' ? null : endOfDay(form.expires),
  }
}

function endOfDay(day: string): string {
  const end = new Date(`${day}T00:00:00`)
  end.setDate(end.getDate() + 1)
  return end.toISOString()
}
