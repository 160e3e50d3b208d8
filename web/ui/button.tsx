import './button.css'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'

interface ButtonProps extends AriaButtonProps {
  /** `primary`: the one thing to do here. `danger`: what cannot be undone. `quiet`: without a border, for toolbars. */
  look?: 'primary' | 'danger' | 'plain' | 'quiet'
  /** As wide as it is high, for an icon alone; give it an aria-label. */
  square?: boolean
}

/** A button. It says what it does with a verb. */
export function Button({ look = 'plain', square = false, className, ...rest }: ButtonProps) {
  const name = `button ${look}${square ? ' square' : ''} ${typeof className === 'string' ? className : ''}`.trim()
  return <AriaButton {...rest} className={name} />
}
