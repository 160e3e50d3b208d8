import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { type Days, daysOf, inputOf, jobsProblem, keepsLess, rollupsProblem } from './retention-input.ts'

const SetRetention = graphql(`
  mutation SetRetention($jobsDays: Int, $rollupsDays: Int) {
    setRetention(jobsDays: $jobsDays, rollupsDays: $rollupsDays) {
      jobsDays
      rollupsDays
    }
  }
`)

/** For how many days jobs and rollups are kept. What deletes something is asked once more. */
export function RetentionForm({ days }: { days: Days }) {
  const change = useChange(SetRetention)
  const [asked, setAsked] = useState<Days | null>(null)
  const { register, handleSubmit, formState } = useForm({ defaultValues: inputOf(days) })
  const { errors, isDirty } = formState
  const submit = handleSubmit(async (input) => {
    const after = daysOf(input)
    if (keepsLess(days, after)) setAsked(after)
    else await change.run(after)
  })
  return (
    <>
      <form className="retention-form" onSubmit={submit} noValidate>
        <div className="settings-pair">
          <Field
            label="Keep jobs for days"
            note="Empty: for ever."
            inputMode="numeric"
            autoComplete="off"
            error={errors.jobs?.message}
            {...register('jobs', { deps: 'rollups', validate: (_text, form) => jobsProblem(form) ?? true })}
          />
          <Field
            label="Keep rollups for days"
            note="Empty: for ever. At least as long as jobs."
            inputMode="numeric"
            autoComplete="off"
            error={errors.rollups?.message}
            {...register('rollups', { validate: (_text, form) => rollupsProblem(form) ?? true })}
          />
        </div>
        <p className="field-error" role="alert">
          {asked ? null : change.problem}
        </p>
        <Button type="submit" isDisabled={!isDirty} isPending={change.isPending && !asked}>
          Save
        </Button>
      </form>
      {asked ? (
        <ConfirmDialog
          title="Delete what is older?"
          verb="Delete"
          change={change}
          onConfirm={() => change.run(asked)}
          onClose={() => setAsked(null)}
        >
          <WhatGoes days={asked} />
        </ConfirmDialog>
      ) : null}
    </>
  )
}

function WhatGoes({ days: { jobsDays, rollupsDays } }: { days: Days }) {
  const older = (days: number) => `older than ${days === 1 ? 'a day' : `${days} days`}`
  return (
    <>
      {jobsDays === null ? null : <p>Jobs {older(jobsDays)} will be deleted, with their labels, metrics and errors.</p>}
      {rollupsDays === null ? null : (
        <p>Rollups {older(rollupsDays)} will be deleted: nothing of that time can be answered any more.</p>
      )}
      <p>
        It begins within half an hour and goes on every day. It cannot be undone: what is deleted does not come back
        when more is to be kept later.
      </p>
    </>
  )
}
