import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { graphql } from '../../../gql/index.ts'
import type { InviteMemberMutation, Role } from '../../../gql/graphql.ts'
import { useChange } from '../../../lib/use-change.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { useViewer } from '../settings-viewer.ts'
import { rolesToGive } from '../words.ts'

const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      invitation {
        id
        email
      }
      link
    }
  }
`)

type Invited = InviteMemberMutation['inviteMember']

/** Asks for an address and a role; then says that the invitation was mailed, or gives the link to send. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [invited, setInvited] = useState<Invited | null>(null)
  const { role: own } = useViewer()
  const invite = useChange(InviteMember)
  const blank: { email: string; role: Role } = { email: '', role: 'VIEWER' }
  const { register, handleSubmit, formState } = useForm({ defaultValues: blank })
  const { errors } = formState
  const submit = handleSubmit(async ({ email, role }) => {
    const answer = await invite.run({ input: { email: email.trim(), role } })
    if (answer) setInvited(answer.inviteMember)
  })
  return (
    <FormDialog
      title="Invite someone"
      submit="Invite"
      change={invite}
      result={invited ? { title: 'Invited', content: <Sent invited={invited} /> } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="E-mail"
        type="email"
        autoComplete="off"
        autoFocus
        error={errors.email?.message}
        {...register('email', { validate: (text) => text.trim() !== '' || 'Enter an e-mail address.' })}
      />
      <SelectField
        label="Role"
        note="What each role may do stands under Organization. It can be changed later."
        items={rolesToGive(own)}
        {...register('role')}
      />
    </FormDialog>
  )
}

function Sent({ invited: { invitation, link } }: { invited: Invited }) {
  if (!link) return <p>The invitation was mailed to {invitation.email}.</p>
  return (
    <>
      <p>
        This server sends no mail, so send this link to {invitation.email} yourself. Whoever opens it can accept the
        invitation. It is shown this once.
      </p>
      <CopyText label="Invitation link" text={link} copy="Copy link" />
    </>
  )
}
