import { createContext, use } from 'react'
import { graphql } from '../../gql/index.ts'
import type { SettingsViewerQuery } from '../../gql/graphql.ts'

/** Who looks, what they may do, and who may do what at all. */
export const SettingsViewer = graphql(`
  query SettingsViewer {
    viewer {
      role
      permissions
      organization {
        id
        name
      }
      user {
        id
      }
    }
    permissionRules {
      name
      description
      roles
      scopes
    }
  }
`)

/** Set by the frame of the settings, around every section. */
export const SettingsContext = createContext<SettingsViewerQuery | null>(null)

/** The viewer, and whether they may do something, as the API will decide it. */
export function useViewer() {
  const known = use(SettingsContext)
  if (!known) throw new Error('useViewer is used outside of SettingsPage.')
  const { viewer, permissionRules } = known
  return { ...viewer, rules: permissionRules, may: (permission: string) => viewer.permissions.includes(permission) }
}
