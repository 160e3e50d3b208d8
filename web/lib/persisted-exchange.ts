import { makeOperation, mapExchange } from 'urql'
import { reference } from './persisted.ts'

/** Sends the hash of an operation in place of its text, in the built page: that is all that a session may send. */
export const persistedExchange = mapExchange({
  onOperation(operation) {
    const extensions = operation.kind === 'teardown' ? undefined : reference(operation.query)
    return extensions && makeOperation(operation.kind, { ...operation, extensions })
  },
})
