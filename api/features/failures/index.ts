import './failure-groups.ts'
