import { graphql } from '../../../gql/index.ts'

/** What the server says about panels: of a subscription, and of a panel that is being edited. */
export const PanelsNewsFragment = graphql(`
  fragment PanelsNews on PanelsChange {
    changes {
      panel
      form
      every
      problem
      unfiltered
      table {
        revision
        asOf
        from
        to
        comparedFrom
        comparedTo
        table {
          asOf
          from
          to
          comparedFrom
          comparedTo
          timezone
          truncated
          totalCount
          columns {
            name
            title
            type
            unit
            role
          }
          rows
          complete
        }
        changed {
          index
          cells
          complete
        }
      }
      series {
        revision
        asOf
        from
        to
        comparedFrom
        comparedTo
        series {
          id
          measure
          title
          label
          unit
          key {
            dimension
            value
          }
          isOther
          timezone
          truncated
          points {
            at
            value
            complete
          }
          compare {
            at
            value
            complete
          }
        }
        changed {
          id
          points {
            at
            value
            complete
          }
          compare {
            at
            value
            complete
          }
        }
      }
    }
  }
`)
