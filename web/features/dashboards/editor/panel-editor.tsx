import '../../../ui/dialog.css'
import './panel-editor.css'
import { useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { panelKindOf, panelKinds } from '../../../panels/index.ts'
import type { PanelKind } from '../../../panels/panel.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import type { PanelDocument } from '../document.ts'
import type { PanelContext } from '../view/panel-context.ts'
import { findDataset, type CatalogDataset } from './catalog.ts'
import { changeDataset, changeKind, changeOptions, changeQuery, askedFully, type ChangedPanel } from './edit-panel.ts'
import { EditorSection } from './editor-section.tsx'
import { KindField } from './kind-field.tsx'
import { Preview } from './preview.tsx'
import { fieldOfProblem, problemWords, type EditorField } from './problem-field.ts'
import { QuestionForm } from './question-form.tsx'
import { usePreview } from './use-preview.ts'
import { UseElsewhere } from './use-elsewhere.tsx'

interface PanelEditorProps {
  panel: PanelDocument
  datasets: readonly CatalogDataset[]
  /** What the dashboard gives to the question. */
  context: PanelContext
  /** Told after every edit: each can be undone. */
  onChange: (panel: PanelDocument) => void
  onClose: () => void
}

/**
 * A sheet over the page in which a panel is edited: its picture on the left, as it will be, and beside it, or below it on a
 * phone, everything that it is made of.
 */
export function PanelEditor({ panel: stored, datasets, context, onChange, onClose }: PanelEditorProps) {
  const [dropped, setDropped] = useState<string | null>(null)
  const kind = panelKindOf(stored.kind)
  const panel = kind ? askedFully(stored, kind) : stored
  const preview = usePreview(panel, context)
  const problem = problemOf(panel, preview.problem, datasets)
  const errorOf = (field: EditorField) => (field === problem.field ? (problem.words ?? undefined) : undefined)
  const apply = (changed: ChangedPanel) => {
    setDropped(changed.dropped)
    onChange(changed.panel)
  }
  const edit = (changed: PanelDocument) => apply({ panel: changed, dropped: null })
  const chooseKind = (name: string) => {
    const to = panelKindOf(name)
    if (to) apply(changeKind(panel, { from: kind, to }, datasets))
  }
  return (
    <ModalOverlay className="dialog-backdrop editor-backdrop" isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal className="editor-sheet">
        <Dialog className="editor-dialog">
          <header className="editor-header">
            <Heading slot="title">Edit panel</Heading>
            <Button look="primary" onPress={onClose}>
              Done
            </Button>
          </header>
          <div className="editor-body">
            <section className="editor-preview" aria-label="Preview">
              {/* At its field it is read aloud; here it says to the eye why the picture is dimmed. */}
              {problem.words === null ? null : (
                <p className="field-error" role={problem.field === null ? 'alert' : undefined}>
                  {problem.words}
                </p>
              )}
              <p className="field-note" role="status">
                {dropped}
              </p>
              <Preview panel={panel} shown={preview} />
            </section>
            <div className="editor-form">
              <EditorSection title="Panel">
                <KindField kinds={panelKinds} value={panel.kind} onChange={chooseKind} />
                <TitleFields panel={panel} onChange={edit} />
              </EditorSection>
              {kind?.needs && panel.query ? (
                <QuestionForm
                  {...{ kind, datasets, context, errorOf }}
                  needs={kind.needs}
                  query={panel.query}
                  onDataset={(dataset) => apply(changeDataset(panel, { kind, dataset }, datasets))}
                  onEdit={(one) => edit(changeQuery(panel, one))}
                />
              ) : null}
              {kind ? <OptionsFields panel={panel} kind={kind} onChange={edit} /> : null}
            </div>
            <div className="editor-elsewhere">
              <UseElsewhere panel={panel} shown={preview} context={context} />
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Why the question cannot be answered, and at which field that is put right; nulls when it can, or when no field is named. */
function problemOf({ query }: PanelDocument, problem: string | null, datasets: readonly CatalogDataset[]) {
  if (!query || problem === null) return { words: problem, field: null }
  const dataset = findDataset(datasets, query.dataset)
  return { words: dataset ? problemWords(problem, dataset) : problem, field: fieldOfProblem(problem, query) }
}

interface PartProps {
  panel: PanelDocument
  onChange: (panel: PanelDocument) => void
}

function TitleFields({ panel, onChange }: PartProps) {
  return (
    <>
      <Field
        label="Title"
        value={panel.title}
        maxLength={200}
        onChange={({ target }) => onChange({ ...panel, title: target.value })}
      />
      <Field
        label="Description"
        note="What it tells, for those who did not make it."
        value={panel.description ?? ''}
        maxLength={2000}
        onChange={({ target }) => onChange({ ...panel, description: target.value === '' ? null : target.value })}
      />
    </>
  )
}

function OptionsFields({ panel, kind, onChange }: PartProps & { kind: PanelKind }) {
  const { Editor, readOptions, needs } = kind
  return (
    <EditorSection title={needs ? 'Look' : 'Content'}>
      <Editor
        options={readOptions(panel.options)}
        query={panel.query ?? { dataset: '', measures: [] }}
        onChange={(options) => onChange(changeOptions(panel, kind, options))}
      />
    </EditorSection>
  )
}
