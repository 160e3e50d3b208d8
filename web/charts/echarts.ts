import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GraphicComponent, GridComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only what the charts use, and SVG because there are a few hundred shapes at most: they stay sharp in print and on any
// screen. This file is loaded on demand; import it with `import()`.
register([BarChart, LineChart, GridComponent, GraphicComponent, AriaComponent, SVGRenderer])

export { init }
