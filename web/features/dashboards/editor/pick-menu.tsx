import './pick-menu.css'
import type { ReactNode } from 'react'
import { Opener } from '../../../ui/opener.tsx'
import { PickList, type PickListProps } from './pick-list.tsx'

interface PickMenuProps extends PickListProps {
  /** What stands on the button. */
  children: ReactNode
  isDisabled?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** A button that opens a list to pick from. The focus stays in the field above it, where one types to search; arrows move in the list. */
export function PickMenu({ children, isDisabled, onOpenChange, ...list }: PickMenuProps) {
  const turn = (isOpen: boolean) => {
    onOpenChange?.(isOpen)
    if (!isOpen) list.onText('')
  }
  return (
    <Opener
      opens="dialog"
      className="pick-button"
      isDisabled={isDisabled}
      popup={(place) => <PickList place={place} {...list} />}
      onOpenChange={turn}
    >
      {children}
    </Opener>
  )
}
