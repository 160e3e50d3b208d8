import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readHistorySearch } from '../features/dashboards/history/history-search.ts'
import { readDashboardsSearch } from '../features/dashboards/list/dashboards-search.ts'
import { readDashboardSearch } from '../features/dashboards/view/dashboard-search.ts'
import { readKioskSearch } from '../features/dashboards/view/kiosk-search.ts'
import { readInsightsSearch } from '../features/insights/insights-search.ts'
import { readJobsSearch } from '../features/jobs/jobs-search.ts'
import { readPipelineSearch, readPipelinesSearch } from '../features/pipelines/search.ts'
import { readAuditSearch } from '../features/settings/audit/audit-search.ts'
import type * as settingsPages from '../features/settings/index.ts'
import { ownAddress } from '../lib/own-address.ts'
import { readText } from '../lib/search-string.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { RouteErrorPage } from './route-error-page.tsx'
import { session } from './session.ts'

type SettingsPage = keyof typeof settingsPages

const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: RouteErrorPage })

// These pages open while the server is away, too: they say so when they are used.
const askState = () => session.state().catch(() => null)
const readToken = (search: Record<string, unknown>) => ({ token: readText(search.token) })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; problem?: string } => ({
    to: readText(search.to),
    problem: readText(search.problem),
  }),
  async beforeLoad({ search }) {
    const state = await askState()
    if (state?.setupNeeded) throw redirect({ to: '/setup', replace: true })
    if (state?.signedIn) throw redirect({ href: ownAddress(search.to ?? '/jobs'), replace: true })
    return { providers: state?.providers ?? [] }
  },
  component: lazyRouteComponent(() => import('./sign-in-route.tsx'), 'SignInRoute'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  async beforeLoad() {
    const state = await askState()
    if (state && !state.setupNeeded) throw redirect({ to: '/jobs', replace: true })
  },
  component: lazyRouteComponent(() => import('./setup-route.tsx'), 'SetupRoute'),
})

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  beforeLoad: async () => ({ mail: (await session.state()).mail }),
  component: lazyRouteComponent(() => import('./entry-routes.tsx'), 'ForgotPasswordRoute'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: readToken,
  component: lazyRouteComponent(() => import('./entry-routes.tsx'), 'ResetPasswordRoute'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: readToken,
  beforeLoad: async () => ({ signedIn: (await askState())?.signedIn ?? false }),
  component: lazyRouteComponent(() => import('./entry-routes.tsx'), 'InvitationRoute'),
})

const shared = createRoute({
  getParentRoute: () => root,
  path: '/shared',
  validateSearch: readDashboardSearch,
  component: lazyRouteComponent(() => import('./shared-route.tsx'), 'SharedRoute'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  async beforeLoad({ location }) {
    const state = await session.state()
    if (state.setupNeeded) throw redirect({ to: '/setup' })
    if (!state.signedIn) throw redirect({ to: '/sign-in', search: { to: location.href } })
  },
  component: lazyRouteComponent(() => import('./signed-in.tsx'), 'SignedIn'),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./home-route.tsx'), 'HomeRoute'),
})

const dashboard = createRoute({
  getParentRoute: () => signedIn,
  path: '/dashboards/$id',
  validateSearch: readDashboardSearch,
  component: lazyRouteComponent(() => import('../features/dashboards/view/dashboard-page.tsx'), 'DashboardPage'),
})

const dashboardBuilder = createRoute({
  getParentRoute: () => signedIn,
  path: '/dashboards/$id/edit',
  validateSearch: readDashboardSearch,
  component: lazyRouteComponent(() => import('../features/dashboards/builder/builder-page.tsx'), 'BuilderPage'),
})

const kiosk = createRoute({
  getParentRoute: () => signedIn,
  path: '/kiosk',
  validateSearch: readKioskSearch,
  component: lazyRouteComponent(() => import('../features/dashboards/view/kiosk-page.tsx'), 'KioskPage'),
})

const dashboards = createRoute({
  getParentRoute: () => signedIn,
  path: '/dashboards',
  validateSearch: readDashboardsSearch,
  component: lazyRouteComponent(() => import('../features/dashboards/list/dashboards-page.tsx'), 'DashboardsPage'),
})

const dashboardHistory = createRoute({
  getParentRoute: () => signedIn,
  path: '/dashboards/$id/history',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import('../features/dashboards/history/history-page.tsx'), 'HistoryPage'),
})

const jobs = createRoute({
  getParentRoute: () => signedIn,
  path: '/jobs',
  validateSearch: readJobsSearch,
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
})

const job = createRoute({
  getParentRoute: () => signedIn,
  path: '/jobs/$id',
  component: lazyRouteComponent(() => import('../features/jobs/job-page.tsx'), 'JobPage'),
})

const pipelines = createRoute({
  getParentRoute: () => signedIn,
  path: '/pipelines',
  validateSearch: readPipelinesSearch,
  component: lazyRouteComponent(() => import('../features/pipelines/index.ts'), 'PipelinesPage'),
})

const pipeline = createRoute({
  getParentRoute: () => signedIn,
  path: '/pipelines/$id',
  validateSearch: readPipelineSearch,
  component: lazyRouteComponent(() => import('./pipeline-route.tsx'), 'PipelineRoute'),
})

const insights = createRoute({
  getParentRoute: () => signedIn,
  path: '/insights',
  validateSearch: readInsightsSearch,
  component: lazyRouteComponent(() => import('./insights-route.tsx'), 'InsightsRoute'),
})

const insight = createRoute({
  getParentRoute: () => signedIn,
  path: '/insights/$id',
  component: lazyRouteComponent(() => import('../features/insights/index.ts'), 'InsightPage'),
})

const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/profile',
  component: lazyRouteComponent(() => import('../features/profile/index.ts'), 'ProfilePage'),
})

const section = <Path extends `/settings/${string}`>(path: Path, page: SettingsPage) => ({
  getParentRoute: () => signedIn,
  path,
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), page),
})

const settings = [
  createRoute(section('/settings/organization', 'OrganizationPage')),
  createRoute(section('/settings/members', 'MembersPage')),
  createRoute(section('/settings/teams', 'TeamsPage')),
  createRoute(section('/settings/keys', 'KeysPage')),
  createRoute(section('/settings/quotas', 'QuotasPage')),
  createRoute({ ...section('/settings/audit', 'AuditPage'), validateSearch: readAuditSearch }),
  createRoute(section('/settings/providers', 'ProvidersPage')),
] as const

const unknown = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage })

/** Every address of the page. Features are joined to addresses here and nowhere else. */
export const routeTree = root.addChildren([
  signIn,
  setup,
  forgotPassword,
  resetPassword,
  invitation,
  shared,
  signedIn.addChildren([
    home,
    dashboards,
    dashboard,
    dashboardBuilder,
    kiosk,
    dashboardHistory,
    jobs,
    job,
    pipelines,
    pipeline,
    insights,
    insight,
    profile,
    ...settings,
    unknown,
  ]),
])
