import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobId } from './job-id.ts'

test('jobId is a UUID of version 8, the first bytes of a SHA-256', () => {
  // printf '[1,"build","7"]' | sha256sum gives e71427022e1de4f7f460a7267bce9537...
  expect(jobId(1, 'build', '7')).toBe('e7142702-2e1d-84f7-b460-a7267bce9537')
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  fc.assert(fc.property(fc.nat(), fc.string(), fc.string(), (org, a, b) => void expect(jobId(org, a, b)).toMatch(uuid)))
})

test('jobId keeps apart what differs only in where one part ends', () => {
  const ids = [jobId(1, 'a', 'b'), jobId(1, 'ab', ''), jobId(1, '', 'ab'), jobId(1, 'a","b', ''), jobId(11, 'a', 'b')]
  expect(new Set(ids).size).toBe(ids.length)
})
