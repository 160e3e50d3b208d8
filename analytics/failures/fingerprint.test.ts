import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fingerprint } from './fingerprint.ts'

test.each([
  ['Timeout after 30s: job 4711 on 10.0.0.7:5432', 'Timeout after <duration>: job <number> on <host>'],
  ['connect ECONNREFUSED 127.0.0.1:6379', 'connect ECONNREFUSED <host>'],
  ['getaddrinfo ENOTFOUND db-1.prod.example.com', 'getaddrinfo ENOTFOUND <host>'],
  ['dial tcp [2001:db8::1]:443: refused', 'dial tcp <host>:<number>: refused'],
  ['listen on localhost:8080', 'listen on <host>'],
  ['GET https://api.example.com/v1/jobs?id=7 failed: 502', 'GET <url> failed: <number>'],
  ["ENOENT: no such file, open '/tmp/build-42/out.js'", 'ENOENT: no such file, open <value>'],
  ['cannot read /var/lib/jobs/42.log:7', 'cannot read <path>'],
  ['C:\\agent\\_work\\1\\s\\a.cs(3,4): error', '<path>: error'],
  ['src/app/main.ts:12:3 - error TS2345', '<path> - error TS<number>'],
  ['read/write and/or TCP/IP', 'read/write and/or TCP/IP'],
  ['run 3f2504e0-4f89-11d3-9a0c-0305e82c3301 lost', 'run <id> lost'],
  ['commit 9fceb02d0ae598e95dc970b74767f19372d61af8 not found', 'commit <id> not found'],
  ['segfault at 0x7fff5fbff8c8', 'segfault at <id>'],
  ['pod worker-7c9f8d6b5-x2k4q evicted', 'pod worker-<id>-<id> evicted'],
  ['2024-11-12T10:20:30.123Z worker died', '<time> worker died'],
  ['at 2024-11-12 10:20:30 +0100 and 10:20:31', 'at <time> and <time>'],
  ['mail to jane.doe+x@example.org bounced', 'mail to <email> bounced'],
  ["can't parse it, won't retry", "can't parse it, won't retry"],
  ['key "a b c" missing in `config`', 'key <value> missing in <value>'],
  ['expected -1.5 to be 1,000.25 (12 %)', 'expected <number> to be <number> (<number> %)'],
  ['java.lang.NullPointerException: null', 'java.lang.NullPointerException: null'],
  ['Fehler in Zeile ٣٤: größer als 5', 'Fehler in Zeile <number>: größer als <number>'],
  ['exit code 137', 'exit code <number>'],
  ['took 1.5 s, 20 ms and 3 hours', 'took <duration>, <duration> and <duration>'],
  ['  many\t spaces  ', 'many spaces'],
  ['', ''],
])('%s', (message, shape) => {
  expect(fingerprint(message)).toBe(shape)
})

test('of a stack trace the message and the innermost frame', () => {
  const node = 'Error: job 7 failed\n    at run (/app/run.js:10:5)\n    at main (/app/main.js:2:1)'
  expect(fingerprint(node)).toBe('Error: job <number> failed at run (<path>)')
  const java =
    'java.io.IOException: broken\r\n\tat com.acme.Job.run(Job.java:42)\r\n\tat com.acme.Main.main(Main.java:7)'
  expect(fingerprint(java)).toBe('java.io.IOException: broken at com.acme.Job.run(Job.java:<number>)')
  const python =
    'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    f(0)\n  File "b.py", line 9, in f\n    1/x\nZeroDivisionError: division by zero'
  expect(fingerprint(python)).toBe('ZeroDivisionError: division by zero File <value>, line <number>, in f')
})

const words = fc.constantFrom(
  ...[
    'job',
    '7',
    '0x1f',
    'a1b2c3d4',
    '10.0.0.1',
    '::1',
    '/a/b',
    'x.com',
    'a@b.de',
    '"',
    "'",
    '<',
    '>',
    '<id>',
    '-',
    ':',
    '.',
  ],
  ...[
    ' ',
    '\n',
    '2024-01-02',
    '10:11:12',
    'https://',
    '\\',
    'C:',
    '😀',
    '\ud83d',
    'é',
    '%',
    '5 s',
    'at ',
    'Traceback',
    '1e9',
  ],
)
const message = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(words, { maxLength: 200 }).map((parts) => parts.join('')),
)

test('the fingerprint of a fingerprint is itself, short and without digits or half characters', () => {
  fc.assert(
    fc.property(message, (text) => {
      const shape = fingerprint(text)
      expect(fingerprint(shape)).toBe(shape)
      expect(shape.length).toBeLessThanOrEqual(300)
      expect(shape).not.toMatch(/\p{Nd}/u)
      expect(shape.isWellFormed()).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test('other numbers, the same fingerprint', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.uuid(), fc.uuid(), (a, b, id, other) => {
      expect(fingerprint(`run ${id} of job ${a} failed`)).toBe(fingerprint(`run ${other} of job ${b} failed`))
    }),
  )
})

// Each would take minutes if a pattern went back over its repetitions.
test.each([
  'a',
  '1',
  '0',
  '.',
  '/',
  'a.',
  'a/',
  'a-',
  '1:',
  '1.',
  'f:',
  '"',
  "'",
  '<',
  'a@',
  ':',
  '\\',
  '-',
  ' ',
  '\n',
  'at x\n',
  'a1',
  '😀',
])('100,000 hostile characters: %j', (piece) => {
  expect(fingerprint(piece.repeat(100_000 / piece.length)).length).toBeLessThanOrEqual(300)
})
