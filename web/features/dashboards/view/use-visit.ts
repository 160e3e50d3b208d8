import { useEffect } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../../gql/index.ts'

const VisitDashboard = graphql(`
  mutation VisitDashboard($id: ID!) {
    visitDashboard(id: $id) {
      id
    }
  }
`)

/** Notes that the viewer has opened a dashboard, for the list of recent ones. Nothing on the page waits for it. */
export function useVisit(id: string | undefined): void {
  const [, visit] = useMutation(VisitDashboard)
  useEffect(() => {
    if (id !== undefined) void visit({ id })
  }, [id, visit])
}
