/** An element of XML: its name with the prefix it is known by here (`w:p`), whatever prefix the file itself uses. */
export type Xml = { name: string; attributes: Record<string, string>; children: Xml[]; text: string }

/** The prefixes that matter, by the end of their namespace: Word's own and those of the strict form. */
const known: [RegExp, string][] = [
  [/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/drawingml\/(?:2006\/)?main$/, 'a'],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
]

const deepest = 200
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** XML → its root element; null where it is not well formed, or nested deeper than any document of an office. */
export function parseXml(text: string): Xml | null {
  const top: Xml = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const prefixes = new Map<string, string>()
  let end = 0
  for (const match of text.matchAll(piece)) {
    if (match.index !== end) return null
    end = match.index + match[0].length
    const [, data, closes, name, attributes = '', alone, words] = match
    const inside = open.at(-1)
    if (!inside || open.length > deepest) return null
    if (data !== undefined) inside.text += data
    else if (words !== undefined) inside.text += decode(words)
    else if (name !== undefined && closes) {
      if (open.length < 2 || inside.name !== canonical(name, prefixes)) return null
      open.pop()
    } else if (name !== undefined) {
      const element = readElement(name, attributes, prefixes)
      inside.children.push(element)
      if (!alone) open.push(element)
    }
  }
  return end === text.length && open.length === 1 && top.children.length === 1 ? (top.children[0] ?? null) : null
}

function readElement(name: string, written: string, prefixes: Map<string, string>): Xml {
  const pairs = [...written.matchAll(attribute)].map(([, key = '', one, other]) => [key, decode(one ?? other ?? '')])
  for (const [key = '', value = ''] of pairs) {
    const declared = /^xmlns:?(.*)$/.exec(key)?.[1]
    const short = known.find(([pattern]) => pattern.test(value))?.[1]
    if (declared !== undefined && short) prefixes.set(declared, short)
  }
  const attributes: Record<string, string> = Object.create(null)
  for (const [key = '', value = ''] of pairs) attributes[canonical(key, prefixes, false)] = value
  return { name: canonical(name, prefixes), attributes, children: [], text: '' }
}

/** An attribute without a prefix belongs to no namespace, an element without one to the default. */
function canonical(name: string, prefixes: Map<string, string>, isElement = true): string {
  const at = name.indexOf(':')
  if (at === -1) return isElement && prefixes.has('') ? `${prefixes.get('')}:${name}` : name
  const prefix = name.slice(0, at)
  return `${prefixes.get(prefix) ?? prefix}${name.slice(at)}`
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (text: string) =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name) return named[name] ?? whole
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text

/** The first child of this name. */
export const child = (xml: Xml | undefined, name: string) => xml?.children.find((one) => one.name === name)

/** The child at the end of a path of names. */
export const at = (xml: Xml | undefined, ...path: string[]) => path.reduce<Xml | undefined>(child, xml)

export const childrenOf = (xml: Xml | undefined, name: string) => xml?.children.filter((one) => one.name === name) ?? []

/** All elements of this name inside, at any depth. */
export function inside(xml: Xml | undefined, name: string): Xml[] {
  if (!xml) return []
  return xml.children.flatMap((one) => (one.name === name ? [one, ...inside(one, name)] : inside(one, name)))
}

/** The value of an element that has one (`<w:jc w:val="both"/>`); undefined where there is none. */
export const val = (xml: Xml | undefined) => xml?.attributes['w:val']

/** A number in an attribute; undefined where there is none. Twips, in files of the strict form perhaps points or centimetres. */
export function twips(xml: Xml | undefined, ...names: string[]): number | undefined {
  const written = names.map((name) => xml?.attributes[name]).find((value) => value !== undefined)
  const [, digits, unit = ''] = /^(-?[\d.]+)(pt|cm|mm|in|pc|pi)?$/.exec(written ?? '') ?? []
  if (digits === undefined) return undefined
  return Math.round(Number(digits) * (perUnit[unit] ?? 1))
}
const perUnit: Record<string, number> = { pt: 20, cm: 566.93, mm: 56.693, in: 1440, pc: 240, pi: 240 }
