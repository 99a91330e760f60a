import { expect, test } from 'vitest'
import { htmlToText } from '../../src/documents/html-to-text.ts'
import { numberLists } from '../../src/documents/odt-numbering.ts'

/** A list style as LibreOffice writes it: Roman numbers, then digits, then letters, then strokes. */
const styles = `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"><style:x/></text:list-level-style-number>
<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="3" style:num-suffix=")" style:num-format="a"/>
<text:list-level-style-bullet text:level="4" text:bullet-char="–"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-prefix="Điều " style:num-suffix="." style:num-format="1" text:start-value="4"/>
<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" text:display-levels="2"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="+"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" loext:num-list-format="%1%/" style:num-format="1"/>
<text:list-level-style-number text:level="2" loext:num-list-format="%1%.%2%." style:num-format="1"/>
<text:list-level-style-number text:level="3" style:num-format=""/></text:list-style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-suffix="." style:num-format="I"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>`

const p = (text: string) => `<text:p text:style-name="P1">${text}</text:p>`
const item = (...inside: string[]) => `<text:list-item>${inside.join('')}</text:list-item>`
const list = (told: string, ...items: string[]) => `<text:list${told}>${items.join('')}</text:list>`
const [l1, l2, l3] = ['L1', 'L2', 'L3'].map((name) => ` text:style-name="${name}"`) as [string, string, string]
const h = (told: string, text: string) => `<text:h text:outline-level=${told}>${text}</text:h>`

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'Roman numbers, digits and letters, each within the other',
    xml: list(l1, item(p('Mục đích')), item(p('Thực hiện'), list('', item(p('Đăng ký'), list('', item(p('Các thôn')), item(p('Trường')))), item(p('Báo cáo'))))),
    lines: ['I. Mục đích', 'II. Thực hiện', '1. Đăng ký', 'a) Các thôn', 'b) Trường', '2. Báo cáo'] },
  { say: 'deeper numbers begin anew below the next',
    xml: list(l1, item(p('A'), list('', item(p('x')), item(p('y')))), item(p('B'), list('', item(p('z'))))),
    lines: ['I. A', '1. x', '2. y', 'II. B', '1. z'] },
  { say: 'strokes and pluses are no letters of a symbol font',
    xml: list(l1, item(list('', item(list('', item(list('', item(p('gạch'))))))))) + list(l2, item(list('', item(list('', item(p('cộng'))))))),
    lines: ['- gạch', '+ cộng'] },
  { say: 'words before the number, a start of its own, numbers of two levels',
    xml: list(l2, item(p('Phạm vi'), list('', item(p('Xã')), item(p('Thôn')))), item(p('Đối tượng'))),
    lines: ['Điều 4. Phạm vi', '4.1. Xã', '4.2. Thôn', 'Điều 5. Đối tượng'] },
  { say: 'numbers as newer writers tell of them, and a level without any',
    xml: list(l3, item(p('A'), list('', item(p('B'), list('', item(p('C'))))))),
    lines: ['1/ A', '1.1. B', 'C'] },
  { say: 'a list goes on after a paragraph where it says so, else it begins anew',
    xml: `${list(`${l1} xml:id="a"`, item(p('A')))}${p('xen')}${list(`${l1} text:continue-numbering="true"`, item(p('B')))}${list(l1, item(p('C')))}${list(`${l1} xml:id="d" text:continue-list="a"`, item(p('D')))}`,
    lines: ['I. A', 'xen', 'II. B', 'I. C', 'III. D'] },
  { say: 'an item goes on at the number it is given',
    xml: list(l1, item(p('A')), '<text:list-item text:start-value="5"><text:p>B</text:p></text:list-item>', item(p('C'))),
    lines: ['I. A', 'V. B', 'VI. C'] },
  { say: 'the second paragraph of an item and the head of a list have no number',
    xml: list(l1, `<text:list-header>${p('Gồm')}</text:list-header>`, item(p('A'), p('nói thêm')), item(p('B'))),
    lines: ['Gồm', 'I. A', 'nói thêm', 'II. B'] },
  { say: 'headings count by their own style',
    xml: h('"1"', 'A') + h('"2"', 'x') + h('"1" text:is-list-header="true"', 'y') + h('"1"', 'B'),
    lines: ['I. A', 'x', 'y', 'II. B'] },
  { say: 'a list of no known style, and levels that cannot be',
    xml: `${list(' text:style-name="L9"', item(p('A'))) + h('"-7"', 'B') + h('"x"', 'C')}</text:list></text:list-item>${p('D')}${list('', '<text:list-item/>', item('<text:p/>'))}`,
    lines: ['A', 'I. B', 'II. C', 'D'] },
  { say: 'a start that nobody can write in Roman numbers',
    xml: list(l1, '<text:list-item text:start-value="900000000"><text:p>A</text:p></text:list-item>'),
    lines: ['900000000. A'] },
]

const asHtml = (xml: string) => xml.replace(/<(\/?)text:[ph]\b[^>]*>/g, '<$1p>').replace(/<\/?text:[^>]*>/g, '')

test.each(cases)('$say', ({ xml, lines }) => {
  const shown = htmlToText(asHtml(numberLists(xml, styles)))
  expect(shown.split('\n').filter(Boolean)).toEqual(lines)
})
