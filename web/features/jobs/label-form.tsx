import { useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import type { PopupPlace } from '../../ui/opener.tsx'
import { Popup } from '../../ui/popup.tsx'
import { readLabel } from './jobs-search.ts'

interface LabelFormProps {
  place: PopupPlace
  /** With name and value, as in `environment=production`. */
  onAdd: (label: string) => void
}

/** The form of the `LabelFilter`. It closes with the label. */
export function LabelForm({ place, onAdd }: LabelFormProps) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = () => {
    const label = readLabel(text)
    if (label === null || label.value === '') return setWrong(true)
    place.onOpenChange(false)
    onAdd(`${label.name}=${label.value}`)
  }
  return (
    <Popup place={place} label="Filter by label" side="start">
      <Dialog aria-label="Filter by label" className="label-form">
        <form
          className="field"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <Field
            label="Label"
            note="Name and value, such as environment=production"
            error={wrong ? 'Write a name, an equals sign and a value.' : undefined}
            autoFocus
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setWrong(false)
            }}
          />
          <Button type="submit" look="primary">
            Add label
          </Button>
        </form>
      </Dialog>
    </Popup>
  )
}
