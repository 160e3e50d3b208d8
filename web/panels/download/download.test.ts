import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { dimensionColumn, measureColumn } from '../example.ts'
import { panelKinds } from '../index.ts'
import type { PanelKind } from '../panel.ts'
import { writeCsv } from './csv.ts'
import { drawPanelSvg } from './draw.ts'
import { fileName } from './file-name.ts'
import { legendPlaces } from './page.ts'

const columns = [dimensionColumn('name', 'Name'), measureColumn('count', 'Jobs, all', 'COUNT')]

test('CSV is what another program reads back', () => {
  const rows = [
    ['plain', 1],
    ['a "quoted", name\r\nwith a line', -2.5],
    [null, 1e21],
    ['', null],
  ]
  expect(parse(writeCsv({ columns, rows }))).toEqual([
    ['Name', 'Jobs, all'],
    ['plain', '1'],
    ['a "quoted", name\r\nwith a line', '-2.5'],
    ['', '1e+21'],
    ['', ''],
  ])
})

test('a text that would be a formula is none, numbers stay numbers', () => {
  const texts = ['=1+1', '+cmd', '-x', '@sum', '\tx', '\rx', '-3.5', '+7', '-1e5', '-', '−1', "it's"]
  const written = parse(writeCsv({ columns: columns.slice(0, 1), rows: texts.map((text) => [text]) })).flat()
  expect(written).toEqual([
    'Name',
    "'=1+1",
    "'+cmd",
    "'-x",
    "'@sum",
    "'\tx",
    "'\rx",
    '-3.5',
    '+7',
    '-1e5',
    "'-",
    '−1',
    "it's",
  ])
})

test('a file is named after its title', () => {
  expect(fileName('Jobs by status (24 h)', 'csv')).toBe('jobs-by-status-24-h.csv')
  expect(fileName('Dauer über Tage', 'png')).toBe('dauer-uber-tage.png')
  expect(fileName('../../etc/passwd', 'svg')).toBe('etc-passwd.svg')
  expect(fileName('🎉', 'csv')).toBe('panel.csv')
})

test('a legend goes on in the next row', () => {
  const legend = Array.from({ length: 9 }, (_, i) => ({ label: `pipeline number ${i}`, colour: '#000000' }))
  const { places, height } = legendPlaces(legend, 300)
  expect(new Set(places.map(({ y }) => y)).size).toBeGreaterThan(2)
  expect(Math.max(...places.map(({ y }) => y))).toBeLessThan(height)
  expect(legendPlaces([], 300).height).toBe(0)
})

test.each(panelKinds.filter((kind) => 'picture' in kind).map((kind) => [kind.kind, kind as PanelKind] as const))(
  '%s as a picture that stands alone',
  async (_, kind) => {
    const { answers, options } = kind.example
    const svg = await drawPanelSvg(kind, {
      title: 'A <b>title</b>',
      answers,
      options,
      annotations: [],
      colourOf: () => 0,
    })
    expect(svg).toContain('A &lt;b&gt;title&lt;/b&gt;')
    expect(svg).toContain('fill="#ffffff"')
    expect(svg).toMatch(/<g transform="translate\(16 [0-9.]+\)"><path /)
    expect(svg).not.toMatch(/NaN|undefined|<b>|<script/)
  },
)
