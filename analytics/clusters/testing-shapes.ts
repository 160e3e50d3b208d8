import { quantileSorted } from 'simple-statistics'
import { normal } from '../testing.ts'
import type { Behaviour } from './behaviour.ts'

const HOURS_OF_WEEK = 168
const DAYS = 14

/** What tells shapes apart: when they run (scheduled, or by events), how long in minutes, and how many fail. */
const SHAPES = [
  { runsIn: (_: number, hour: number) => hour === 2, isScheduled: true, minutes: 90, failureRate: 0.02 },
  {
    runsIn: (day: number, hour: number) => day < 5 && hour > 7 && hour < 18,
    isScheduled: false,
    minutes: 8,
    failureRate: 0.15,
  },
  { runsIn: () => true, isScheduled: true, minutes: 1, failureRate: 0.01 },
  {
    runsIn: (day: number, hour: number) => day > 4 && hour % 6 === 3,
    isScheduled: true,
    minutes: 300,
    failureRate: 0.05,
  },
]
/** Of those that run by events, and of all by hand. */
const EVENTS_AN_HOUR = 6
const BY_HAND_AN_HOUR = 0.003

/**
 * Pipelines of four shapes in turn, as two weeks of runs show them: each has its own level of everything, some tens of
 * percent off its shape, and each run its own luck.
 */
export function plantedShapes(random: () => number, count: number): { behaviours: Behaviour[]; shapes: number[] } {
  const shapes = Array.from({ length: count }, (_, i) => i % SHAPES.length)
  return { behaviours: shapes.map((shape) => planted(SHAPES[shape]!, random)), shapes }
}

function planted(shape: (typeof SHAPES)[number], random: () => number): Behaviour {
  const varied = (value: number) => value * Math.exp(0.35 * normal(random))
  const [events, minutes, failureRate] = [EVENTS_AN_HOUR, shape.minutes, shape.failureRate].map(varied)
  const weeks = DAYS / 7
  const hourOfWeek = Array.from({ length: HOURS_OF_WEEK }, (_, i) => {
    const byHand = poisson(random, weeks * BY_HAND_AN_HOUR)
    if (!shape.runsIn(Math.floor(i / 24), i % 24)) return byHand
    return byHand + (shape.isScheduled ? weeks : poisson(random, weeks * events!))
  })
  const runs = hourOfWeek.reduce((sum, each) => sum + each, 0)
  const durations = Array.from({ length: runs }, () => varied(minutes! * 60_000)).toSorted((a, b) => a - b)
  return {
    hourOfWeek,
    durations: [0.5, 0.95].map((share) => quantileSorted(durations, share)),
    ended: runs,
    failed: durations.filter(() => random() < failureRate!).length,
  }
}

/** By Knuth: how many uniform numbers can be multiplied before the product is below e^-mean. */
function poisson(random: () => number, mean: number): number {
  let count = 0
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++
  return count
}
