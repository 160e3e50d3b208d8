import { EntryPage } from '../../../ui/entry-page.tsx'

/** In the place of a dashboard whose link does not work. Why is not told: whoever tries links is told nothing of them. */
export function LinkEnded() {
  return (
    <EntryPage
      title="This link does not work"
      focusTitle
      text="It has ended or was revoked, or the address is not complete. Ask whoever gave it to you for a new one."
    />
  )
}
