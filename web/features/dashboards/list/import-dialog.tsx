import { useNavigate } from '@tanstack/react-router'
import { useId, useState, type FormEvent } from 'react'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { dashboardAddress } from '../dashboard-address.ts'
import { readImport } from './read-import.ts'

const ImportDashboard = graphql(`
  mutation ImportDashboard($document: JSON!) {
    importDashboard(document: $document) {
      id
    }
  }
`)

/** Makes a dashboard from an export: a file, or its text. What is wrong in it is told place by place. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const importing = useChange(ImportDashboard)
  const [text, setText] = useState('')
  const [unread, setUnread] = useState<string | null>(null)
  const fileId = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const read = readImport(text)
    setUnread('problem' in read ? read.problem : null)
    if ('problem' in read) return
    const made = await importing.run({ document: read.document })
    if (!made) return
    onClose()
    await navigate({ to: dashboardAddress(made.importDashboard.id) })
  }
  return (
    <FormDialog
      title="Import dashboard"
      submit="Import"
      change={{ isPending: importing.isPending, problem: null }}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <div className="field">
        <label className="field-label" htmlFor={fileId}>
          File
        </label>
        <input
          id={fileId}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
        />
      </div>
      <TextArea
        label="Or its text"
        className="import-text"
        rows={10}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
        error={unread ?? importing.problem ?? undefined}
      />
    </FormDialog>
  )
}
