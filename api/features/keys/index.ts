import './viewer-fields.ts'

export { createKey, type KeyInput, revokeKeys } from './create-key.ts'
export { Scope } from './scope.ts'
