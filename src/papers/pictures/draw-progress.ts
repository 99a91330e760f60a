import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts'
import { CustomChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Layout, layoutOf, lineHeight, margin, shareWords, size, width } from './layout.ts'
import { type Palette, palettes } from './palette.ts'
import type { ProgressPicture } from './progress-picture.ts'
import { family, textWidth } from './typeface.ts'

use([CustomChart, GraphicComponent, GridComponent, SVGRenderer])

type Drawing = { picture: ProgressPicture; layout: Layout; palette: Palette }
type Shape = NonNullable<CustomSeriesRenderItemReturn>
type Look = {
  fill: string
  letters?: number
  bold?: boolean
  align?: 'left' | 'center' | 'right'
  middle?: boolean
  halo?: string
}

/** A picture → an SVG drawing of the layout's size: the deadlines on an axis of days, below them the units by deadline. */
export function drawProgress(picture: ProgressPicture): string {
  const layout = layoutOf(picture)
  const drawing = { picture, layout, palette: palettes[picture.theme] }
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: layout.height })
  chart.setOption(optionOf(drawing))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

function optionOf(drawing: Drawing) {
  const { layout, palette } = drawing
  const { timeline, coverage } = layout
  const inset = { left: margin, right: margin }
  const hidden = { show: false, type: 'value', inverse: true, min: 0 }
  return {
    animation: false,
    backgroundColor: palette.ground,
    textStyle: { fontFamily: family },
    graphic: { elements: wordsOf(drawing) },
    grid: [
      { ...inset, top: timeline.top, height: timeline.height },
      ...(coverage
        ? [{ left: margin + coverage.nameWidth, right: margin, top: coverage.top, height: coverage.height }]
        : []),
    ],
    xAxis: [daysAxis(drawing), ...(coverage ? [columnsAxis(drawing)] : [])],
    yAxis: [
      { ...hidden, max: timeline.height },
      ...(coverage ? [{ ...hidden, gridIndex: 1, max: coverage.height }] : []),
    ],
    series: [...timelineSeries(drawing), ...(coverage ? coverageSeries(drawing, coverage) : [])],
  }
}

function text(words: string, x: number, y: number, look: Look): Shape {
  const { fill, letters = size.small, bold = false, align = 'left', middle = false } = look
  return {
    type: 'text',
    style: {
      ...{ text: words, x, y, fill, align, verticalAlign: middle ? 'middle' : 'top' },
      ...{ fontFamily: family, fontSize: letters, fontWeight: bold ? 600 : 400 },
      lineHeight: lineHeight(letters),
      ...(look.halo && { stroke: look.halo, lineWidth: 8 }),
    },
  }
}

/** The words outside the plots: whose picture it is, what is below, what else there is. */
function wordsOf({ picture, layout, palette }: Drawing): Shape[] {
  const { title, asOf, timeline, coverage, notes } = layout
  const heading = { fill: palette.ink, letters: size.heading, bold: true }
  return [
    text(title.lines.join('\n'), margin, title.y, { fill: palette.ink, letters: size.title, bold: true }),
    text(asOf.lines.join('\n'), margin, asOf.y, { fill: palette.quiet }),
    text(picture.headings.timeline, margin, timeline.heading, heading),
    ...(coverage ? [text(picture.headings.coverage, margin, coverage.heading, heading)] : []),
    text(notes.lines.join('\n'), margin, notes.y, { fill: palette.quiet }),
  ]
}

const axisWords = (palette: Palette) => ({
  ...{ color: palette.quiet, fontSize: size.small, fontFamily: family },
  ...{ hideOverlap: false, margin: 10, interval: 0 },
})

/** Counted in days from a Monday, so that a mark each seven days is a Monday. */
function daysAxis({ picture, palette }: Drawing) {
  const names = new Map(picture.axis.mondays.map(({ at, day }) => [at, day]))
  return {
    ...{ type: 'value', position: 'top', min: 0, max: picture.axis.days, interval: 7 },
    axisLabel: { ...axisWords(palette), align: 'left', formatter: (at: number) => names.get(at) ?? '' },
    axisLine: { show: true, lineStyle: { color: palette.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line, width: 2 } },
  }
}

function columnsAxis({ picture, palette }: Drawing) {
  const { columns, headings } = picture
  const head = ({ number, day, isPast }: ProgressPicture['columns'][number]) =>
    [`{number|${number}}`, `{day|${day}}`, ...(isPast ? [`{day|${headings.past}}`] : [])].join('\n')
  const letters = { fontFamily: family, lineHeight: lineHeight(size.small) }
  const rich = {
    number: { ...letters, color: palette.ink, fontSize: size.text, fontWeight: 600 },
    day: { ...letters, color: palette.quiet, fontSize: size.small },
  }
  return {
    ...{ type: 'category', gridIndex: 1, position: 'top', data: columns.map(head) },
    axisLabel: { ...axisWords(palette), rich },
    axisLine: { show: false },
    axisTick: { show: false },
  }
}

type Draw = (index: number, at: (x: number, y: number) => number[], api: CustomSeriesRenderItemAPI) => Shape[]

