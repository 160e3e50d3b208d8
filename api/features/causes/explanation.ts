import { causeSentence } from '../../../analytics/sentences/cause-sentence.ts'
import { builder } from '../../schema/builder.ts'
import { type MeasureInParts, UnitEnum } from '../metrics/index.ts'
import { type Cut, CutRef } from './cut.ts'

/** A change, and what explains it. */
export interface Explanation extends Pick<MeasureInParts, 'measure'> {
  ranges: Record<'before' | 'after', Pick<MeasureInParts, 'from' | 'to'>>
  /** Null with a reason. */
  found: { before: number; after: number; change: number; cuts: Cut[] } | null
  reason: string | null
}

/** `Explanation` in GraphQL. */
export const ExplanationRef = builder.objectRef<Explanation>('Explanation').implement({
  description: 'Why a measure changed between two ranges.',
  fields: (t) => ({
    measure: t.string({ resolve: ({ measure }) => measure.name }),
    title: t.string({ description: 'The title of the measure.', resolve: ({ measure }) => measure.title }),
    unit: t.field({ type: UnitEnum, resolve: ({ measure }) => measure.unit }),
    from: t.field({
      type: 'DateTime',
      description: 'Where the earlier range begins.',
      resolve: ({ ranges }) => ranges.before.from,
    }),
    fromEnd: t.field({ type: 'DateTime', description: 'Where it ends.', resolve: ({ ranges }) => ranges.before.to }),
    to: t.field({
      type: 'DateTime',
      description: 'Where the later range begins.',
      resolve: ({ ranges }) => ranges.after.from,
    }),
    toEnd: t.field({ type: 'DateTime', description: 'Where it ends.', resolve: ({ ranges }) => ranges.after.to }),
    before: t.float({ nullable: true, resolve: ({ found }) => found && found.before }),
    after: t.float({ nullable: true, resolve: ({ found }) => found && found.after }),
    change: t.float({
      nullable: true,
      description: 'After minus before.',
      resolve: ({ found }) => found && found.change,
    }),
    cuts: t.field({
      type: [CutRef],
      nullable: true,
      description: 'The ways to divide the rows, the one that explains most first. Null: see `reason`.',
      resolve: ({ found }) => found && found.cuts,
    }),
    sentence: t.string({
      nullable: true,
      description: 'The change and its first cause in one sentence; null where nothing stands out.',
      resolve: sentenceOf,
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why nothing can be said; null when something is.',
    }),
  }),
})

function sentenceOf({ measure, found }: Explanation): string | null {
  const cause = found?.cuts.flatMap(({ causes }) => causes)[0]
  if (!found || !cause) return null
  const group = cause.key.map(({ dimension, value }) => `${dimension} ${value ?? 'none'}`).join(' with ')
  const { title, unit } = measure
  return causeSentence(
    { title, unit, of: null, currency: null },
    { before: found.before, after: found.after, group, contribution: cause.contribution },
  )
}
