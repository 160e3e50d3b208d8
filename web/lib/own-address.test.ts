import { expect, test } from 'vitest'
import { ownAddress } from './own-address.ts'

test.each(['/jobs', '/jobs?status=failed&label=a%3Db', '/pipelines/nightly%20import#x'])('%s is our own', (address) => {
  expect(ownAddress(address)).toBe(address)
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example/jobs',
  'javascript:alert(1)',
  '/..//elsewhere.example',
  '/\t/elsewhere.example',
  'jobs',
  '',
])('%j leads to the jobs', (address) => {
  expect(ownAddress(address)).toBe('/jobs')
})
