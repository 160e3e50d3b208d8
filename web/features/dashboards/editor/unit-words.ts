import type { Unit } from '../../../panels/panel.ts'

const words: Readonly<Record<Unit, string>> = {
  COUNT: 'A number',
  RATIO: 'A share',
  MILLISECONDS: 'A duration',
  PER_HOUR: 'Per hour',
  CURRENCY: 'Money',
  NONE: '',
}

/** What a number counts, in a word or two; empty where that follows from something else. */
export const unitWords = (unit: Unit | null): string => (unit ? words[unit] : '')
