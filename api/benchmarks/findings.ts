import { parseArgs } from 'node:util'
import { makeAnalyst } from '../analyst/index.ts'
import { measureFalseFindings } from './findings/false-findings.ts'
import { measurePlanted } from './findings/planted-events.ts'
import { measureSpeed } from './findings/speed.ts'

/**
 * What is found where nothing is, whether what was planted in the demo is found, and how long it takes: `npm run bench:findings --
 * [--series N] [--demos N]`, with the product's threads and defaults. docs/benchmarks.md says what the figures are. One JSON object
 * on the last line of stdout.
 */
const { values } = parseArgs({
  options: { series: { type: 'string', default: '500' }, demos: { type: 'string', default: '20' } },
})
const [series, demos] = [Number(values.series), Number(values.demos)]
const say = (text: string) => process.stderr.write(`${text}\n`)

const analyst = makeAnalyst()
try {
  const speed = await measureSpeed(analyst)
  say(
    `10,000 points ${speed.tenThousandPointsMs} ms, 200 series ${speed.twoHundredSeriesMs} ms, longest block ${speed.longestBlockMs} ms`,
  )
  const falseFindings = await measureFalseFindings(analyst, { series, demos })
  for (const [kind, { anomalyDays, trends, changePoints }] of Object.entries(falseFindings)) {
    say(`${kind.padEnd(12)} ${anomalyDays} % of days anomalies, ${trends} % trends, ${changePoints} % change points`)
  }
  const planted = await measurePlanted(analyst, demos)
  for (const [name, { found, bucketsOff }] of Object.entries(planted)) {
    say(`${name.padEnd(30)} found in ${found} of demos, at most ${bucketsOff} buckets off`)
  }
  console.log(JSON.stringify({ falseFindings, planted, speed }))
} finally {
  await analyst.close()
}
