const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
}

const decodeEntity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0xffff ? String.fromCharCode(code) : whole
}

/** `<p>Kế hoạch&nbsp;số</p>` → `Kế hoạch số`: tags that end a line end it, all others go. */
const withoutHtml = (text: string): string =>
  text
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/td|\/th)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<!--[^<>]{0,500}-->/g, '')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, decodeEntity)

/** A line that only rules, frames or fences: `-------`, `|`, `***`, `|---|---|`, ```` ``` ````. */
const isRule = (line: string): boolean => /^[\s|:*_=~`+-]*$/.test(line) && !/^\s*[-+]\s*$/.test(line)

const inner = (line: string): string =>
  line
    .replace(/!?\[([^\]\n]{0,300})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/\*{2,}|__|`/g, '')
    .replace(/(?<!^\s*|\()\*(?!\s*\d)|^\s*\*(?=\S)/g, '')
    .replace(/(?<![\p{L}\p{N}_])_([^_\n]{1,300})_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|~>-])/g, '$1')

/** `| a | b |` → `a | b`; a line without frame keeps its indent. */
function withoutFrame(line: string): string {
  const left = line.trimStart().startsWith('|') ? line.trimStart().slice(1).trimStart() : line
  return left.endsWith('|') ? left.slice(0, -1).trimEnd() : left
}

/** `### **III. TỔ CHỨC**` → `III. TỔ CHỨC`; `| a | b |` → `a | b`; marks inside words go too: `chậm nhấ**t` → `chậm nhất`. */
const withoutMarkdown = (line: string): string => {
  if (isRule(line)) return ''
  return withoutFrame(inner(line.replace(/^\s{0,3}#{1,6}\s+/, '').replace(/^\s*>\s?/, '')).trimEnd())
}

const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\0]/g

/** The lines of a text of any make (PDF, Markdown, HTML, pasted): NFC, without markup and invisible characters; a rule becomes an empty line. */
export function plainLines(raw: string): string[] {
  const text = withoutHtml(raw.normalize('NFC').replace(invisible, ''))
    .replace(/\r\n?|\f|\v/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u3000]/g, ' ')
  return text.split('\n').map(withoutMarkdown)
}
