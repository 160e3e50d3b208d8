import { bytes, add, type Draft, unknownHash } from './canary-rows.ts'
import { SHARED } from './canary-terms.ts'

/** Of the version that dashboards are in. There is one before it. */
export const DASHBOARD_VERSION = 2

/** The folder that has all dashboards of canaries, those of both. */
export const DASHBOARD_FOLDER = SHARED

/** Which dashboard, of whom. */
interface CanaryDashboard {
  organizationId: number
  id: string
  panelId: string
  linkId: number
  /** Begins every text. */
  text: string
  /** Whose it is, and whose draft there is. */
  ownerId: number
  /** Who has it as a favourite. */
  userId: number
  at: Date
  /** Of the link; without one nobody has it. */
  tokenHash?: Buffer
}

/** A dashboard with two versions, a panel, and all that people keep of it. */
export function addDashboard(draft: Draft, dashboard: CanaryDashboard): void {
  const { organizationId, id, panelId, text, ownerId, userId, at } = dashboard
  const of = { organization_id: organizationId, dashboard_id: id }
  const hours = (n: number) => new Date(at.getTime() + n * 3_600_000).toISOString()
  const title = `${text}-dashboard`
  add(draft, 'dashboards', {
    organization_id: organizationId,
    id,
    title,
    description: `${text}-description`,
    folder: `${DASHBOARD_FOLDER}/${text}`,
    visibility: 'ORGANIZATION',
    owner_id: ownerId,
    version: DASHBOARD_VERSION,
    created_at: hours(0),
    updated_at: hours(1),
  })
  for (let number = 1; number <= DASHBOARD_VERSION; number++) {
    const document = dashboardDocument(`${text}-${number}`, panelId)
    const saved = { saved_at: hours(number), saved_by: `${text} person`, comment: `${text}-comment` }
    add(draft, 'dashboard_versions', { ...of, number, document, ...saved })
  }
  add(draft, 'dashboard_panels', { ...of, id: panelId, title: `${text}-panel` })
  add(draft, 'dashboard_favourites', { ...of, user_id: userId })
  addOwn(draft, { organizationId, id, userId: ownerId, text, at })
  add(draft, 'dashboard_share_links', {
    ...of,
    id: dashboard.linkId,
    token_hash: dashboard.tokenHash ? bytes(dashboard.tokenHash) : unknownHash(),
    created_by: `${text} person`,
    created_at: hours(1),
  })
}

/** What somebody keeps of a dashboard: a draft, and when they opened it. */
export function addOwn(
  draft: Draft,
  { organizationId, id, userId, text, at }: Pick<CanaryDashboard, 'organizationId' | 'id' | 'userId' | 'text' | 'at'>,
): void {
  const of = { organization_id: organizationId, dashboard_id: id, user_id: userId }
  const document = dashboardDocument(`${text}-draft`, null)
  add(draft, 'dashboard_drafts', { ...of, document, based_on: 1, saved_at: at.toISOString() })
  add(draft, 'dashboard_visits', { ...of, visited_at: at.toISOString() })
}

/** A document with one panel, or without one, that counts the jobs of the last days. */
export function dashboardDocument(text: string, panelId: string | null): object {
  const base = { format: 1, title: text, description: null, range: { last: 'P30D' }, timezone: null }
  return { ...base, variables: [], panels: panelId === null ? [] : [panelDocument(text, panelId)] }
}

/** A panel that counts the jobs of the last days by pipeline. */
function panelDocument(text: string, id: string): object {
  const query = { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'], range: { last: 'P30D' } }
  return { id, kind: 'table', title: text, layout: { x: 0, y: 0, w: 6, h: 4 }, query, answers: ['ROWS'], options: {} }
}
