import { spawnSync } from 'node:child_process'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { CalendarEvent } from '../../src/domain/calendar-history.ts'
import { writeCalendarFile } from '../../src/papers/calendar-file.ts'

const modifiedAt = Date.UTC(2024, 2, 27, 2, 12, 30)
const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'abc', sequence: 0, modifiedAt, cancelled: false, when: { day: '2024-04-09' } },
  ...{ title: 'Hạn đăng ký: thi đua', text: 'Căn cứ: khoản 4 Mục V', ...changes },
})
const write = (...events: CalendarEvent[]) => writeCalendarFile({ name: 'Thời hạn', about: 'Theo kế hoạch', events })

/** The events as the independent parser reads them. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const value = (name: string) => String(calendar.getFirstPropertyValue(name))
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, startDate, endDate, sequence } = new ICAL.Event(component)
    const other = (name: string) => String(component.getFirstPropertyValue(name))
    const day = { start: startDate.toString(), isDate: startDate.isDate, end: endDate.toString() }
    return { uid, summary, description, ...day, at: startDate.toUnixTime(), sequence, other, component }
  })
  return { value, events }
}

const first = (text: string) => {
  const [one] = read(text).events
  if (!one) throw new Error('There is no event.')
  return one
}

describe('a calendar file, by the independent parser', () => {
  test('a whole day is that day, and one day long', () => {
    expect(first(write(event()))).toMatchObject({ start: '2024-04-09', isDate: true, end: '2024-04-10' })
  })

  test('an hour is an instant', () => {
    const at = Date.UTC(2024, 3, 9, 9)
    expect(first(write(event({ when: { at } })))).toMatchObject({ isDate: false, at: at / 1000 })
  })

  test('says its version, when it changed and whether it still holds', () => {
    const one = first(write(event({ sequence: 7, cancelled: true })))
    expect(one.sequence).toBe(7)
    expect(one.other('status')).toBe('CANCELLED')
    for (const name of ['last-modified', 'dtstamp']) expect(one.other(name)).toBe('2024-03-27T02:12:30Z')
    expect(first(write(event())).other('status')).toBe('CONFIRMED')
  })

  test('blocks no time and rings no bell', () => {
    const one = first(write(event()))
    expect(one.other('transp')).toBe('TRANSPARENT')
    expect(one.component.getAllSubcomponents('valarm')).toEqual([])
  })

  test('asks programs to look again every four hours, under its own name', () => {
    const { value } = read(write(event()))
    for (const name of ['refresh-interval', 'x-published-ttl']) expect(value(name)).toBe('PT4H')
    expect([value('x-wr-calname'), value('method'), value('version')]).toEqual(['Thời hạn', 'PUBLISH', '2.0'])
  })
})

const lower = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'
const letters = lower + lower.toLocaleUpperCase('vi')

/** Texts that a writer of such files can spoil. */
const hard: [string, string][] = [
  ['every Vietnamese letter', letters],
  ['every letter, again and again', letters.repeat(9)],
  ['only letters of three bytes', 'ệ'.repeat(500)],
  ['letters beyond the first plane', '😀𠀀'.repeat(60)],
  ['signs with a meaning of their own', 'a;b,c\\d\\n"e:f=g\\;h\\,'],
  ['lines', 'một\nhai\n\nbốn'],
  ['what looks like the file itself', 'x\nEND:VEVENT\nBEGIN:VALARM\nUID:khác'],
  ['one letter beyond the edge, at every place', Array.from({ length: 80 }, (_, n) => `${'a'.repeat(n)}ệ`).join(' ')],
]

describe.each(hard)('a text of %s', (_, text) => {
  const written = write(event({ text, title: text.replaceAll('\n', ' ') }))

  test('comes out as it went in', () => {
    expect(first(written)).toMatchObject({ description: text, summary: text.replaceAll('\n', ' ') })
    expect(read(written).events).toHaveLength(1)
  })

  test('stands in lines of at most 75 octets, no letter torn', () => {
    const lines = Buffer.from(written).toString('latin1').split('\r\n')
    expect(lines.pop()).toBe('')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(75)
    for (const line of lines) {
      const bytes = Buffer.from(line, 'latin1')
      expect(bytes.toString('utf8')).not.toContain('\uFFFD')
    }
  })
})

test('control characters and foreign line ends are no part of it', () => {
  const one = first(write(event({ text: 'a\r\nb\rc\u2028d\u0007e\tf', title: 'x\r\ny' })))
  expect(one).toMatchObject({ description: 'a\nb\nc\nd e f', summary: 'x y' })
})

test('a name with signs of its own is kept', () => {
  const text = writeCalendarFile({ name: 'UBND xã A, B; C', about: 'một\nhai', events: [] })
  expect(read(text).value('x-wr-calname')).toBe('UBND xã A, B; C')
  expect(read(text).value('x-wr-caldesc')).toBe('một hai')
})

test('two thousand events are all there, in their order', () => {
  const many = Array.from({ length: 2000 }, (_, index) => event({ uid: `e${index}`, title: `Việc ${index}` }))
  const { events } = read(write(...many))
  expect(events.map(({ uid }) => uid)).toEqual(many.map(({ uid }) => `${uid}@tro-ly-thi-dua`))
  expect(new Set(events.map(({ summary }) => summary)).size).toBe(2000)
})

test.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'a process in %s writes the same file',
  (zone) => {
    const events = [event(), event({ uid: 'b', when: { at: Date.UTC(2024, 3, 9, 9) } })]
    const module = new URL('../../src/papers/calendar-file.ts', import.meta.url).href
    const script = `import(${JSON.stringify(module)}).then(({ writeCalendarFile }) => process.stdout.write(writeCalendarFile({ name: 'Thời hạn', about: 'Theo kế hoạch', events: ${JSON.stringify(events)} })))`
    const done = spawnSync(process.execPath, ['-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
    expect(done.stdout).toBe(write(...events))
  },
)
