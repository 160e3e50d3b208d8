import { seriesColours, statusColours } from './palette.ts'
import type { StatusName, ThemeName } from './palette.ts'

/**
 * The tokens that a picture is drawn with. They repeat those of `web/ui/tokens.css` in TypeScript because the server,
 * which has no style sheets, draws the same pictures; `theme.test.ts` keeps the two the same.
 */
export type ChartTheme = {
  name: ThemeName
  background: string
  surface: string
  raised: string
  text: string
  muted: string
  line: string
  accent: string
  good: string
  bad: string
  warning: string
  series: readonly string[]
  status: Record<StatusName, string>
}

/** The letters of a picture: those of the system. */
export const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

const light: ChartTheme = {
  name: 'light',
  background: '#ffffff',
  surface: '#f6f7f9',
  raised: '#ffffff',
  text: '#171a21',
  muted: '#596273',
  line: '#dfe3e9',
  accent: '#2b57d9',
  good: '#1a7a48',
  bad: '#c0303a',
  warning: '#8a5b00',
  series: seriesColours.light,
  status: statusColours.light,
}

const dark: ChartTheme = {
  name: 'dark',
  background: '#0e1116',
  surface: '#161a21',
  raised: '#1d222b',
  text: '#e7eaf0',
  muted: '#9ba5b5',
  line: '#2b313c',
  accent: '#86a9ff',
  good: '#4cc38a',
  bad: '#ff7d87',
  warning: '#e0b03f',
  series: seriesColours.dark,
  status: statusColours.dark,
}

/** The tokens of both themes by name. */
export const chartThemes: Record<ThemeName, ChartTheme> = { light, dark }
