import type { Fragment, Sql } from '../../../db/client.ts'

/** All SQL about dashboards themselves. Their versions, and what people keep of them, stand beside it. */

/** Who may see a dashboard besides its owner. */
export type Visibility = 'PRIVATE' | 'ORGANIZATION'

/** Who looks at dashboards: private ones are there for their owner only. */
export interface Asker {
  organizationId: number
  /** Null: a key. */
  userId: number | null
}

export interface DashboardRow {
  id: string
  title: string
  description: string | null
  folder: string | null
  visibility: Visibility
  ownerId: number | null
  /** Name of the owner. */
  owner: string | null
  version: number
  createdAt: Date
  updatedAt: Date
  isFavourite: boolean
  /** When the asker last opened it. */
  visitedAt: Date | null
  /** What the list by title is sorted by. */
  sortTitle: string
}

/** Which dashboards. Null and false: not filtered by. */
export interface DashboardConditions {
  /** Contained in the title, the description or the title of a panel, as a pattern from `containsPattern`. */
  pattern: string | null
  /** In this folder or one within it. */
  folder: string | null
  favourites: boolean
  mine: boolean
  /** Opened by the asker before; these are sorted by that. */
  recent: boolean
}

/** Place of a dashboard in the list: by title, or by when it was opened. */
export type DashboardPlace = { sortTitle: string; id: string } | { visitedAt: Date; id: string }

export interface DashboardRequest {
  conditions: DashboardConditions
  /** Only those that come after this place in the list, and before that one. */
  after: DashboardPlace | null
  before: DashboardPlace | null
  /** True: read from the end, the last one first. */
  backward: boolean
  limit: number
}

/** A part of the list: by title, or, of recent ones, the last opened first. */
export function listDashboards(sql: Sql, asker: Asker, request: DashboardRequest): Promise<DashboardRow[]> {
  const { conditions, after, before, backward, limit } = request
  const latestFirst = conditions.recent
  const [next, earlier] = latestFirst ? [sql`<`, sql`>`] : [sql`>`, sql`<`]
  const key = latestFirst ? sql`v.visited_at` : sql`lower(d.title)`
  const direction = latestFirst === backward ? sql`asc` : sql`desc`
  return sql<DashboardRow[]>`
    select ${columns(sql, asker)} from ${joined(sql, asker)}
    where ${visible(sql, asker)} and ${matching(sql, conditions, asker)}
      ${after === null ? sql`` : sql`and (${key}, d.id) ${next} ${placeIn(sql, after)}`}
      ${before === null ? sql`` : sql`and (${key}, d.id) ${earlier} ${placeIn(sql, before)}`}
    order by ${key} ${direction}, d.id ${direction}
    limit ${limit}`
}

export async function countDashboards(sql: Sql, asker: Asker, conditions: DashboardConditions): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from ${joined(sql, asker)}
    where ${visible(sql, asker)} and ${matching(sql, conditions, asker)}`
  return row!.count
}

/** The dashboard with this id; null when there is none that the asker may see. */
export async function findDashboard(sql: Sql, asker: Asker, id: string): Promise<DashboardRow | null> {
  const [row] = await sql<DashboardRow[]>`
    select ${columns(sql, asker)} from ${joined(sql, asker)} where ${visible(sql, asker)} and d.id = ${id}::uuid`
  return row ?? null
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockDashboard(sql: Sql, asker: Asker, id: string): Promise<DashboardRow | null> {
  const [row] = await sql<DashboardRow[]>`
    select ${columns(sql, asker)} from ${joined(sql, asker)}
    where ${visible(sql, asker)} and d.id = ${id}::uuid for no key update of d`
  return row ?? null
}

/** How many an organization has. */
export async function countAll(sql: Sql, organizationId: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from dashboards where organization_id = ${organizationId}`
  return row!.count
}

/** What a new dashboard is. Its first version is written apart. */
export type NewDashboard = Pick<
  DashboardRow,
  'id' | 'title' | 'description' | 'folder' | 'visibility' | 'ownerId' | 'createdAt'
>

export async function insertDashboard(sql: Sql, organizationId: number, dashboard: NewDashboard): Promise<void> {
  const { id, title, description, folder, visibility, ownerId, createdAt } = dashboard
  await sql`
    insert into dashboards (organization_id, id, title, description, folder, visibility, owner_id, version, created_at, updated_at)
    values (${organizationId}, ${id}::uuid, ${title}, ${description}, ${folder}, ${visibility}, ${ownerId}, 1, ${createdAt},
            ${createdAt})`
}

