import './audit-events.ts'

export { type AuditExport, exportAuditLog } from './export.ts'
export { type Actor, actorOf, type AuditEntry, recordAudit, systemActor } from './record.ts'
