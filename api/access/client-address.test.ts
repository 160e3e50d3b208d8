import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress, limitedAddress } from './client-address.ts'

const PROXIES = ['10.0.0.0/8', 'fd00::/8']
const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

describe('clientAddress', () => {
  test.each([
    // Without a trusted proxy the header is only what somebody wrote.
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['203.0.113.7', '10.0.0.1', '203.0.113.7'],
    ['::ffff:203.0.113.7', '198.51.100.1', '203.0.113.7'],
    // A trusted one is believed, for the hop that it saw itself.
    ['10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['fd00::1', '2001:db8::5', '2001:db8::5'],
    // What stands before that, the client may have written.
    ['10.0.0.1', '10.9.9.9, 192.0.2.66, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.1', '192.0.2.66, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    // A proxy that says nothing, or nonsense, is the client itself.
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', '198.51.100.1, unknown', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    // Some write ports.
    ['10.0.0.1', '198.51.100.1:50123', '198.51.100.1'],
    ['10.0.0.1', '[2001:db8::5]:50123', '2001:db8::5'],
  ])('%s with "%s" is %s', (remote, forwarded, expected) => {
    expect(clientAddress(from(remote, forwarded), PROXIES)).toBe(expected)
  })

  test('nobody is believed when no proxy is named', () => {
    expect(clientAddress(from('10.0.0.1', '198.51.100.1'), [])).toBe('10.0.0.1')
    expect(clientAddress(from('127.0.0.1', '198.51.100.1'), [])).toBe('127.0.0.1')
  })
})

test('a limit counts networks of 64 bits of IPv6, and addresses of IPv4', () => {
  expect(limitedAddress('198.51.100.1')).toBe('198.51.100.1')
  expect(limitedAddress('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(limitedAddress('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64')
  expect(limitedAddress(null)).toBe('unknown')
})
