import { expect, test } from 'vitest'
import { readToken, sharedAddress } from './shared-address.ts'

test('what is written is read back', () => {
  const address = new URL(sharedAddress('https://tachograph.example', 'share_ab-1_2'))
  expect(readToken(address.hash)).toBe('share_ab-1_2')
  expect(address.pathname + address.search).toBe('/shared')
  expect(readToken('')).toBeNull()
  expect(readToken('#')).toBeNull()
})
