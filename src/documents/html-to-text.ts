import { opensRightColumn } from './official-head.ts'

type Table = { rows: string[][][] }
/** What is being filled: paragraphs of the page or of one table cell. */
type Flow = { lines: string[]; line: string }

/**
 * The words of an HTML page: one paragraph a line; one table row a line with cells parted by ` | `. Tables of two columns
 * and few rows are layout (the head and the signature block of an official paper): their cells follow each other.
 */
export function htmlToText(html: string): string {
  const page: Flow = { lines: [], line: '' }
  const flows = [page]
  const tables: Table[] = []
  const hidden = /<(script|style|head|title)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi

  for (const [, close, name, , words] of html
    .replace(hidden, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|([^<]+|<)/gi)) {
    const flow = flows.at(-1) ?? page
    if (words !== undefined) flow.line += decode(words.replace(/[\r\n ]+/g, ' '))
    else if (name !== undefined) visit(name.toLowerCase(), close === '/', { flow, flows, tables })
  }
  endLine(page)
  return page.lines.join('\n')
}

function visit(name: string, closes: boolean, { flow, flows, tables }: { flow: Flow; flows: Flow[]; tables: Table[] }) {
  if (!blocks.has(name)) return
  const isCell = name === 'td' || name === 'th'
  if (flow.line.trim() !== '' || name === 'br' || (name === 'p' && closes)) endLine(flow)

  if (name === 'table' && !closes) tables.push({ rows: [] })
  if (name === 'tr' && !closes) tables.at(-1)?.rows.push([])
  if (isCell && !closes) flows.push({ lines: [], line: '' })
  if (isCell && closes && flows.length > 1)
    tables
      .at(-1)
      ?.rows.at(-1)
      ?.push(flows.pop()?.lines ?? [])
  if (name === 'table' && closes) flow.lines.push(...tableLines(tables.pop() ?? { rows: [] }))
}

const blocks = new Set(
  'p br div h1 h2 h3 h4 h5 h6 li ul ol table thead tbody tr td th blockquote pre section article header footer hr'.split(
    ' ',
  ),
)

function endLine(flow: Flow) {
  flow.lines.push(flow.line.trim())
  flow.line = ''
}

function tableLines({ rows }: Table): string[] {
  const isLayout = rows.length <= 4 && rows.every((cells) => cells.length <= 2)
  if (isLayout)
    return isHead(rows) ? [1, 0].flatMap((column) => rows.flatMap((cells) => cells[column] ?? [])) : rows.flat(2)
  return rows.map((cells) => cells.map((lines) => lines.filter(Boolean).join(' ')).join(' | '))
}

const isHead = (rows: string[][][]) => opensRightColumn(rows[0]?.[1]?.find(Boolean) ?? '')

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decode(words: string): string {
  return words.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
