import { useNavigate } from '@tanstack/react-router'
import { useForm, useWatch } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { formatCount } from '../../../lib/format.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { readDocument } from '../document.ts'
import { dashboardAddress } from '../dashboard-address.ts'
import type { Folder } from './dashboards-query.ts'
import { FolderField } from './folder-field.tsx'
import { TemplateChoice } from './template-choice.tsx'

const DashboardTemplates = graphql(`
  query DashboardTemplates {
    dashboardTemplates {
      name
      topic
      title
      description
      document
    }
  }
`)

const CreateDashboard = graphql(`
  mutation CreateDashboard($input: CreateDashboardInput!) {
    createDashboard(input: $input) {
      id
    }
  }
`)

interface NewDashboardDialogProps {
  /** The folder that is looked at: it is made there. */
  folder: string | null
  folders: readonly Folder[]
  onClose: () => void
}

/** Makes a dashboard, empty or like a template, and opens it. */
export function NewDashboardDialog({ folder, folders, onClose }: NewDashboardDialogProps) {
  const navigate = useNavigate()
  const create = useChange(CreateDashboard)
  const templates = useAnswer(DashboardTemplates, {}).data?.dashboardTemplates ?? []
  const defaultValues = { title: '', folder: folder ?? '', template: '' }
  const { register, handleSubmit, formState, control } = useForm({ defaultValues })
  const template = useWatch({ control, name: 'template' })
  const chosen = templates.find(({ name }) => name === template)
  const submit = handleSubmit(async (form) => {
    const document = { ...readDocument(chosen?.document), title: form.title.trim() || (chosen?.title ?? '') }
    const made = await create.run({ input: { document, folder: form.folder.trim() || null } })
    if (!made) return
    onClose()
    await navigate({ to: dashboardAddress(made.createDashboard.id) })
  })
  const hasName = (text: string) => text.trim() !== '' || chosen !== undefined || 'Name the dashboard.'
  return (
    <FormDialog title="New dashboard" submit="Make dashboard" change={create} onSubmit={submit} onClose={onClose}>
      <Field
        label="Name"
        placeholder={chosen?.title}
        autoComplete="off"
        autoFocus
        maxLength={200}
        error={formState.errors.title?.message}
        {...register('title', { validate: hasName })}
      />
      <FolderField folders={folders} {...register('folder')} />
      <fieldset className="field-group template-choices">
        <legend className="field-label">Begin with</legend>
        <TemplateChoice value="" title="An empty page" {...register('template')} />
        {templates.map(({ name, title, topic, description, document }) => (
          <TemplateChoice
            key={name}
            value={name}
            title={title}
            facts={`${topicWords[topic]}, ${formatCount(readDocument(document).panels.length, 'panel')}`}
            description={description}
            {...register('template')}
          />
        ))}
      </fieldset>
    </FormDialog>
  )
}

const topicWords = {
  OPERATIONS: 'Operations',
  RELIABILITY: 'Reliability',
  COST: 'Cost',
  EXECUTIVE: 'Overview',
} as const
