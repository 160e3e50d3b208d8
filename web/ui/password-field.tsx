import './password-field.css'
import { useState, type ComponentProps } from 'react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

/** A field for a password, which can be shown while it is typed. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'end'>) {
  const [shown, setShown] = useState(false)
  const toggle = (
    <Button look="quiet" className="password-toggle" onPress={() => setShown(!shown)}>
      {shown ? 'Hide' : 'Show'}
      <span className="visually-hidden">{props.label.toLowerCase()}</span>
    </Button>
  )
  return <Field spellCheck={false} autoCapitalize="none" {...props} type={shown ? 'text' : 'password'} end={toggle} />
}

/** What a new password must be, for the note under its field. The server has the last word. */
export const PASSWORD_RULES =
  'At least 10 characters. Common and leaked passwords are refused; a few words in a row are good.'
