import { afterEach, expect, test } from 'vitest'
import { goes } from './commune.ts'
import { kept, openReporting, type Reporting, register } from './reporting-commune.ts'

/** As on Zalo: no buttons, no edits, no files. */
const poor = { buttons: false, edit: false, filesIn: false, filesOut: false, photos: null }

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test('a whole report by numbers and words, its evidence by the page', async () => {
  commune = await openReporting(undefined, { can: poor })
  await register(commune, commune.lan, 2)
  expect(text(await commune.lan.says('bao cao ket qua'))).toContain('bước 1/6: Kết quả')
  // A bare number is the result, not a choice.
  expect(text(await commune.lan.says('98'))).toContain('bước 2/6: Diễn giải')
  expect(text(await commune.lan.says('bo qua'))).toMatch(/https:\/\/thidua\.example\.vn\/gui\/[\w-]+/u)
  await goes(commune.lan, 'Quyết định số 15/QĐ-UBND', 'tiep tuc')
  expect(text(await commune.lan.says('120'))).toContain('bằng 240% chỉ tiêu')
  await goes(commune.lan, 'nhap lai', '45', 'bo qua', 'bo qua', 'bo qua', 'bo qua')
  expect(text(await commune.lan.says('gui'))).toMatch(/mã tra cứu BC-2024-0001[\s\S]*\n1\. Tải báo cáo\n/u)
  expect((await kept(commune))[0]?.body.items.map(({ result }) => result?.text)).toEqual(['98%', '45 hồ sơ'])
  expect(text(await commune.head.hears())).toMatch(/\nA1\. Duyệt\n/u)
  expect(text(await commune.head.says('a1'))).toContain('Đã duyệt báo cáo BC-2024-0001')
})
