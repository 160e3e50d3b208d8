import { badInput } from '../../schema/errors.ts'
import { quoted } from '../../lib/nearest.ts'
import type { Dataset, Measure } from './catalog.ts'
import { type Derived, derivedFrom, type DerivedFromOne, ratioOf } from './derivations.ts'
import { MAX_MEASURES } from './limits.ts'
import type { AskedMeasure, Formula } from './asked-measure.ts'
import { refuseTooMany } from './refuse-too-many.ts'
import { unknownName } from './unknown-name.ts'

export interface FoundMeasures {
  /** As they were asked for. */
  measures: AskedMeasure[]
  /** What has to be counted to answer them, each once. */
  aggregates: Measure[]
}

/** The measures by their names, derived ones taken apart. Throws badInput for one that there is not, or that cannot be. */
export function findMeasures(dataset: Dataset, names: readonly string[]): FoundMeasures {
  if (names.length === 0) throw badInput('The question has no measures: name at least one, such as "count".')
  refuseTooMany('measures', names, MAX_MEASURES)
  const aggregates: Measure[] = []
  const placeOf = (measure: Measure): number => {
    if (!aggregates.includes(measure)) aggregates.push(measure)
    return aggregates.indexOf(measure)
  }
  const measures = names.map((name): AskedMeasure => {
    const measure = dataset.measures.find((one) => one.name === name)
    if (measure) return asked(measure, { kind: 'ITSELF', of: placeOf(measure) })
    const [base, divisor, ...more] = name.split('.per.')
    if (divisor !== undefined && more.length === 0) {
      const [of, per] = [findBase(dataset, base!, name), findBase(dataset, divisor, name)]
      if (of === per) throw badInput(`${quoted(name)} is always 1: divide by another measure.`)
      return asked(ratioOf(of, per), { kind: 'PER', of: placeOf(of), per: placeOf(per) })
    }
    const { of, derived } = findDerived(dataset, name)
    return asked(derived, { kind: derived.kind, of: placeOf(of) })
  })
  return { measures, aggregates }
}

function asked({ name, title, unit, type, within }: Measure | Derived, formula: Formula): AskedMeasure {
  return { name, title, unit, type, within, formula }
}

function findBase(dataset: Dataset, name: string, wholeName: string): Measure {
  const found = dataset.measures.find((measure) => measure.name === name)
  if (found) return found
  const all = dataset.measures.map((measure) => measure.name)
  throw unknownName(`measure of the dataset "${dataset.name}", as ${quoted(wholeName)} would need it`, name, all)
}

function findDerived(dataset: Dataset, name: string): { of: Measure; derived: DerivedFromOne } {
  const all = dataset.measures.flatMap((of) => derivedFrom(of).map((derived) => ({ of, derived })))
  const found = all.find(({ derived }) => derived.name === name)
  if (found) return found
  refuseUnanswerable(dataset, name)
  const names = [...dataset.measures, ...all.map(({ derived }) => derived)].map((one) => one.name)
  throw unknownName(`measure of the dataset "${dataset.name}"`, name, names)
}

/** A measure that exists, and something that cannot be made of it. */
function refuseUnanswerable(dataset: Dataset, name: string) {
  const of = dataset.measures.find((measure) => name === `${measure.name}.share` || name === `${measure.name}.running`)
  if (!of) return
  const sums = dataset.measures.filter(({ additive }) => additive).map((measure) => `"${measure.name}"`)
  throw badInput(
    `${quoted(name)} cannot be: values of "${of.name}" do not add up, so there is no whole and no running total of them. ` +
      `Those of ${sums.join(', ')} do.`,
  )
}
