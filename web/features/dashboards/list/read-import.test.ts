import { expect, test } from 'vitest'
import { readImport } from './read-import.ts'

test('reads JSON, and says what is none', () => {
  expect(readImport('{"title": "Costs"}')).toEqual({ document: { title: 'Costs' } })
  expect(readImport(' \n')).toEqual({ problem: 'Choose a file, or paste what is in it.' })
  expect(readImport('{"title": ')).toMatchObject({ problem: expect.stringMatching(/^This is no JSON: ./) as string })
})
