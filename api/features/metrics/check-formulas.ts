import { badInput } from '../../schema/errors.ts'
import { quoted } from '../../lib/nearest.ts'
import type { AskedMeasure } from './asked-measure.ts'
import type { MetricQuery } from './metric-query.ts'

/** Throws badInput for a derived measure that needs what the question does not ask for. */
export function checkFormulas(measures: readonly AskedMeasure[], { every, compare }: MetricQuery): void {
  for (const { name, formula } of measures) {
    if (formula.kind === 'RUNNING' && every == null) {
      throw badInput(`${quoted(name)} adds up over time: give "every", such as DAY.`)
    }
    if (formula.kind === 'CHANGE' && compare == null) {
      throw badInput(`${quoted(name)} compares with another period: give "compare", such as PREVIOUS_PERIOD.`)
    }
  }
}
