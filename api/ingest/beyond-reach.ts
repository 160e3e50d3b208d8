import type { Reach } from '../db/reach.ts'
import { quoted } from '../lib/nearest.ts'

/** Why a sender may not report jobs of this pipeline, or null when they may. */
export function beyondReach({ pipelines }: Reach, pipeline: string): string | null {
  if (!pipelines || pipelines.includes(pipeline)) return null
  return `This key may not send jobs of the pipeline ${quoted(pipeline)}: it is confined to others.`
}
