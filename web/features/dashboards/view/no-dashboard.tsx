import { Link } from '@tanstack/react-router'
import { Empty } from '../../../ui/empty.tsx'
import { Page } from '../../../ui/page.tsx'

/** In the place of a dashboard that there is not, or not any more. @param wasThere it was seen on this page before */
export function NoDashboard({ wasThere }: { wasThere: boolean }) {
  return (
    <Page title="Dashboard">
      <Empty
        title={wasThere ? 'This dashboard is gone' : 'There is no such dashboard'}
        action={
          <Link to="/dashboards" className="button">
            All dashboards
          </Link>
        }
      >
        {wasThere
          ? 'Somebody deleted it, or made it private, a moment ago.'
          : 'It was deleted, or somebody keeps it private, or the address is not complete.'}
      </Empty>
    </Page>
  )
}
