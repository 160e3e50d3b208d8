import { expect, test } from 'vitest'
import { readExpiry } from './read-expiry.ts'

const now = new Date('2026-11-20T10:00:00Z')

test.each([
  ['2027-01-31', '2027-01-31T00:00:00.000Z'],
  ['2027-01-31T12:00:00+01:00', '2027-01-31T11:00:00.000Z'],
  ['2026-11-20T10:01Z', '2026-11-20T10:01:00.000Z'],
])('%s', (text, moment) => {
  expect(readExpiry(text, now).toISOString()).toBe(moment)
})

test.each(['tomorrow', '2027-02-30', '2027-13-01', '31.01.2027', '2027-01-31T12:00:00', '2027', ''])(
  '"%s" is refused',
  (text) => {
    expect(() => readExpiry(text, now)).toThrow(`--expires is "${text}", which `)
  },
)

test('a time that is over is refused', () => {
  expect(() => readExpiry('2026-11-20', now)).toThrow('--expires is 2026-11-20, which is over already.')
})
