import { describe, expect, test } from 'vitest'
import { isInNetworks, readNetworks } from './networks.ts'

describe('isInNetworks', () => {
  test.each([
    ['10.1.2.3', ['10.0.0.0/8'], true],
    ['11.1.2.3', ['10.0.0.0/8'], false],
    ['::ffff:10.1.2.3', ['10.0.0.0/8'], true],
    ['192.0.2.7', ['10.0.0.0/8', '192.0.2.7'], true],
    ['2001:db8::1', ['2001:db8::/32'], true],
    ['2001:db8::1', ['10.0.0.0/8'], false],
    ['nonsense', ['0.0.0.0/0'], false],
    [null, ['0.0.0.0/0'], false],
    ['10.1.2.3', [], false],
  ])('%s in %j: %s', (address, networks, expected) => {
    expect(isInNetworks(address, networks)).toBe(expected)
  })
})

test.each(['10.0.0.0/33', '10/8', '1', '0x7f.1', 'example.com', '10.0.0.0/8 ', ''])('"%s" is no network', (text) => {
  expect(() => readNetworks('addresses', [text])).toThrow(/addresses has ".*", which is no network/)
})
