import { expect, test } from 'vitest'
import { readPipelineSearch } from './search.ts'

test('findings in the order in which they are offered; what does not exist is as if absent', () => {
  expect(readPipelineSearch({ findings: ['forecast', 'changes', 'band', 'tides'] }).findings).toEqual([
    'band',
    'changes',
    'forecast',
  ])
  expect(readPipelineSearch({ findings: 'trend', range: 'P7D' })).toMatchObject({ findings: ['trend'], range: 'P7D' })
  expect(readPipelineSearch({ findings: 'tides' }).findings).toBeUndefined()
  expect(readPipelineSearch({}).findings).toBeUndefined()
})
