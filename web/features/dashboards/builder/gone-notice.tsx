import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import type { DashboardDocument } from '../document.ts'

const CreateCopy = graphql(`
  mutation CreateDashboardFromBuilder($document: JSON!) {
    createDashboard(input: { document: $document }) {
      id
    }
  }
`)

/** Somebody deleted the dashboard that is being built: what was built can become another one. */
export function GoneNotice({ document, onCopied }: { document: DashboardDocument; onCopied: () => void }) {
  const create = useChange(CreateCopy)
  const navigate = useNavigate()
  const copy = async () => {
    const data = await create.run({ document })
    if (!data) return
    onCopied()
    void navigate({ to: '/dashboards/$id/edit', params: { id: data.createDashboard.id } })
  }
  return (
    <div className="builder-notice" role="alert">
      <span>This dashboard was deleted, or made private, while you were editing. What you built is still here.</span>
      <Button isPending={create.isPending} onPress={() => void copy()}>
        Save as a new dashboard
      </Button>
      {create.problem === null ? null : <span className="field-error">{create.problem}</span>}
    </div>
  )
}
