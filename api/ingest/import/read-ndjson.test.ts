import { expect, test } from 'vitest'
import { withUnixLines } from './read-lines.ts'
import { readNdjson } from './read-ndjson.ts'

async function read(text: string) {
  const rows: [number, Record<string, string> | string][] = []
  const pieces = (async function* () {
    for (let at = 0; at < text.length; at += 5) yield text.slice(at, at + 5)
  })()
  for await (const row of readNdjson(withUnixLines(pieces), 'x.ndjson')) {
    rows.push([row.line, 'problem' in row ? row.problem : { ...row.values }])
  }
  return rows
}

test('one object on each line; nested names are joined with a dot', async () => {
  expect(
    await read('{"id":12345678901234567890,"ok":true,"x":null}\r\n\r\n{"a":{"b":{"c":"d"}},"l":[1,"2"],"n":1.50}'),
  ).toEqual([
    [1, { id: '12345678901234567890', ok: 'true' }],
    [3, { 'a.b.c': 'd', l: '["1","2"]', n: '1.50' }],
  ])
})

test('a line that is no object is rejected', async () => {
  expect(await read('{"a":1\n[1]\nnull\n{"a":"2"}\n')).toEqual([
    [1, 'the line is not JSON'],
    [2, 'the line is not a JSON object'],
    [3, 'the line is not a JSON object'],
    [4, { a: '2' }],
  ])
})

test('a file without lines is refused before it fills the memory', async () => {
  await expect(read(`{}\n{"a":"${'x'.repeat(1_000_100)}`)).rejects.toThrow('x.ndjson, line 2: longer than a million')
})
