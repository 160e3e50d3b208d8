import { expect, test } from 'vitest'
import { exampleCalls } from './example-calls.ts'

const origin = 'https://tachograph.example.com'

test('there is a call for each scope, and no other', () => {
  const titles = (scopes: Parameters<typeof exampleCalls>[2]['scopes']) =>
    exampleCalls(origin, 'KEY', { scopes }).map(({ title }) => title)
  expect(titles(['READ_JOBS'])).toEqual(['The newest jobs'])
  expect(titles(['INGEST'])).toEqual(['Send a job'])
  expect(titles(['INGEST', 'MANAGE', 'READ_JOBS', 'READ_METRICS'])).toHaveLength(4)
})

test('a key that is confined to pipelines sends to one of them, whatever it is called', () => {
  const [send] = exampleCalls(origin, 'tach_1', { scopes: ['INGEST'], pipelines: ["peter's import"] })
  expect(send?.command).toBe(
    [
      'curl https://tachograph.example.com/ingest/jobs \\',
      "  -H 'Authorization: Bearer tach_1' \\",
      "  -H 'Content-Type: application/x-ndjson' \\",
      `  --data-binary '{"pipeline":"peter'\\''s import","externalId":"run-1","status":"RUNNING"}'`,
    ].join('\n'),
  )
})
