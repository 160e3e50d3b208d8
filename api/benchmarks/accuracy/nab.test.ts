import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { measureNab } from './nab.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nab-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const timestamp = (row: number) => new Date(row * 300_000).toISOString().slice(0, 19).replace('T', ' ')

function write(windows: object): void {
  mkdirSync(join(folder, 'data', 'group'), { recursive: true })
  const rows = Array.from({ length: 600 }, (_, i) => `${timestamp(i)},${i >= 400 && i < 420 ? 90 : i % 12}`)
  writeFileSync(join(folder, 'data', 'group', 'cycle.csv'), ['timestamp,value', ...rows, ''].join('\r\n'))
  writeFileSync(join(folder, 'windows.json'), JSON.stringify(windows))
}

test('scores the files that are there', () => {
  const window = [`${timestamp(400)}.000000`, `${timestamp(440)}.000000`]
  write({ 'group/cycle.csv': [window], 'group/absent.csv': [window] })
  const scores = measureNab(folder)!
  expect(scores.standard).toBeGreaterThan(95)
  expect(scores.causal.standard).toBeGreaterThan(95)
})

test('nothing to measure', () => {
  expect(measureNab(folder)).toBeNull()
  write({ 'group/cycle.csv': [] })
  expect(measureNab(folder)).toBeNull()
})

test('a label without its row is an error', () => {
  write({ 'group/cycle.csv': [['1999-01-01 00:00:00', '1999-01-01 01:00:00']] })
  expect(() => measureNab(folder)).toThrow('has no row of 1999-01-01 00:00:00')
})
