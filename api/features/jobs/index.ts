import './job.ts'
import './jobs.ts'
import './pipeline-jobs.ts'
import './job-changed.ts'
