import { type AnalysisName, ANALYSES } from './analyses.ts'

/** What a thread does: one analysis of one series. */
export function work({ name, input }: { name: AnalysisName; input: never }): unknown {
  return ANALYSES[name](input)
}
