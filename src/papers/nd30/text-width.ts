/** Widths of Times New Roman's letters, in thousandths of the size; a letter with marks is as wide as without. */
const regular = `180 '
200 |
250 .,
278 /:;\\ijlt
333 !()-I[]\`fr’‘
389 Js
408 "
444 ?acez“”
480 {}
529 ơ
541 ~
542 ư
556 FPS
564 +<=>
611 ELTZ
667 BCR
722 ADGHKNOQUVXYwĐƠ
776 Ư
778 &m
833 %
889 M
921 @
944 W
1000 …`
const bold = `220 |
250 .,
278 '/\\il
333 !()-:;[]\`fjt’‘
389 Is
394 {}
444 cerz
554 ơ
555 "
556 Sbdhknpquđ
570 +<=>
600 ư
611 FP
667 BELTZ
722 ACDNRUVXYwĐ
778 GHKOQƠ
796 Ư
833 &m
930 @
944 M
1000 %W…`
const space = 250
const otherwise = 500

type Style = 'regular' | 'bold'

const readWidths = (table: string) =>
  new Map(
    table.split('\n').flatMap((line) => {
      const [width = '', letters = ''] = line.split(' ')
      return [...letters].map((letter): [string, number] => [letter, Number(width)])
    }),
  )
const widths = { regular: readWidths(regular), bold: readWidths(bold) }

/** `ế` → `e`; ơ, ư and đ keep their form, which is wider. */
function plainLetter(letter: string): string {
  const [base = '', ...marks] = letter.normalize('NFD')
  return marks.includes('\u031b') ? `${base}\u031b`.normalize('NFC') : base
}

const widthOfLetter = (letter: string, style: Style) =>
  /\s/.test(letter) ? space : (widths[style].get(plainLetter(letter)) ?? otherwise)

/** How long a line of words is in Times New Roman of that size (points), in mm. */
export function widthOf(words: string, size: number, style: Style = 'regular'): number {
  const thousandths = [...words.normalize('NFC')].reduce((sum, letter) => sum + widthOfLetter(letter, style), 0)
  return (thousandths / 1000) * size * (25.4 / 72)
}

/** Words broken into the fewest lines that fit a width in mm, about equally long: how names stand in the head. */
export function balance(words: string, width: number, size: number, style: Style = 'regular'): string[] {
  const fewest = fill(words, width, size, style)
  const widths = Array.from({ length: Math.floor(width) }, (_, index) => index + 1)
  const narrow = widths.find((one) => fill(words, one, size, style).length === fewest.length)
  return narrow === undefined ? fewest : fill(words, narrow, size, style)
}

function fill(words: string, width: number, size: number, style: Style): string[] {
  const lines: string[] = []
  // A dash stays with the word before it.
  for (const word of words
    .replace(/ (?=[-–] )/gu, '\u00a0')
    .split(' ')
    .filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, size, style) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
