import './button.css'
import type { ComponentProps, MouseEvent } from 'react'

/** Of a button; what is not told here is as in HTML. */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'onClick' | 'disabled'> {
  /** `primary`: the one thing to do here. `danger`: what cannot be undone. `quiet`: without a border, for toolbars. */
  look?: 'primary' | 'danger' | 'plain' | 'quiet'
  /** As wide as it is high, for an icon alone; give it an aria-label. */
  square?: boolean
  onPress?: (event: MouseEvent<HTMLButtonElement>) => void
  isDisabled?: boolean
  /** What it does is not done yet: it keeps the focus, and pressing it again does nothing. */
  isPending?: boolean
}

/** A button. It says what it does with a verb. */
export function Button({ look = 'plain', square = false, className = '', type = 'button', ...props }: ButtonProps) {
  const { onPress, isDisabled, isPending = false, ...rest } = props
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // It would send its form again.
    if (isPending) event.preventDefault()
    else onPress?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={`button ${look}${square ? ' square' : ''} ${className}`.trim()}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      onClick={press}
    />
  )
}
