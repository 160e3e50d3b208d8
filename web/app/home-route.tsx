import { Navigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { dashboardAddress } from '../features/dashboards/dashboard-address.ts'
import { graphql } from '../gql/index.ts'

const Home = graphql(`
  query Home {
    dashboards(filter: { favourites: true }, first: 2) {
      nodes {
        id
      }
    }
  }
`)

/** Where one begins: at one's favourite dashboard, at the list of them when there are several, otherwise at the jobs. */
export function HomeRoute() {
  const [{ data, error }] = useQuery({ query: Home, requestPolicy: 'network-only' })
  if (!data && !error) return null
  const [favourite, ...others] = data?.dashboards.nodes ?? []
  if (!favourite) return <Navigate to="/jobs" replace />
  if (others.length > 0) return <Navigate to="/dashboards" search={{ show: 'favourites' }} replace />
  return <Navigate to={dashboardAddress(favourite.id)} replace />
}
