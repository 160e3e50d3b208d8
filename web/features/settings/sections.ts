/** The sections of the settings, in their order, each with what one needs to open it. */
export const sections = [
  { to: '/settings/organization', title: 'Organization', permission: 'organization.read' },
  { to: '/settings/members', title: 'Members', permission: 'members.read' },
  { to: '/settings/teams', title: 'Teams', permission: 'teams.read' },
  { to: '/settings/keys', title: 'API keys', permission: 'keys.read' },
  { to: '/settings/quotas', title: 'Quotas', permission: 'organization.read' },
  { to: '/settings/audit', title: 'Audit log', permission: 'audit.read' },
  { to: '/settings/providers', title: 'Identity providers', permission: 'providers.read' },
] as const

/** The address of a section. */
export type SectionAddress = (typeof sections)[number]['to']
