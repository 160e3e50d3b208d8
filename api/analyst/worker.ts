import { deserialize } from 'node:v8'
import { type AnalysisName, ANALYSES } from './analyses.ts'

/** What a thread does: one analysis, of an input that was serialized. */
export function work({ name, bytes }: { name: AnalysisName; bytes: Uint8Array }): unknown {
  return ANALYSES[name](deserialize(bytes) as never)
}
