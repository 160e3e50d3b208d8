import './rename-organization.ts'
import './viewer.ts'

export { createOrganization, findOrganization } from './manage.ts'
export { Organization } from './organization.ts'
export { anyOrganization } from './queries.ts'
export { Role } from './role.ts'
export { Viewer } from './viewer.ts'
