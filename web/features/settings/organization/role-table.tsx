import './role-table.css'
import { Icon } from '../../../ui/icon.tsx'
import { useViewer } from '../settings-viewer.ts'
import { roles, roleWords } from '../words.ts'

/** Who may do what, as the server decides it. */
export function RoleTable() {
  const { rules, role: own } = useViewer()
  return (
    <table className="role-table" aria-label="What each role may do">
      <thead>
        <tr>
          <th scope="col">May</th>
          {roles.map((role) => (
            <th key={role} scope="col" data-own={role === own || undefined}>
              {roleWords[role]}
              {role === own ? <span className="role-own">You</span> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.name}>
            <th scope="row">{rule.description}</th>
            {roles.map((role) => (
              <td key={role} data-own={role === own || undefined}>
                {rule.roles.includes(role) ? <Yes /> : <No />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Yes() {
  return (
    <span className="role-yes">
      <Icon name="check" />
      <span className="visually-hidden">yes</span>
    </span>
  )
}

function No() {
  return (
    <span className="muted">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">no</span>
    </span>
  )
}
