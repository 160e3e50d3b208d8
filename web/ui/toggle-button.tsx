import './toggle-button.css'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

interface ToggleButtonProps {
  children: string
  pressed: boolean
  onChange: (pressed: boolean) => void
  /** Without one, a plus that becomes a tick. */
  icon?: IconName
}

/** A button that is on or off. It is named after what is there when it is on. */
export function ToggleButton({ children, pressed, onChange, icon }: ToggleButtonProps) {
  return (
    <Button className="toggle-button" aria-pressed={pressed} onPress={() => onChange(!pressed)}>
      <Icon name={icon ?? (pressed ? 'check' : 'plus')} />
      {children}
    </Button>
  )
}
