import { builder } from '../../schema/builder.ts'
import { askerFor } from './asker.ts'
import { type DashboardTemplate, TEMPLATE_TOPICS, templates } from './templates/index.ts'

const DashboardTopic = builder.enumType('DashboardTopic', {
  description: 'What a template is about.',
  values: TEMPLATE_TOPICS,
})

const DashboardTemplateRef = builder.objectRef<DashboardTemplate>('DashboardTemplate').implement({
  description: 'A dashboard to begin with.',
  fields: (t) => ({
    name: t.exposeID('name', { description: 'Stays the same when the title changes.' }),
    topic: t.expose('topic', { type: DashboardTopic }),
    title: t.string({ resolve: ({ document }) => document.title }),
    description: t.string({ nullable: true, resolve: ({ document }) => document.description }),
    document: t.field({
      type: 'JSON',
      description: 'What `createDashboard` takes. Its panels get new ids there when another dashboard has them.',
      resolve: ({ document }) => document,
    }),
  }),
})

builder.queryField('dashboardTemplates', (t) =>
  t.field({
    type: [DashboardTemplateRef],
    description: 'Dashboards to begin with.',
    resolve(_root, _args, context) {
      askerFor('dashboards.read', context)
      return [...templates]
    },
  }),
)
