import './pipeline-clusters.ts'
import './similar-pipelines.ts'
