import type { Measure, Unit } from './catalog.ts'

/** A measure that is calculated from others: `count.share`, `count.running`, `count.change`, `failed.per.count`. */
export type Derived = Pick<Measure, 'name' | 'title' | 'description' | 'unit' | 'type' | 'within'>

/** One that is calculated from a single other one. */
export type DerivedFromOne = Derived & { kind: 'SHARE' | 'RUNNING' | 'CHANGE' }

/** Its part of the value of all keys together, in each bucket. */
function shareOf(measure: Measure): DerivedFromOne {
  return {
    kind: 'SHARE',
    name: `${measure.name}.share`,
    title: `${measure.title}, share`,
    description: `The part of "${measure.name}" of all keys together, those beyond the limit included; in its bucket.`,
    unit: 'RATIO',
    type: 'FLOAT',
  }
}

/** The sum from the beginning of the range to the end of the bucket. */
function runningOf(measure: Measure): DerivedFromOne {
  return {
    kind: 'RUNNING',
    name: `${measure.name}.running`,
    title: `${measure.title}, running total`,
    description: `"${measure.name}" from the beginning of the range to the end of the bucket. Needs "every".`,
    unit: measure.unit,
    type: measure.type,
    ...(measure.countedIn && { within: measure.countedIn }),
  }
}

/** How much greater it is than in the compared period, relative to that. */
function changeOf(measure: Measure): DerivedFromOne {
  return {
    kind: 'CHANGE',
    name: `${measure.name}.change`,
    title: `${measure.title}, change`,
    description: `By how much "${measure.name}" is above that of the compared period: 0.5 is half as much again. Needs "compare".`,
    unit: 'RATIO',
    type: 'FLOAT',
    ...(measure.countedIn && { within: measure.countedIn }),
  }
}

/** The quotient of two measures. */
export function ratioOf(measure: Measure, divisor: Measure): Derived {
  return {
    name: `${measure.name}.per.${divisor.name}`,
    title: `${measure.title} per ${divisor.title}`,
    description: `"${measure.name}" divided by "${divisor.name}"; null where that is 0.`,
    unit: unitOfRatio(measure.unit, divisor.unit),
    type: 'FLOAT',
  }
}

/** What stands for all quotients of a measure in the catalog. */
export function ratioPattern(measure: Measure): Derived {
  return {
    name: `${measure.name}.per.<measure>`,
    title: `${measure.title} per ...`,
    description: `"${measure.name}" divided by another measure: put its name in the place of <measure>.`,
    unit: 'NONE',
    type: 'FLOAT',
  }
}

function unitOfRatio(unit: Unit, divisor: Unit): Unit {
  if (unit === divisor) return 'RATIO'
  return divisor === 'COUNT' ? unit : 'NONE'
}

/** What can be made of one measure alone. Only what adds up has a share and a running total. */
export function derivedFrom(measure: Measure): DerivedFromOne[] {
  return [...(measure.additive ? [shareOf(measure), runningOf(measure)] : []), changeOf(measure)]
}
