import { use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// For the few pictures of thousands of points, and for PNG: loaded only with such a one.
register([CanvasRenderer])

export { init } from './echarts.ts'
