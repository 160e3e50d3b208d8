import { expect, test } from 'vitest'
import { providerForm, providerInput } from './provider-form.ts'

test('a secret that was not typed is not sent, so that the stored one stays', () => {
  const form = { ...providerForm(null), name: ' Acme ', issuer: 'https://id.example.com', clientId: 'tachograph' }
  expect(providerInput(form)).not.toHaveProperty('clientSecret')
  expect(providerInput({ ...form, clientSecret: 'secret' })).toMatchObject({ name: 'Acme', clientSecret: 'secret' })
})

test('without a claim and a role nobody gets one, and domains are separated by anything', () => {
  const form = { ...providerForm(null), defaultRole: '' as const, emailDomains: 'example.com; example.org' }
  expect(providerInput(form)).toMatchObject({
    roleClaim: null,
    defaultRole: null,
    emailDomains: ['example.com', 'example.org'],
  })
})
