import './annotations.css'
import { useForm } from 'react-hook-form'
import { zoneName } from '../../../lib/format-time.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { RangeDocument } from '../document.ts'
import { annotationInput, blankAnnotation, kindWords } from './annotation-form.ts'
import { AnnotationList } from './annotation-list.tsx'
import { AnnotatedPipelines, RecordAnnotation } from './annotation-queries.ts'
import { useAnnotations } from './use-annotations.ts'

const kinds = Object.entries(kindWords).map(([id, name]) => ({ id, name }))

interface AnnotateDialogProps {
  /** Of the dashboard: what is noted in it already can be removed. */
  range: RangeDocument
  timezone: string
  onClose: () => void
}

/** Notes a release, an incident or anything else on the time axis, for everyone in the organization. */
export function AnnotateDialog({ range, timezone, onClose }: AnnotateDialogProps) {
  const annotations = useAnnotations(range, timezone)
  const now = useNow(null)
  const record = useChange(RecordAnnotation)
  const pipelines = useAnswer(AnnotatedPipelines, {}).data?.pipelines.nodes ?? []
  const { register, handleSubmit, formState, getValues } = useForm({ defaultValues: blankAnnotation(now) })
  const { errors } = formState
  const submit = handleSubmit(async (form) => {
    if (await record.run({ input: annotationInput(form) })) onClose()
  })
  const isInOrder = (end: string) => end === '' || end >= getValues('startedAt') || 'It ends before it begins.'
  return (
    <FormDialog title="Annotate" submit="Annotate" change={record} onSubmit={submit} onClose={onClose}>
      <Field
        label="Title"
        note="What happened, in a few words. It stands on every chart of that time."
        autoComplete="off"
        autoFocus
        maxLength={100}
        error={errors.title?.message}
        {...register('title', { validate: (text) => text.trim() !== '' || 'Say what happened.' })}
      />
      <SelectField label="Kind" items={kinds} {...register('kind')} />
      <div className="annotate-moments">
        <Field
          label={`When it was, or began (${zoneName(now)})`}
          type="datetime-local"
          error={errors.startedAt?.message}
          {...register('startedAt', { required: 'Say when it was.' })}
        />
        <Field
          label="When it ended"
          note="Empty: it was a moment."
          type="datetime-local"
          error={errors.endedAt?.message}
          {...register('endedAt', { validate: isInOrder })}
        />
      </div>
      <SelectField
        label="Pipeline"
        items={[{ id: '', name: 'The whole organization' }, ...pipelines]}
        {...register('pipeline')}
      />
      <Field label="Link" note="Where to read on." type="url" placeholder="https://" {...register('link')} />
      <TextArea label="Text" rows={2} maxLength={2000} {...register('text')} />
      <AnnotationList annotations={annotations} />
    </FormDialog>
  )
}
