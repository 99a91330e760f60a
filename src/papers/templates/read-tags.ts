import { child, inside, parseXml, type Xml } from '../check/read/xml.ts'

/** `open` {#nội dung}, `close` {/nội dung}, `value` {đơn vị}; `stray`: a brace without its other half, with the words around it. */
export type FoundTag = { kind: 'open' | 'close' | 'value' | 'stray'; name: string }

/** The parts of a DOCX that a template is filled in. */
const filled = /^word\/(?:document|header\d*|footer\d*)\.xml$/

/**
 * The tags of a template in order, each as it reads in its paragraph, however Word has cut it into pieces. Null where a part is
 * not well formed. Options in square brackets are left out.
 */
export function readTags(parts: ReadonlyMap<string, Uint8Array>): FoundTag[] | null {
  const names = [...parts.keys()].filter((name) => filled.test(name)).sort()
  const roots = names.map((name) => parseXml(new TextDecoder().decode(parts.get(name))))
  if (names.length === 0 || roots.some((root) => root === null)) return null
  return roots.flatMap((root) =>
    inside(withRoot(root as Xml), 'w:p')
      .map(textOf)
      .flatMap(tagsIn),
  )
}

const withRoot = (root: Xml): Xml => ({ name: '', attributes: {}, children: [root], text: '' })

/** The words of a paragraph without those of text boxes in it; what an older Word would show in their place is left out. */
function textOf(xml: Xml): string {
  return xml.children
    .map((one) => {
      if (one.name === 'w:t') return one.text
      if (one.name === 'w:tab') return '\t'
      if (one.name === 'w:br') return '\n'
      if (one.name === 'mc:AlternateContent') return textOf(child(one, 'mc:Choice') ?? one)
      return one.name === 'w:p' || one.name === 'w:txbxContent' ? '' : textOf(one)
    })
    .join('')
    .normalize('NFC')
}

const whole = /\{\s*([#/]?)([^{}]*?)(?:\s*\[[^\]{}]*\])?\s*\}/g

function tagsIn(text: string): FoundTag[] {
  const found = [...text.matchAll(whole)].map(([, sign = '', name = '']): FoundTag => {
    const kind = sign === '#' ? 'open' : sign === '/' ? 'close' : 'value'
    return { kind, name: name.replace(/\s+/g, ' ').trim() }
  })
  const left = text.replace(whole, '')
  const stray = /[{}]/.exec(left)
  if (!stray) return found
  return [...found, { kind: 'stray', name: left.slice(Math.max(stray.index - 10, 0), stray.index + 25).trim() }]
}
