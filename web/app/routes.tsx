import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readJobsSearch } from '../features/jobs/jobs-search.ts'
import { readPipelineSearch, readPipelinesSearch } from '../features/pipelines/search.ts'
import { ownAddress } from '../lib/own-address.ts'
import { readText } from '../lib/search-string.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { RouteErrorPage } from './route-error-page.tsx'
import { session } from './session.ts'

const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: RouteErrorPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } => ({ to: readText(search.to) }),
  async beforeLoad({ search }) {
    const state = await session.state().catch(() => null)
    if (state?.setupNeeded) throw redirect({ to: '/setup', replace: true })
    if (state?.signedIn) throw redirect({ href: ownAddress(search.to ?? '/jobs'), replace: true })
  },
  component: lazyRouteComponent(() => import('./sign-in-route.tsx'), 'SignInRoute'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  async beforeLoad() {
    const state = await session.state().catch(() => null)
    if (state && !state.setupNeeded) throw redirect({ to: '/jobs', replace: true })
  },
  component: lazyRouteComponent(() => import('./setup-route.tsx'), 'SetupRoute'),
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
  beforeLoad: () => {
    throw redirect({ to: '/jobs', replace: true })
  },
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
  component: lazyRouteComponent(() => import('../features/pipelines/index.ts'), 'PipelinePage'),
})

const unknown = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFoundPage })

/** Every address of the page. Features are joined to addresses here and nowhere else. */
export const routeTree = root.addChildren([
  signIn,
  setup,
  signedIn.addChildren([home, jobs, job, pipelines, pipeline, unknown]),
])
