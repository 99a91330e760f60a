type Shape = {
  /** Lines of each page, from the top. A page without lines shows a picture, like a scan. */
  pages: string[][]
  /** Words stamped over the first page at a place, in points from the lower left. */
  stamps?: { text: string; x: number; y: number }[]
  /** Asks for a password that nobody knows. */
  locked?: boolean
  /** What the pages without lines show; else one grey dot. */
  picture?: { data: string; shape: string }
}

const oneDot = '/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'

export const streamOf = (content: string, more = '') =>
  `<<${more}/Length ${content.length}>>stream\n${content}\nendstream`
const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** A small valid PDF whose one font says what each sign means, as word processors write it. */
export function makePdf({ pages, stamps = [], locked = false, picture }: Shape): Uint8Array {
  const signs = [...new Set([...pages.flat(), ...stamps.map((stamp) => stamp.text)].join(''))]
  const codes = signs.map((sign) => `<${hex(sign)}> <${hex(sign)}>`)
  const objects: string[] = []
  const add = (body: string) => objects.push(body)

  add('<</Type/Catalog/Pages 2 0 R>>')
  add('') // pages, filled below
  add('<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>')
  add(
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>',
  )
  add(
    streamOf(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${codes.length} beginbfchar ${codes.join('\n')} endbfchar
endcmap end end`,
    ),
  )
  const isScan = pages.some((lines) => lines.length === 0)
  add(!isScan ? 'null' : streamOf(picture?.data ?? '\xff', `/Type/XObject/Subtype/Image${picture?.shape ?? oneDot}`))

  const show = (text: string, x: number, y: number) => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`
  const resources = '/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>'
  const annotations = stamps.map(({ text, x, y }) => {
    const look = add(streamOf(show(text, 0, 4), `/Type/XObject/Subtype/Form/BBox[0 0 200 20]${resources}`))
    return `${add(`<</Type/Annot/Subtype/Stamp/Rect[${x} ${y} ${x + 200} ${y + 20}]/AP<</N ${look} 0 R>>>>`)} 0 R`
  })
  const kids = pages.map((lines, at) => {
    const drawn = lines.map((line, row) => (line === '' ? '' : show(line, 72, 780 - row * 20))).join('\n')
    const content = add(streamOf(lines.length > 0 ? drawn : 'q 500 0 0 700 40 40 cm /I Do Q'))
    const over = at === 0 && annotations.length > 0 ? `/Annots[${annotations.join(' ')}]` : ''
    return `${add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${resources}/Contents ${content} 0 R${over}>>`)} 0 R`
  })
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  return assemble(objects, locked)
}

export function assemble(objects: string[], locked: boolean): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((body, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const id = '00112233445566778899aabbccddeeff'
  const lock = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${id}${id}>/U<${id}${id}>>>`
  const trailer = `<</Size ${objects.length + 1}/Root 1 0 R/ID[<${id}><${id}>]${locked ? lock : ''}>>`
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(`${file}${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1')
}
