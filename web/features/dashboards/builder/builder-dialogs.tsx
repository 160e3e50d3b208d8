import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import type { CatalogDataset } from '../editor/catalog.ts'
import type { DashboardSearch } from '../view/dashboard-search.ts'
import type { BuilderDialog } from './builder-actions.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import type { DocumentHistory } from './use-history.ts'
import type { Saving } from './use-saving.ts'
import { VariablesDialog } from './variables-dialog.tsx'

interface BuilderDialogsProps {
  /** Of the dashboard. */
  id: string
  /** What the viewer chose goes along to the dashboard. */
  search: DashboardSearch
  open: BuilderDialog | null
  history: DocumentHistory
  saving: Saving
  datasets: readonly CatalogDataset[]
  onClose: () => void
}

/** Whatever lies over the builder. */
export function BuilderDialogs({ id, search, open, history, saving, datasets, onClose }: BuilderDialogsProps) {
  const navigate = useNavigate()
  const [comment, setComment] = useState('')
  const { document, change } = history
  const leave = () => void navigate({ to: '/dashboards/$id', params: { id }, search })
  const save = async (words: string, basedOn?: number) => {
    setComment(words)
    if (await saving.save(words, basedOn)) leave()
  }
  const discard = async () => {
    const isDone = await saving.discard()
    if (isDone) leave()
    return isDone ? true : null
  }
  const { conflict } = saving
  if (conflict) {
    return (
      <ConflictDialog
        conflict={conflict}
        mine={document}
        saving={saving}
        onKeepMine={() => void save(comment, conflict.number)}
        onTakeTheirs={() => void discard()}
      />
    )
  }
  if (open === 'save') return <SaveDialog saving={saving} onSave={(words) => void save(words)} onClose={onClose} />
  if (open === 'settings') {
    return <SettingsDialog document={document} onChange={(next) => change(next, 'Settings')} onClose={onClose} />
  }
  if (open === 'variables') {
    return (
      <VariablesDialog
        variables={document.variables}
        datasets={datasets}
        onChange={(variables) => change({ ...document, variables }, 'Variables')}
        onClose={onClose}
      />
    )
  }
  if (open === 'discard') {
    return (
      <ConfirmDialog title="Discard the draft" verb="Discard" change={saving} onConfirm={discard} onClose={onClose}>
        The dashboard stays as it was last saved. What you changed since cannot be brought back.
      </ConfirmDialog>
    )
  }
  return null
}
