import { expect, test } from 'vitest'
import { safeAddress } from './safe-address.ts'

test('pages, mail and paths of this server', () => {
  const kept = [
    'https://example.com/a?b=1#c',
    'http://example.com',
    'mailto:ada@example.com',
    '/jobs',
    '#top',
    '?range=P7D',
  ]
  expect(kept.map(safeAddress)).toEqual(kept)
  expect(safeAddress('HTTPS://EXAMPLE.COM')).toBe('HTTPS://EXAMPLE.COM')
})

test('nothing that could run, however it is written', () => {
  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    'ftp://example.com',
  ]
  expect(refused.map(safeAddress)).toEqual(refused.map(() => null))
})

test('nothing that looks like a path and leads elsewhere', () => {
  expect(['//example.com', '/\\example.com', '\t//example.com', 'example.com', ''].map(safeAddress)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
