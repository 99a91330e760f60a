import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations } from '../dialogs/commune.ts'

/** As on Zalo: no buttons, no edits, no files. */
const poor = { buttons: false, edit: false, filesIn: false, filesOut: false, photos: null }

let commune: Commune
beforeEach(async () => {
  commune = await openCommune('2024-03-26T08:00:00+07:00', {}, poor)
})
afterEach(() => commune.office.close())

const words = (heard: { text: string }[]) => heard.map(({ text }) => text).join('\n---\n')

test('a whole registration by numbers and words', async () => {
  const { lan } = commune
  expect(words(await lan.says('dang ky'))).toMatch(/\n1\. .+\n/u)
  const sent = await goes(
    lan,
    ...['1', 'tiep tuc', 'Rút ngắn thời gian giải quyết hồ sơ', '100% hồ sơ được giải quyết đúng hạn', '30/9', 'gui'],
  )
  expect(await registrations(commune.office)).toHaveLength(1)
  expect(words(sent)).toMatch(/mã tra cứu DK-2024-\d{4}[\s\S]*\n1\. Tải bản đăng ký\n2\. Xem lại\n/u)
  expect(words(await lan.says('so 2'))).toContain('DK-2024-')
})

test('the numbers of a list open its lines, and the others follow', async () => {
  const heard = words(await commune.lan.says('/hanchot'))
  expect(heard).toMatch(/\nGõ 1[\d, ]*: Xem việc/u)
  expect(words(await commune.lan.says('1'))).toContain('Thời hạn theo kế hoạch')
})

test('a label means its button', async () => {
  await commune.lan.says('/hanchot')
  expect(words(await commune.lan.says('xem việc 1'))).toContain('Thời hạn theo kế hoạch')
})

test('a slash means a command, also where a choice has its name', async () => {
  const { lan, head, office } = commune
  await goes(lan, 'dang ky', '1', 'tiep tuc', 'Việc', '02 mô hình', '30/9', 'gui')
  expect(words(await head.hears())).toContain('. Duyệt')
  expect(words(await head.says('/duyet'))).toContain('1 bản đăng ký chờ đồng chí')
  expect((await registrations(office))[0]?.state).toBe('waiting')
})

describe('a reminder that comes', () => {
  test('while nobody writes takes plain numbers', async () => {
    await commune.office.moveTo('2024-04-05T08:00:00+07:00')
    expect(words(await commune.lan.hears())).toMatch(/\n1\. Đăng ký\n/u)
    expect(words(await commune.lan.says('1'))).toContain('Đăng ký thi đua, bước 1')
  })

  test('while somebody writes takes numbers with a letter, and the question keeps its own', async () => {
    await commune.office.moveTo('2024-04-05T07:20:00+07:00')
    await commune.lan.says('/dangky')
    await commune.office.moveTo('2024-04-05T07:31:00+07:00')
    expect(words(await commune.lan.hears())).toMatch(/\nA1\. /u)
    expect(words(await commune.lan.says('1'))).not.toContain('Xem quy định')
    expect(words(await commune.lan.says('a 2'))).toContain('khoản')
  })
})

test('a file that came as something unreadable is answered with the page that takes it', async () => {
  const heard = words(await commune.lan.does({ kind: 'unsupported' }))
  expect(heard).toMatch(/https:\/\/thidua\.example\.vn\/gui\/[\w-]+\.[\w]+\.[\w-]{22}/u)
})
