import type { Invitation } from '../../lib/session.ts'

/** Who is invited to what. */
export function InvitationText({ invitation }: { invitation: Invitation }) {
  const { email, role } = invitation
  return (
    <>
      <strong>{email}</strong> is invited as {/^[aeiou]/.test(role) ? 'an' : 'a'} {role}.
    </>
  )
}
