import type { DetailColumn } from '../catalog.ts'

/** What to show of single jobs: fields of the type Job. */
export const JOB_DETAILS: readonly DetailColumn[] = [
  { name: 'at', title: 'Time', type: 'TIME', unit: 'NONE' },
  { name: 'pipeline', title: 'Pipeline', type: 'STRING', unit: 'NONE' },
  { name: 'externalId', title: 'Run', type: 'STRING', unit: 'NONE' },
  { name: 'status', title: 'Status', type: 'STRING', unit: 'NONE' },
  { name: 'attempt', title: 'Attempt', type: 'INTEGER', unit: 'COUNT' },
  { name: 'trigger', title: 'Trigger', type: 'STRING', unit: 'NONE' },
  { name: 'queueMs', title: 'Queue time', type: 'INTEGER', unit: 'MILLISECONDS' },
  { name: 'durationMs', title: 'Duration', type: 'INTEGER', unit: 'MILLISECONDS' },
  { name: 'cost', title: 'Cost', type: 'FLOAT', unit: 'CURRENCY' },
  { name: 'error', title: 'Error', type: 'STRING', unit: 'NONE' },
]
