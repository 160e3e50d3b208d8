import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import { decoded, withUnixLines } from './read-lines.ts'

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

interface Read {
  columns: string[]
  repeated: string[]
  rows: [number, Record<string, string> | string][]
  error: string | null
}

async function read(
  text: string | Uint8Array,
  options: { delimiter?: string; encoding?: string; piece?: number } = {},
): Promise<Read> {
  const { delimiter = ',', encoding = 'utf-8', piece = 3 } = options
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const result: Read = { columns: [], repeated: [], rows: [], error: null }
  const lines = withUnixLines(decoded(inPieces(bytes, piece), encoding, 'x.csv'))
  const rows = readCsv(lines, {
    ...{ delimiter, name: 'x.csv' },
    onHeader({ columns, repeated }) {
      result.columns = columns
      result.repeated = [...repeated]
    },
  })
  try {
    for await (const row of rows) result.rows.push([row.line, 'problem' in row ? row.problem : { ...row.values }])
  } catch (error) {
    result.error = error instanceof Error ? error.message : String(error)
  }
  return result
}

test('byte order mark, CRLF, quotes, empty lines: and the line on which each row begins', async () => {
  const { columns, rows } = await read('\uFEFFa, b\r\n1,ä\r\n"x\r\ny\r\n",3\r\n\r\n\r\n"say ""hi""","5,6"')
  expect(columns).toEqual(['a', 'b'])
  expect(rows).toEqual([
    [2, { a: '1', b: 'ä' }],
    [3, { a: 'x\ny\n', b: '3' }],
    [8, { a: 'say "hi"', b: '5,6' }],
  ])
})

test('a row that is too short or too long is rejected, the others are not', async () => {
  expect((await read('a,b\n1\n1,2,3\n\n4,5')).rows).toEqual([
    [2, 'the row has 1 value, the header has 2 columns'],
    [3, 'the row has 3 values, the header has 2 columns'],
    [5, { a: '4', b: '5' }],
  ])
})

test('a quote in the middle of a value is part of it', async () => {
  expect((await read('a,b\n19",x\n')).rows).toEqual([[2, { a: '19"', b: 'x' }]])
})

test('an open quote ends the reading with its line; the rows before it are there', async () => {
  const long = '5,6\n'.repeat(400_000)
  for (const tail of ['5,6\n', long]) {
    const { rows, error } = await read(`a,b\n1,"2\n2"\n3,"4\n${tail}`, { piece: 65_536 })
    expect(rows).toEqual([[2, { a: '1', b: '2\n2' }]])
    expect(error).toBe('x.csv, line 4: a quote is opened in this row and never closed.')
  }
})

test('columns with one name are told apart', async () => {
  const { columns, repeated } = await read('a,b,a\n1,2,3')
  expect(columns).toEqual(['a', 'b', 'a (2)'])
  expect(repeated).toEqual(['a'])
})

test('other delimiters and encodings', async () => {
  const latin = Uint8Array.from([...'a\tb\n1\t'].map((c) => c.charCodeAt(0)).concat(0xe4))
  expect((await read(latin, { delimiter: '\t', encoding: 'windows-1252' })).rows).toEqual([[2, { a: '1', b: 'ä' }]])
  expect((await read(latin, { delimiter: '\t' })).error).toContain(
    'x.csv is not utf-8. Name its encoding in the mapping',
  )
  const wide = new Uint8Array(Buffer.from('\uFEFFa,b\n1,ä', 'utf16le'))
  expect((await read(wide, { encoding: 'utf-16le' })).rows).toEqual([[2, { a: '1', b: 'ä' }]])
})

test('an empty file has no header', async () => {
  expect((await read('')).error).toContain('x.csv is empty')
  expect(await read('a,b\n')).toMatchObject({ columns: ['a', 'b'], rows: [], error: null })
})

test('what is written as CSV is read back, on the right line, however it is cut', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'ü'), maxLength: 6 })
  const table = fc.array(fc.tuple(cell, cell), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('\n', '\r\n'),
      async (cells, piece, end) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\n', end)}"`
        const text = [['a', 'b'], ...cells].map((row) => row.map(quote).join(',') + end).join('')
        let line = 2
        const expected = cells.map(([a, b]) => {
          const begins = line
          line += 1 + [...a, ...b].filter((character) => character === '\n').length
          return [begins, { a, b }]
        })
        expect(await read(text, { piece })).toEqual({ columns: ['a', 'b'], repeated: [], rows: expected, error: null })
      },
    ),
    { numRuns: 200 },
  )
})
