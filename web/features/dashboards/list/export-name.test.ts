import { expect, test } from 'vitest'
import { exportName } from './export-name.ts'

test.each([
  ['Costs: EU & US', 'costs-eu-us.json'],
  ['Übersicht/../etc', 'übersicht-etc.json'],
  ['…', 'dashboard.json'],
])('%s', (title, name) => {
  expect(exportName(title)).toBe(name)
})
