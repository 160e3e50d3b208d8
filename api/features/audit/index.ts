export { type Actor, actorOf, type AuditEntry, recordAudit, systemActor } from './record.ts'
