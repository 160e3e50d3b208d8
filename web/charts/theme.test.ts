import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chartThemes } from './theme.ts'

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split(/:root\[data-theme='dark'\]/)

const names = ['background', 'surface', 'raised', 'text', 'muted', 'line', 'accent', 'good', 'bad', 'warning'] as const

test.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s tokens are those of the style sheet', (theme, sheet) => {
  for (const name of names) expect(sheet).toContain(`--${name}: ${chartThemes[theme][name]};`)
})
