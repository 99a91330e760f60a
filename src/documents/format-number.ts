/** A list's number as Word writes it: `upperRoman` 4 is `IV`, `lowerLetter` 27 is `aa`; an unknown format counts in digits. */
export function formatNumber(number: number, format: string): string {
  if (format === 'upperRoman') return roman(number)
  if (format === 'lowerRoman') return roman(number).toLowerCase()
  if (format === 'upperLetter') return letters(number).toUpperCase()
  if (format === 'lowerLetter') return letters(number)
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number)
}

const romanSteps = Object.entries({
  M: 1000,
  CM: 900,
  D: 500,
  CD: 400,
  C: 100,
  XC: 90,
  L: 50,
  XL: 40,
  X: 10,
  IX: 9,
  V: 5,
  IV: 4,
  I: 1,
})

/** Beyond it a made-up start would give a number of a million letters. */
const mostRoman = 3999

function roman(number: number): string {
  if (number > mostRoman) return String(number)
  const step = romanSteps.find(([, size]) => size <= number)
  return step ? step[0] + roman(number - step[1]) : ''
}

/** After z Word doubles the letter: aa, bb, cc. */
const letters = (number: number) => {
  const at = Math.max(number, 1) - 1
  return String.fromCodePoint(97 + (at % 26)).repeat(Math.min(Math.floor(at / 26) + 1, 20))
}
