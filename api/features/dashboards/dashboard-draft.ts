import { builder } from '../../schema/builder.ts'
import { Dashboard } from './dashboard.ts'
import { draftOf } from './loaders.ts'
import type { DraftRow } from './queries/people.ts'

const DashboardDraft = builder.objectRef<DraftRow>('DashboardDraft').implement({
  description: 'What somebody has changed and not saved yet. Nobody else sees it.',
  fields: (t) => ({
    document: t.field({ type: 'JSON', resolve: ({ document }) => document }),
    basedOn: t.exposeInt('basedOn', {
      description:
        'The version that was changed. When it is not the last one any more, saving the draft is a conflict.',
    }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When the draft was last kept.' }),
  }),
})

builder.objectField(Dashboard, 'draft', (t) =>
  t.field({
    type: DashboardDraft,
    nullable: true,
    description: 'The draft of whoever asks; null: they have none.',
    resolve: ({ id }, _args, context) => draftOf(context).load(id),
  }),
)
