import { expect, test } from 'vitest'
import { annotationInput, blankAnnotation } from './annotation-form.ts'

const now = Date.parse('2026-11-20T14:30:45Z')

test('a form that was only given a title is a release of this minute', () => {
  const sent = annotationInput({ ...blankAnnotation(now), title: ' api 2.4 ' })
  expect(sent).toEqual({
    ...{ kind: 'RELEASE', title: 'api 2.4', startedAt: '2026-11-20T14:30:00.000Z', endedAt: null },
    ...{ pipeline: null, link: null, text: null },
  })
})

test('moments are where the viewer is, and are sent as what they are everywhere', () => {
  const form = { ...blankAnnotation(now), startedAt: '2026-07-01T10:00', endedAt: '2026-07-01T11:00' }
  const { startedAt, endedAt } = annotationInput(form)
  expect(startedAt).toBe(new Date(2026, 6, 1, 10).toISOString())
  expect(endedAt).toBe(new Date(2026, 6, 1, 11).toISOString())
})
