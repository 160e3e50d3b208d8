const BAR = 24

/** Where an import stands. */
export interface Standing {
  rows: number
  bytes: number
  /** Null when nobody knows, as with standard input. */
  size: number | null
  elapsedMs: number
}

/**
 * One line for people, such as `[██████      ] 50 %  12,000 rows  8,000 rows/s  2 s left`. Without a size it says how much was read;
 * without a bar, for log files, it says the same in words.
 */
export function progressLine({ rows, bytes, size, elapsedMs }: Standing, withBar: boolean): string {
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
  const parts = [`${number.format(rows)} rows`]
  if (elapsedMs > 0) parts.push(`${number.format((rows / elapsedMs) * 1000)} rows/s`)
  if (size === null || size === 0) return [`${number.format(bytes / 1000)} kB read`, ...parts].join('  ')
  const share = Math.min(bytes / size, 1)
  const percent = `${Math.floor(share * 100)} %`
  if (share > 0 && share < 1) parts.push(`${duration((elapsedMs / share) * (1 - share))} left`)
  const filled = Math.round(share * BAR)
  const bar = `[${'█'.repeat(filled)}${' '.repeat(BAR - filled)}] `
  return [`${withBar ? bar : ''}${percent}`, ...parts].join('  ')
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Something to write to, as `process.stderr` is. */
export interface Terminal {
  write(text: string): unknown
  isTTY?: boolean
}

export interface Progress {
  /** Shows where the import stands, unless it did so a moment ago. */
  show(standing: Omit<Standing, 'elapsedMs'>): void
  /** Takes the bar away, to make room for other lines. */
  clear(): void
}

/** A bar that moves, on a terminal; elsewhere a line every five seconds. */
export function showProgress(terminal: Terminal, now: () => Date): Progress {
  const isTerminal = terminal.isTTY === true
  const intervalMs = isTerminal ? 100 : 5_000
  const start = now().getTime()
  let shownAt = start
  return {
    show(standing) {
      const at = now().getTime()
      if (at - shownAt < intervalMs) return
      shownAt = at
      const line = progressLine({ ...standing, elapsedMs: at - start }, isTerminal)
      terminal.write(isTerminal ? `\r\x1b[2K${line}` : `${line}\n`)
    },
    clear() {
      if (isTerminal) terminal.write('\r\x1b[2K')
    },
  }
}
