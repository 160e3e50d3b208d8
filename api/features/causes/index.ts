import './explain.ts'
