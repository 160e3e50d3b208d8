import { Suspense, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { Button, type ButtonProps } from './button.tsx'

/** What a popup is told by the button that opens it. It is there only while it is open. */
export interface PopupPlace {
  triggerRef: RefObject<HTMLButtonElement | null>
  onOpenChange: (isOpen: boolean) => void
  /** Where the focus goes: keys lead to an item, a pointer to the list itself. */
  autoFocus: 'first' | 'last' | true
}

interface OpenerProps extends Pick<
  ButtonProps,
  'look' | 'square' | 'className' | 'isDisabled' | 'aria-label' | 'children'
> {
  opens: 'menu' | 'listbox' | 'dialog'
  /** Asks for the code of the popup, where nothing else on the page needs it. */
  load?: () => Promise<unknown>
  popup: (place: PopupPlace) => ReactNode
  onOpenChange?: (isOpen: boolean) => void
}

/**
 * A button that something opens from, whose code comes when somebody reaches for the button: what floats over a page is as
 * large as all else that it is made of. Arrow keys open lists, too.
 */
export function Opener({ opens, load, popup, onOpenChange, ...button }: OpenerProps) {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [autoFocus, setAutoFocus] = useState<PopupPlace['autoFocus'] | null>(null)
  const isOpen = autoFocus !== null
  const turn = (next: PopupPlace['autoFocus'] | null) => {
    setAutoFocus(next)
    onOpenChange?.(next !== null)
  }
  const open = ({ detail, currentTarget }: MouseEvent<HTMLElement>) => {
    // The focus returns to it, and not every browser gives it to a button that is clicked.
    currentTarget.focus()
    const isKeyed = detail === 0
    turn(isKeyed ? 'first' : true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (opens === 'dialog' || !(event.key === 'ArrowDown' || event.key === 'ArrowUp')) return
    event.preventDefault()
    turn(event.key === 'ArrowDown' ? 'first' : 'last')
  }
  return (
    <>
      <Button
        {...button}
        ref={triggerRef}
        aria-haspopup={opens}
        aria-expanded={isOpen}
        onPointerEnter={() => void load?.()}
        onFocus={() => void load?.()}
        onPress={open}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <Suspense fallback={null}>
          {popup({ triggerRef, autoFocus, onOpenChange: (open) => turn(open ? autoFocus : null) })}
        </Suspense>
      ) : null}
    </>
  )
}
