import './dataset-changed.ts'
