import './permission-rules.ts'
