import { builder } from '../../schema/builder.ts'
import { Insight } from './insight.ts'
import { feedbackOf } from './loaders.ts'
import type { FeedbackRow } from './queries/feedback.ts'

const InsightFeedback = builder.objectRef<FeedbackRow>('InsightFeedback').implement({
  description: 'What one person says to an insight.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Of the person.' }),
    useful: t.exposeBoolean('useful', { nullable: true, description: 'Null: they did not say.' }),
    comment: t.exposeString('comment', { nullable: true }),
    givenAt: t.expose('givenAt', { type: 'DateTime' }),
    isMine: t.boolean({
      description: 'Whether whoever asks said so.',
      resolve: ({ userId }, _args, { viewer }) => viewer.user?.id === userId,
    }),
  }),
})

builder.objectFields(Insight, (t) => ({
  feedback: t.field({
    type: [InsightFeedback],
    description: 'What people say to it, the first word first.',
    resolve: ({ id }, _args, context) => feedbackOf(context).load(id),
  }),
}))
