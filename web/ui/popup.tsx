import './popover.css'
import type { ReactNode } from 'react'
import { Popover } from 'react-aria-components/Popover'
import type { PopupPlace } from './opener.tsx'

interface PopupProps {
  place: PopupPlace
  /** What it is, for screen readers. */
  label: string
  /** On which side of its button it begins. */
  side: 'start' | 'end'
  className?: string
  children: ReactNode
}

/** What opens from an `Opener`: below its button, or above it where there is more room. Escape and a press beside it close it. */
export function Popup({ place: { triggerRef, onOpenChange }, label, side, className, children }: PopupProps) {
  return (
    <Popover
      isOpen
      triggerRef={triggerRef}
      onOpenChange={onOpenChange}
      className={className ? `popover ${className}` : 'popover'}
      placement={`bottom ${side}`}
      offset={4}
      aria-label={label}
    >
      {children}
    </Popover>
  )
}
