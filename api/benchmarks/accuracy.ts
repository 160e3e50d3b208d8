import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { msPerThousandPoints } from './accuracy/speed.ts'
import { measureM3 } from './accuracy/m3.ts'
import { measureM4 } from './accuracy/m4.ts'
import { measureNab } from './accuracy/nab.ts'
import { measureTcpd } from './accuracy/tcpd.ts'

/**
 * How good the analyses are on published benchmarks, with their default settings: `npm run bench:accuracy -- [--data DIR]`. The
 * folder has `nab`, `tcpd`, `m4` and `m3`; what is absent is skipped. docs/benchmarks.md says what the figures are. One JSON object on
 * the last line of stdout.
 */
const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } })
const say = (text: string) => process.stderr.write(`${text}\n`)

const MEASURES = { nab: measureNab, tcpd: measureTcpd, m4: measureM4, m3: measureM3 }

const result: Record<string, unknown> = {}
for (const [name, measure] of Object.entries(MEASURES)) {
  const begun = performance.now()
  const scores = measure(join(values.data, name))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(scores ? `${name.padEnd(6)} ${seconds} s` : `${name.padEnd(6)} skipped: no data`)
  if (scores) result[name] = scores
}
console.log(JSON.stringify({ ...result, msPerThousandPoints: msPerThousandPoints() }))
