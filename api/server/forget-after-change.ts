import { getOperationAST, OperationTypeNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Context, Viewer } from '../schema/context.ts'

/**
 * Who asks is remembered until the database tells of a change, which takes a moment. Whoever has changed a name, a role or a
 * key here shall not be answered with the old one right after that: what is remembered of the organization is forgotten
 * before the change is answered. Keys that only send jobs change nothing of this.
 */
export function forgetAfterChange(forget: (viewer: Viewer) => void): Plugin<Context> {
  return {
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName)
      const { viewer } = args.contextValue as Context
      const mayChange = viewer.user !== null || viewer.permissions.has('members.manage')
      if (operation?.operation !== OperationTypeNode.MUTATION || !mayChange) return
      return { onExecuteDone: () => forget(viewer) }
    },
  }
}
