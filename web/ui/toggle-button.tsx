import './toggle-button.css'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface ToggleButtonProps {
  children: string
  pressed: boolean
  onChange: (pressed: boolean) => void
}

/** A button that is on or off. It is named after what is there when it is on. */
export function ToggleButton({ children, pressed, onChange }: ToggleButtonProps) {
  return (
    <Button className="toggle-button" aria-pressed={pressed} onPress={() => onChange(!pressed)}>
      <Icon name={pressed ? 'check' : 'plus'} />
      {children}
    </Button>
  )
}