/** Notes that a dashboard has another version now. */
export async function updateDashboard(
  sql: Sql,
  organizationId: number,
  {
    id,
    title,
    description,
    version,
    updatedAt,
  }: Pick<DashboardRow, 'id' | 'title' | 'description' | 'version' | 'updatedAt'>,
): Promise<void> {
  await sql`
    update dashboards set title = ${title}, description = ${description}, version = ${version}, updated_at = ${updatedAt}
    where organization_id = ${organizationId} and id = ${id}::uuid`
}

export async function updateFolder(
  sql: Sql,
  organizationId: number,
  { id, folder }: Pick<DashboardRow, 'id' | 'folder'>,
): Promise<void> {
  await sql`update dashboards set folder = ${folder} where organization_id = ${organizationId} and id = ${id}::uuid`
}

export async function updateVisibility(
  sql: Sql,
  organizationId: number,
  { id, visibility }: Pick<DashboardRow, 'id' | 'visibility'>,
): Promise<void> {
  await sql`
    update dashboards set visibility = ${visibility} where organization_id = ${organizationId} and id = ${id}::uuid`
}

export async function deleteDashboard(sql: Sql, organizationId: number, id: string): Promise<void> {
  await sql`delete from dashboards where organization_id = ${organizationId} and id = ${id}::uuid`
}

/** A folder, and how many dashboards the asker sees in it, those within its folders left out. */
export interface FolderRow {
  path: string
  dashboards: number
}

export function selectFolders(sql: Sql, asker: Asker): Promise<FolderRow[]> {
  return sql<FolderRow[]>`
    select folder as path, count(*)::int as dashboards from dashboards as d
    where ${visible(sql, asker)} and folder is not null group by folder order by lower(folder), folder`
}

/** Moves what is in a folder and the folders within it, as far as the asker sees it, and returns the ids of what moved. */
export async function renameFolder(
  sql: Sql,
  asker: Asker,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    update dashboards as d set folder = ${to} || substr(folder, length(${from}::text) + 1)
    where ${visible(sql, asker)} and ${within(sql, from)} returning id`
  return rows.map(({ id }) => id)
}

function columns(sql: Sql, { userId }: Asker): Fragment {
  return sql`d.id, d.title, d.description, d.folder, d.visibility, d.owner_id, u.name as owner, d.version, d.created_at,
    d.updated_at, lower(d.title) as sort_title, v.visited_at,
    exists (
      select from dashboard_favourites as f
      where f.organization_id = d.organization_id and f.user_id = ${userId}::int and f.dashboard_id = d.id
    ) as is_favourite`
}

function joined(sql: Sql, { userId }: Asker): Fragment {
  return sql`dashboards as d
    left join users as u on u.id = d.owner_id
    left join dashboard_visits as v
      on v.organization_id = d.organization_id and v.user_id = ${userId}::int and v.dashboard_id = d.id`
}

function visible(sql: Sql, { organizationId, userId }: Asker): Fragment {
  return sql`d.organization_id = ${organizationId} and (d.visibility = 'ORGANIZATION' or d.owner_id = ${userId}::int)`
}

function matching(sql: Sql, conditions: DashboardConditions, { userId }: Asker): Fragment {
  const { pattern, folder, favourites, mine, recent } = conditions
  return sql`true
    ${pattern === null ? sql`` : sql`and (d.title ~ ${pattern} or d.description ~ ${pattern} or ${hasPanel(sql, pattern)})`}
    ${folder === null ? sql`` : sql`and ${within(sql, folder)}`}
    ${
      favourites
        ? sql`and exists (
      select from dashboard_favourites as f
      where f.organization_id = d.organization_id and f.user_id = ${userId}::int and f.dashboard_id = d.id)`
        : sql``
    }
    ${mine ? sql`and d.owner_id = ${userId}::int` : sql``}
    ${recent ? sql`and v.visited_at is not null` : sql``}`
}

function hasPanel(sql: Sql, pattern: string): Fragment {
  return sql`exists (
    select from dashboard_panels as p
    where p.organization_id = d.organization_id and p.dashboard_id = d.id and p.title ~ ${pattern})`
}

function within(sql: Sql, folder: string): Fragment {
  return sql`(d.folder = ${folder} or starts_with(d.folder, ${`${folder}/`}))`
}

function placeIn(sql: Sql, place: DashboardPlace): Fragment {
  const key = 'sortTitle' in place ? sql`${place.sortTitle}::text` : sql`${place.visitedAt}::timestamptz`
  return sql`(${key}, ${place.id}::uuid)`
}
