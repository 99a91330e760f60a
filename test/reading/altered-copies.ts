/** A copy of a plan with something changed that must not mislead a reader, and what the change makes of days, names and sections. */
export type AlteredCopy = {
  say: string
  text: string
  /** The day that stands in the copy for a day of the original. */
  day: (day: string) => string
  section: (path: string) => string
  /** Words of the original as they stand in the copy. */
  words: (text: string) => string
}

const same = <T>(value: T): T => value
const unchanged = { day: same<string>, section: same<string>, words: same<string> }

const marker = /^(?:[IVXA-H]{1,5}\.|\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\)|\d\)|[-+–])\s/
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()
const isBody = (lines: readonly string[]): [number, number] => {
  const from = lines.findIndex((line) => /^(?:Căn cứ|Thực hiện) /.test(line.trim()))
  return [from, lines.findIndex((line, at) => at > from && /^[*\s]*Nơi nhận/.test(line))]
}

/** The body's paragraphs, told by their markers and by lines that end early; head, title and foot stay as they are. */
function paragraphs(text: string): { before: string[]; body: string[]; after: string[] } {
  const lines = text.split('\n')
  const [from, to] = isBody(lines)
  const kept = lines
    .slice(from, to)
    .map(squeeze)
    .filter((line) => line && !/^\d+$/.test(line))
  const wide = Math.max(...kept.slice(0, 30).map((line) => line.length))
  const body: string[] = []
  let last = ''
  for (const line of kept) {
    const starts =
      !last ||
      marker.test(line.replace(/^[#* ]+/, '')) ||
      /^(?:Trên đây|Trong quá)/.test(line) ||
      (last.length < wide * 0.8 && /^[\p{Lu}#]/u.test(line)) ||
      (wide > 200 && /[.;:]$/.test(last))
    if (starts) body.push(line)
    else body.push(`${body.pop() ?? ''} ${line}`)
    last = line
  }
  return { before: lines.slice(0, from), body, after: lines.slice(to) }
}

const wrap = (paragraph: string, width: number): string[] => {
  const lines = ['']
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines
}

export const rewrapped = (text: string, width: number): string => {
  const { before, body, after } = paragraphs(text)
  return [...before, ...body.flatMap((paragraph) => wrap(paragraph, width)), '', ...after].join('\n')
}

const pad = (number: number): string => String(number).padStart(2, '0')
const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const printed = (day: string, year = day.slice(0, 4)): string => `${day.slice(8)}/${day.slice(5, 7)}/${year}`
const iso = (day: string, month: string, year: string): string => `${year}-${pad(Number(month))}-${pad(Number(day))}`

/** `(12/5/1946 - 12/5/2026)` moved by days: both years move as the later one does. */
function shiftedPair(day: string, month: string, years: [string, string], dash: string, days: number): string {
  const later = shiftDay(iso(day, month, years[1]), days)
  const earlierYear = Number(years[0]) + Number(later.slice(0, 4)) - Number(years[1])
  return `${printed(later, String(earlierYear))}${dash}${printed(later)}`
}

/** Every full day moved, those of anniversaries and signature stamps too. */
const shifted = (text: string, days: number): string =>
  text
    .replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})(?:(\s?-\s?)\1\/\2\/(\d{4}))?/g, (_, day, month, year, dash, later) =>
      later ? shiftedPair(day, month, [year, later], dash, days) : printed(shiftDay(iso(day, month, year), days)),
    )
    .replace(/(\d{1,2})(\s+tháng\s+)(\d{1,2})(\s+năm\s+)(\d{4})/gu, (_, day, month, monthNumber, year, yearNumber) => {
      const moved = shiftDay(iso(day, monthNumber, yearNumber), days)
      return `${moved.slice(8)}${month}${moved.slice(5, 7)}${year}${moved.slice(0, 4)}`
    })
    .replace(/\d{4}-\d\d-\d\d(?=T\d)/g, (day) => shiftDay(day, days))

const newNames = ['Sông Thao', 'Mường Ải', 'Hòa Tân', 'Bình Khê', 'Ia Mơ', 'Tân Lập']
const newPeople = 'Đinh Thị Mai Lan'

/** The places that the text names behind a word of rank, and whoever signs: each with another name. */
function renamings(text: string): [string, string][] {
  const places = [...text.matchAll(/(?:tỉnh|huyện|xã|thị xã)\s+(\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+)/gu)].map(
    (found) => found[1] ?? '',
  )
  const person =
    [...text.matchAll(/^[*\s]*(?:.*\s{3,})?(\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}+){1,3})[*\s]*$/gmu)]
      .map((found) => found[1] ?? '')
      .at(-1) ?? ''
  const pairs = [...new Set(places)].map((place, at): [string, string] => [place, newNames[at % newNames.length] ?? ''])
  return [...pairs, [person, newPeople]]
}

