import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'

import { measureTcpd } from './tcpd.ts'

const FOLDER = '../shared/data/tcpd'

it('measures nothing in a folder that is absent', () => {
  expect(measureTcpd('nowhere')).toBeNull()
})

it.skipIf(!existsSync(FOLDER))('agrees with annotators better than finding nothing does', () => {
  const score = measureTcpd(FOLDER)
  expect(score?.f1).toBeGreaterThan(0.74)
  expect(score?.cover).toBeGreaterThan(0.69)
})