/** One drawn thing for each index, in the coordinates of a plot. */
const series = (count: number, plot: number, draw: Draw) => ({
  ...{ type: 'custom', xAxisIndex: plot, yAxisIndex: plot, silent: true, clip: false },
  data: Array.from({ length: count }, (_, index) => [index, 0]),
  renderItem: (params: { dataIndex: number }, api: CustomSeriesRenderItemAPI) => ({
    type: 'group',
    children: draw(params.dataIndex, (x, y) => api.coord([x, y]), api),
  }),
})

const rect = (x: number, y: number, wide: number, high: number, fill: string, r = 0): Shape => ({
  type: 'rect',
  shape: { x, y, width: wide, height: high, r },
  style: { fill },
})

function timelineSeries({ picture, layout, palette }: Drawing) {
  const { axis, columns, headings } = picture
  const { height, rows, strip } = layout.timeline
  const days: Draw = (index, at) => {
    const [[x = 0, top = 0], [end = 0]] = [at(axis.offDays[index] ?? 0, 0), at((axis.offDays[index] ?? 0) + 1, 0)] as [
      number[],
      number[],
    ]
    return [rect(x, top, end - x + 1, height, palette.rest)]
  }
  const today: Draw = (_, at) => {
    const [x = 0, y = 0] = at(axis.today + 0.5, 0)
    const words = text(headings.today, x + 12, y + 6, { fill: palette.accent, bold: true })
    const line = (from: number, to: number) => rect(x - 2, y + from, 4, to - from, palette.accent)
    // It does not run through the words of a deadline.
    return [words, line(0, strip), ...rows.map(({ mark, end }) => line(mark - 18, end))]
  }
  const deadlines: Draw = (index, at) => {
    const [row, column] = [rows[index], columns[index]]
    if (!row || !column) return []
    const [left = 0, y = 0] = at(0, row.words.y)
    const [x = 0, mark = 0] = at(column.at + 0.5, row.mark)
    const words = text(row.words.lines.join('\n'), left + 12, y, { fill: palette.ink, letters: size.text })
    return [words, markOf(column, x, mark, palette), labelOf(column, x, mark, palette)]
  }
  return [series(axis.offDays.length, 0, days), series(1, 0, today), series(columns.length, 0, deadlines)]
}

const radius = 13

/** A dot; behind us a square that stands on its corner, so that not the colour alone tells. */
function markOf(
  { isPast, done, total }: ProgressPicture['columns'][number],
  cx: number,
  cy: number,
  palette: Palette,
): Shape {
  const style = {
    fill: done === total ? palette.done : isPast ? palette.past : palette.ink,
    stroke: palette.ink,
    lineWidth: 3,
  }
  if (!isPast) return { type: 'circle', shape: { cx, cy, r: radius }, style }
  const points = [
    [cx, cy - radius],
    [cx + radius, cy],
    [cx, cy + radius],
    [cx - radius, cy],
  ]
  return { type: 'polygon', shape: { points }, style }
}

/** Beside the mark, on the side that has room. */
function labelOf({ label }: { label: string }, x: number, y: number, palette: Palette): Shape {
  const room = width - margin - x - 2 * radius
  const isRight = textWidth(label, size.text, 'bold') <= room
  const look = { fill: palette.ink, letters: size.text, bold: true, middle: true, halo: palette.ground } as const
  return isRight
    ? text(label, x + 2 * radius, y, { ...look, align: 'left' })
    : text(label, x - 2 * radius, y, { ...look, align: 'right' })
}

function coverageSeries({ picture, palette }: Drawing, coverage: NonNullable<Layout['coverage']>) {
  const { columns, rows } = picture
  const { nameWidth, columnWidth } = coverage
  const row: Draw = (index, at) => {
    const [placed, given] = [coverage.rows[index], rows[index]]
    if (!placed || !given) return []
    const [centre = 0, top = 0] = at(0, placed.top)
    const left = centre - columnWidth / 2 - nameWidth
    const middle = top + placed.height / 2
    const rule = rect(left, top, width - 2 * margin, 2, palette.line)
    const name = text(placed.lines.join('\n'), left, middle, { fill: palette.ink, middle: true })
    const cells = given.cells.flatMap((cell, column) => {
      const isPast = (columns[column]?.isPast ?? false) && !given.isCourteous
      return cellOf(cell, { x: centre + column * columnWidth, y: middle, isPast }, coverage, palette)
    })
    return [rule, name, ...cells]
  }
  return [series(rows.length, 1, row)]
}

const cellHeight = 56

/** A bar that is filled as far as things are done, with the numbers on it. */
function cellOf(
  cell: ProgressPicture['rows'][number]['cells'][number],
  { x, y, isPast }: { x: number; y: number; isPast: boolean },
  { columnWidth, inPercent }: NonNullable<Layout['coverage']>,
  palette: Palette,
): Shape[] {
  const words = text(shareWords(cell, inPercent), x, y, {
    fill: cell ? palette.ink : palette.quiet,
    align: 'center',
    middle: true,
  })
  if (!cell) return [words]
  const [wide, top] = [columnWidth - 12, y - cellHeight / 2]
  const ground = rect(
    x - wide / 2,
    top,
    wide,
    cellHeight,
    isPast && cell.done < cell.total ? palette.past : palette.cell,
    8,
  )
  const filled = cell.total > 0 ? (wide * cell.done) / cell.total : 0
  return [ground, ...(filled > 0 ? [rect(x - wide / 2, top, filled, cellHeight, palette.done, 8)] : []), words]
}