const renamed = (text: string, pairs: readonly [string, string][]): string =>
  pairs.reduce(
    (all, [from, to]) =>
      from
        ? all.replace(new RegExp(from.replace(/ /g, '(\\s+)'), 'g'), (found) =>
            to.replace(' ', /\s+/.exec(found)?.[0] ?? ' '),
          )
        : all,
    text,
  )

const romans = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const capitals = ' ABCDEGHIK'
const letters = ' abcdđeghik'

type Scheme = { say: string; line: (roman: number, marker: string) => string; path: (parts: string[]) => string[] }

const romanOf = (part: string | undefined): number => romans.indexOf(part ?? '')

/** A change of chapters leaves a plan without Roman chapters as it is. */
const ofChapters =
  (path: Scheme['path']): Scheme['path'] =>
  (parts) =>
    romanOf(parts[0]) > 0 ? path(parts) : parts

const schemes: Scheme[] = [
  {
    say: 'chapters as capital letters',
    line: (roman, marker) => (/^[IVX]/.test(marker) ? `${capitals[roman]}.` : marker),
    path: ofChapters(([first, ...rest]) => [capitals[romanOf(first)] ?? '', ...rest]),
  },
  {
    say: 'chapters as numbers, points as 1.1',
    line: (roman, marker) =>
      /^[IVX]/.test(marker) ? `${roman}.` : roman > 0 && /^\d/.test(marker) ? `${roman}.${marker}` : marker,
    path: ofChapters(([first, second, ...rest]) => {
      const composite = rest.find((part) => /^\d$/.test(part))
      const letters = rest.filter((part) => !/^\d$/.test(part))
      return [[String(romanOf(first)), second, composite].filter(Boolean).join('.'), ...letters]
    }),
  },
  {
    say: 'chapters as numbers, points as they were',
    line: (roman, marker) => (/^[IVX]/.test(marker) ? `${roman}.` : marker),
    path: ofChapters(([first, ...rest]) => [String(romanOf(first)), ...rest]),
  },
  {
    say: 'points as letters, letters as 1)',
    line: (_, marker) => {
      if (/^\d\.$/.test(marker)) return `${letters[Number(marker[0])]})`
      return /^[a-zđ]\)$/.test(marker) ? `${letters.indexOf(marker[0] ?? '')})` : marker
    },
    path: ([first, second, ...rest]) => {
      const third = rest.map((part) => (/^\d$/.test(part) ? `${second}.${part}` : String(letters.indexOf(part))))
      return [first ?? '', ...(second ? [letters[Number(second)] ?? ''] : []), ...third]
    },
  },
]

/** Changes the markers at the heads of lines. */
function renumbered(text: string, scheme: Scheme): string {
  let roman = 0
  return text
    .split('\n')
    .map((line) => {
      const found = /^([#*\s]*)([IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\))(?=\s)/u.exec(line)
      if (!found) return line
      if (/^[IVX]/.test(found[2] ?? '')) roman = romanOf(found[2]?.slice(0, -1))
      return `${found[1]}${scheme.line(roman, found[2] ?? '')}${line.slice(found[0].length)}`
    })
    .join('\n')
}

/** Copies of a plan that say the same in another shape, or something else in the same shape. */
export function alteredCopies(text: string): AlteredCopy[] {
  const names = renamings(text)
  return [
    { ...unchanged, say: 'decomposed letters', text: text.normalize('NFD') },
    { ...unchanged, say: 'line ends of Windows', text: text.replace(/\n/g, '\r\n') },
    { ...unchanged, say: 'empty lines removed', text: text.replace(/\n\s*\n+/g, '\n') },
    { ...unchanged, say: 'empty lines doubled', text: text.replace(/\n/g, '\n\n') },
    ...[55, 72, 100, 160].map((width) => ({ ...unchanged, say: `wrapped at ${width}`, text: rewrapped(text, width) })),
    { ...unchanged, say: 'one line for each paragraph', text: rewrapped(text, Number.POSITIVE_INFINITY) },
    ...[-40, 9, 200].map((days) => ({
      ...unchanged,
      say: `days moved by ${days}`,
      text: shifted(text, days),
      day: (day: string) => shiftDay(day, days),
      words: (words: string) => shifted(words, days),
    })),
    {
      ...unchanged,
      say: 'places and people renamed',
      text: renamed(text, names),
      words: (words: string) => renamed(words, names),
    },
    ...schemes.map((scheme) => ({
      ...unchanged,
      say: scheme.say,
      text: renumbered(text, scheme),
      section: (path: string) => scheme.path(path.split('.')).join('.'),
    })),
  ]
}
