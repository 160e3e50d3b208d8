import './job-benchmark.ts'
import './series-anomalies.ts'
import './series-findings.ts'
