import { expect, test } from 'vitest'
import type { SentAnnotation } from './annotation-input.ts'
import { readAnnotation } from './read-annotation.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const least: SentAnnotation = { kind: 'RELEASE', title: 'api 2.4' }

test('the least that can be sent is a moment, now, about the whole organization', () => {
  expect(readAnnotation(least, null, NOW)).toEqual({
    ...{ pipeline: null, kind: 'RELEASE', title: 'api 2.4', text: null, link: null, labels: {}, externalId: null },
    ...{ startedAt: NOW, endedAt: null },
  })
})

test('a beginning that is known stands until another one is sent', () => {
  const known = new Date('2026-11-19T08:00:00Z')
  const ended = { ...least, endedAt: NOW }
  expect(readAnnotation(ended, known, NOW)).toMatchObject({ startedAt: known, endedAt: NOW })
  expect(readAnnotation({ ...ended, startedAt: NOW }, known, NOW).startedAt).toBe(NOW)
})

test('blanks around a text go, and a blank text is none', () => {
  const sent = { ...least, text: ' why\n', link: ' https://ci.example/7 ', externalId: '  ' }
  expect(readAnnotation(sent, null, NOW)).toMatchObject({ text: 'why', link: 'https://ci.example/7', externalId: null })
})

test.each<[Partial<SentAnnotation>, string]>([
  [{ title: ' ' }, 'The title of the annotation is empty.'],
  [{ title: 'a'.repeat(101) }, 'longer than 100 characters'],
  [{ text: 'a'.repeat(2001) }, '"text" has 2001 characters. Send 2,000 at most.'],
  [{ text: 'a\0' }, '"text" contains a NUL character'],
  [
    { link: 'javascript:alert(1)' },
    '"link" is "javascript:alert(1)": send an address that begins with "https://" or "http://".',
  ],
  [{ link: 'ci.example/7' }, '"link" is "ci.example/7"'],
  [{ labels: [{ name: ' ', value: 'x' }] }, 'A name in "labels" is empty.'],
  [
    {
      labels: [
        { name: 'version', value: '1' },
        { name: 'version', value: '2' },
      ],
    },
    '"labels" names "version" twice.',
  ],
  [{ labels: Array.from({ length: 65 }, (_, i) => ({ name: `l${i}`, value: '' })) }, 'has 65 entries: at most 64'],
  [{ endedAt: new Date('2026-11-20T11:00:00Z') }, 'lies before "startedAt" 2026-11-20T12:00:00.000Z'],
  [{ startedAt: new Date('1969-01-01T00:00:00Z') }, '"startedAt" lies outside the years 1970 to 2200'],
])('refuses %j', (part, message) => {
  expect(() => readAnnotation({ ...least, ...part }, null, NOW)).toThrow(message)
})
