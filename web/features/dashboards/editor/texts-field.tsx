import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'

interface TextsFieldProps {
  label: string
  texts: readonly string[]
  onChange: (texts: string[]) => void
}

/** Any number of texts, of which one is enough: Enter adds one, and so does leaving the field. */
export function TextsField({ label, texts, onChange }: TextsFieldProps) {
  const [written, setWritten] = useState('')
  const add = () => {
    const text = written.trim()
    setWritten('')
    if (text !== '' && !texts.includes(text)) onChange([...texts, text])
  }
  return (
    <div className="texts-field">
      {texts.map((text) => (
        <span key={text} className="tag plain texts-item">
          {text}
          <Button
            look="quiet"
            square
            aria-label={`Remove ${text}`}
            onPress={() => onChange(texts.filter((one) => one !== text))}
          >
            <Icon name="close" />
          </Button>
        </span>
      ))}
      <Field
        label={label}
        value={written}
        placeholder={texts.length === 0 ? 'A text' : 'Or another text'}
        onChange={({ target }) => setWritten(target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
    </div>
  )
}
