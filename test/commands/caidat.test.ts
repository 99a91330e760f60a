import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { officeHoursKey } from '../../src/chat/work-calendar.ts'
import { agencyKey, agencySchema } from '../../src/domain/agency.ts'
import { digestTimesKey } from '../../src/domain/digest-times.ts'
import { laddersKey, laddersSchema } from '../../src/domain/ladders.ts'
import { officeDaysKey } from '../../src/domain/office-days.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { last } from '../dialogs/load-office.ts'
import { seedPlan } from '../store/seed-plan.ts'

const commune = 'UBND xã Ea Mẫu'
let office: Office
let admin: Speaker
let lan: Speaker

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-20T08:00:00+07:00' })
  const { store } = office.database
  admin = await office.person('Lê Thị Hồng', { unit: commune, role: 'admin' })
  lan = await office.person('Nguyễn Thị Lan', { unit: 'Thôn 1', parent: commune })
  await store.settings.set(agencyKey, { name: commune, office: 'Văn phòng HĐND và UBND xã', phone: '0262 3999888' })
  const units = await store.units.all()
  await seedPlan(store, { unitIds: units.filter(({ name }) => name === 'Thôn 1').map(({ id }) => id) })
})
afterEach(() => office.close())

const open = async (label: string) => {
  await admin.says('/caidat')
  return last(await admin.presses(label))
}
const audits = (key: string) => office.database.store.audit.about(key)

describe('what is set', () => {
  it('an admin sees every setting, and a way to change each', async () => {
    const shown = last(await admin.says('cài đặt'))
    expect(shown.text).toBe(
      [
        'Cơ quan: UBND xã Ea Mẫu; bộ phận thường trực: Văn phòng HĐND và UBND xã, điện thoại 0262 3999888',
        'Lịch làm việc: năm 2024 văn bản số 2450/VPCP-KGVX ngày 12/04/2024 của Văn phòng Chính phủ; năm 2025 văn bản số 6150/TB-BLĐTBXH ngày 03/12/2024 của Bộ Lao động - Thương binh và Xã hội',
        'Giờ làm việc: 07:30 đến 17:00; tin chỉ gửi trong giờ này',
        'Bậc nhắc: 14, 7, 3, 1, 0 ngày trước ngày gửi chậm nhất (ngày lịch), nhắc một lần sau hạn',
        'Bản tin cho trưởng đơn vị: thứ Hai 07:30, thứ Sáu 15:30',
        'Tạm dừng nhắc cho một nơi: gõ “dondoc”. Mẫu văn bản: gõ “mauvanban”.',
      ].join('\n'),
    )
    expect(shown.buttons).toEqual(['Lịch làm việc', 'Giờ làm việc', 'Bậc nhắc', 'Bản tin', 'Cơ quan', 'Danh mục'])
  })

  it('what is named with the command is opened at once', async () => {
    expect(last(await admin.says('cai dat gio lam viec')).text).toContain('Giờ làm việc hiện nay')
    expect(last(await admin.says('/caidat Bản tin')).text).toContain('Bản tin hiện gửi')
  })

  it('an admin of a part sees them and may not change them; others are told who can', async () => {
    const part = await office.person('Hà', { unit: 'Phòng Kinh tế', role: 'admin', parent: commune })
    const shown = last(await part.says('/caidat'))
    expect(shown.text).toContain('Giờ làm việc: 07:30 đến 17:00')
    expect(shown.text).toContain('Chỉ bộ phận thường trực của toàn cơ quan sửa được cài đặt chung.')
    expect(shown.buttons).toEqual([])
    expect(last(await lan.says('/caidat')).text).not.toContain('Giờ làm việc')
  })
})

describe('office hours', () => {
  it('are changed after a preview, hold at once, and are in the audit', async () => {
    expect((await open('Giờ làm việc')).text).toContain('Giờ làm việc hiện nay: 07:30 đến 17:00.')
    expect(last(await admin.says('sáng đến chiều')).text).toContain('“sáng đến chiều” chưa rõ giờ bắt đầu')
    expect(last(await admin.says('8h - 16h30')).text).toContain(
      'Nhắc việc buổi sáng gửi từ 08:00; ngày gửi chậm nhất tính đến 16:30.\nBản tin thứ Hai 07:30 ở ngoài giờ này nên gửi khi bắt đầu giờ làm việc kế tiếp.',
    )
    expect(await audits(officeHoursKey)).toEqual([])
    expect(last(await admin.says('vâng')).text).toContain('Chưa lưu gì.')
    expect(last(await admin.presses('Lưu')).text).toContain('✓ Đã lưu giờ làm việc 08:00 đến 16:30')
    expect(office.assistant.core.calendar.hours).toEqual({ opens: '08:00', closes: '16:30' })
    const [audit] = await audits(officeHoursKey)
    expect(audit).toMatchObject({ by: admin.id, action: 'setting.changed' })
    expect(JSON.parse(audit?.detail ?? '')).toEqual({ before: null, after: { opens: '08:00', closes: '16:30' } })
  })

  it('move the morning: nothing comes before the office opens', async () => {
    await open('Giờ làm việc')
    await admin.says('8:00 - 16:30')
    await admin.presses('Lưu')
    await office.moveTo('2024-03-26T07:59:00+07:00')
    expect(await lan.hears()).toEqual([])
    await office.moveTo('2024-03-26T08:00:00+07:00')
    expect(last(await lan.hears()).text).toContain('Còn 14 ngày (10 ngày làm việc)')
  })

  it('are kept over a restart', async () => {
    await open('Giờ làm việc')
    await admin.says('8:00 - 16:30')
    await admin.presses('Lưu')
    await office.restart()
    expect(office.assistant.core.calendar.hours.opens).toBe('08:00')
  })
})

describe('working days', () => {
  it('are shown by year with their source', async () => {
    expect((await open('Lịch làm việc')).buttons.slice(0, 2)).toEqual(['2024', '2025'])
    const year = last(await admin.presses('2025')).text
    expect(year).toContain(
      'Lịch làm việc năm 2025\nNghỉ, ngoài thứ Bảy và Chủ nhật: thứ Tư 01/01, thứ Hai 27/01 đến thứ Sáu 31/01,',
    )
    expect(year).toContain('Làm bù: thứ Bảy 26/04')
    expect(year).toContain('Căn cứ: văn bản số 8726/VPCP-KGVX ngày 26/11/2024 của Văn phòng Chính phủ;')
  })

  it('a year without a notice is by the law and says so', async () => {
    await open('Lịch làm việc')
    const year = last(await admin.says('2030')).text
    expect(year).toContain('Lịch làm việc năm 2030 (tạm tính)')
    expect(year).toContain('chưa có thông báo của năm này')
    await admin.says('quay lại')
    expect(last(await admin.says('năm sau nữa')).text).toContain('chưa phải là một năm từ 2022 đến 2044')
  })

  it('a day off moves the reminders that fall on it, at once; the preview says which', async () => {
    await open('Lịch làm việc')
    await admin.presses('2024')
    const preview = last(await admin.says('nghỉ 26/03/2024, làm bù 30/03/2024'))
    expect(preview.text).toBe(
      [
        'Lịch làm việc năm 2024 thay đổi:',
        'Thêm ngày nghỉ: thứ Ba 26/03',
        'Thêm ngày làm bù: thứ Bảy 30/03',
        '1 thời hạn đang thực hiện có ngày nhắc thay đổi:',
        '- đăng ký thi đua 120 năm thành lập tỉnh: bỏ 26/03, thêm 25/03',
      ].join('\n'),
    )
    expect(await audits(officeDaysKey)).toEqual([])
    await admin.presses('Lưu')
    expect(await audits(officeDaysKey)).toHaveLength(1)
    await office.moveTo('2024-03-25T07:30:00+07:00')
    expect(last(await lan.hears()).text).toContain('Còn 15 ngày (11 ngày làm việc)')
    await office.moveTo('2024-03-26T17:00:00+07:00')
    expect(await lan.hears()).toEqual([])
  })

  it('a day off given after this morning’s messages still lets what it moves to today be heard, once', async () => {
    await office.moveTo('2024-03-25T10:00:00+07:00')
    expect(await lan.hears()).toEqual([])
    await open('Lịch làm việc')
    await admin.presses('2024')
    expect(last(await admin.says('nghỉ 26/03/2024')).text).toContain(': bỏ 26/03, thêm 25/03')
    await admin.presses('Lưu')
    await office.moveTo('2024-03-25T10:05:00+07:00')
    expect(last(await lan.hears()).text).toContain('Còn 15 ngày')
    await office.moveTo('2024-03-28T17:00:00+07:00')
    expect(await lan.hears()).toEqual([])
  })

  it('a day off given on the day itself, before the office opens, brings its message on the next working morning', async () => {
    await office.moveTo('2024-03-26T06:00:00+07:00')
    await open('Lịch làm việc')
    await admin.presses('2024')
    await admin.says('nghỉ 26/03/2024')
    await admin.presses('Lưu')
    await office.moveTo('2024-03-26T17:00:00+07:00')
    expect(await lan.hears()).toEqual([])
    await office.moveTo('2024-03-27T07:30:00+07:00')
    expect(last(await lan.hears()).text).toContain('Còn 13 ngày')
  })

  it('what was heard this morning is not heard again because the calendar changed', async () => {
    await office.moveTo('2024-03-26T08:00:00+07:00')
    expect(await lan.hears()).toHaveLength(1)
    await open('Lịch làm việc')
    await admin.presses('2024')
    await admin.says('nghỉ 27/03/2024')
    await admin.presses('Lưu')
    await office.moveTo('2024-03-29T17:00:00+07:00')
    expect(await lan.hears()).toEqual([])
  })

  it('a Saturday worked instead has its own morning', async () => {
    await open('Lịch làm việc')
    await admin.presses('2024')
    await admin.says('nghỉ 02/04/2024 đến 05/04/2024; làm bù 06/04/2024')
    await admin.presses('Lưu')
    await office.moveTo('2024-04-01T17:00:00+07:00')
    await lan.hears()
    await office.moveTo('2024-04-06T07:30:00+07:00')
    // Three days before the 9th.
    expect(last(await lan.hears()).text).toContain('Còn 3 ngày (2 ngày làm việc)')
  })

  it('the paper itself can be pasted; its year is settled by it', async () => {
    await open('Lịch làm việc')
    await admin.says('2027')
    const preview = last(
      await admin.says(
        'Thông báo số 812/TB-BNV ngày 05/11/2026\nNghỉ tết từ thứ Năm 04/02/2027 đến hết thứ Tư 10/02/2027.\nHoán đổi thứ Sáu 30/04/2027 sang thứ Bảy 08/05/2027.',
      ),
    ).text
    expect(preview).toContain('Thêm ngày nghỉ: thứ Năm 04/02')
    expect(preview).toContain('Không còn nghỉ: thứ Năm 11/02')
    expect(preview).toContain('Căn cứ: văn bản số 812/TB-BNV ngày 05/11/2026 của Bộ Nội vụ')
    await admin.presses('Lưu')
    const { calendar } = office.assistant.core
    expect(calendar.isTentative('2027-02-04')).toBe(false)
    expect(calendar.isWorkday('2027-02-11')).toBe(true)
    expect(calendar.isWorkday('2027-05-08')).toBe(true)
    await open('Lịch làm việc')
    expect(last(await admin.says('2027')).text).toContain('Căn cứ: văn bản số 812/TB-BNV')
    expect(last(await admin.presses('Bỏ phần đã sửa')).text).toContain('Không còn làm bù: thứ Bảy 08/05')
    await admin.presses('Lưu')
    expect(office.assistant.core.calendar.isTentative('2027-02-04')).toBe(true)
  })

  describe('what cannot be is one sentence, and nothing is changed', () => {
    // biome-ignore format: a table keeps its columns
    const cases: [string, string, string][] = [
      ['no verb',                     '02/05/2024',                 'chưa rõ ngày nào nghỉ'],
      ['a day that does not exist',   'nghỉ 31/02/2024',            'có ngày không có trong lịch'],
      ['a weekday worked instead',    'làm bù 02/05/2024',          'chỉ thứ Bảy hoặc Chủ nhật'],
      ['another year',                'nghỉ 02/05/2025',            'là ngày của năm khác'],
      ['what is so already',          'nghỉ 30/04/2024',            'không làm thay đổi gì'],
      ['a month of rest',             'nghỉ 01/07/2024 đến 19/07/2024; nghỉ 22/07/2024 đến 26/07/2024', 'nghỉ liền hơn 21 ngày'],
    ]
    test.each(cases)('%s', async (_, typed, said) => {
      await open('Lịch làm việc')
      await admin.presses('2024')
      expect(last(await admin.says(typed)).text).toContain(said)
      expect(await audits(officeDaysKey)).toEqual([])
    })
  })
})

describe('reminder steps', () => {
  it('for all kinds, in working days; the preview tells what moves', async () => {
    await open('Bậc nhắc')
    await admin.presses('Chung')
    expect(last(await admin.says('hai tuần')).text).toContain('chưa phải là các số ngày từ 0 đến 180')
    await admin.says('5, 2')
    await admin.presses('Ngày làm việc')
    const preview = last(await admin.presses('Không nhắc')).text
    expect(preview).toContain(
      'Bậc nhắc mới: 5, 2, 0 ngày trước ngày gửi chậm nhất (ngày làm việc), không nhắc sau hạn.',
    )
    expect(preview).toContain('- đăng ký thi đua 120 năm thành lập tỉnh: bỏ 26/03, 08/04, 10/04')
    await admin.presses('Lưu')
    const set = await office.database.store.settings.get(laddersKey, laddersSchema)
    expect(set?.usual).toEqual({ leads: [5, 2, 0], counts: 'working', afterwards: false })
    expect(await audits(laddersKey)).toHaveLength(1)
    await office.moveTo('2024-03-29T17:00:00+07:00')
    expect(await lan.hears()).toEqual([])
  })

  it('for one kind, and back to the common ones', async () => {
    await open('Bậc nhắc')
    await admin.says('báo cáo')
    await admin.says('30, 10')
    await admin.presses('Ngày lịch')
    expect(last(await admin.presses('Có nhắc')).text).toContain(
      'Không thời hạn nào đang thực hiện có ngày nhắc thay đổi.',
    )
    await admin.presses('Lưu')
    expect(last(await admin.says('/caidat')).text).toContain('1 loại việc có bậc nhắc riêng')
    await admin.presses('Bậc nhắc')
    await admin.says('7')
    await admin.presses('Như bậc chung')
    await admin.presses('Lưu')
    expect(await office.database.store.settings.get(laddersKey, laddersSchema)).toMatchObject({ kinds: {} })
  })
})

describe('digests', () => {
  it('come on the days and at the hours that are set, from the next one on', async () => {
    await office.moveTo('2024-03-21T09:00:00+07:00')
    expect((await open('Bản tin')).text).toContain('thứ Hai 07:30, thứ Sáu 15:30')
    expect(last(await admin.says('thứ Tư')).text).toContain('chưa rõ thứ và giờ')
    expect(last(await admin.says('thứ Tư 18:00')).text).toContain('ngoài giờ làm việc (07:30 đến 17:00)')
    expect(last(await admin.says('thứ Tư 09:00')).text).toContain('Bản tin mới: thứ Tư 09:00;')
    await admin.presses('Lưu')
    expect(await audits(digestTimesKey)).toHaveLength(1)
    const { jobRuns } = office.database.store
    const before = await jobRuns.ranFor('digests')
    await office.moveTo('2024-03-26T16:00:00+07:00')
    expect(await jobRuns.ranFor('digests')).toBe(before)
    await office.moveTo('2024-03-27T09:00:00+07:00')
    expect(await jobRuns.ranFor('digests')).toBe(Date.parse('2024-03-27T09:00:00+07:00'))
  })

  it('can be turned off', async () => {
    await open('Bản tin')
    expect(last(await admin.presses('Không gửi')).text).toContain('Bản tin sẽ không tự gửi')
    await admin.presses('Lưu')
    expect(last(await admin.says('/caidat')).text).toContain('Bản tin cho trưởng đơn vị: không gửi')
  })
})

it('the agency’s name, office and telephone, each with what follows from it', async () => {
  await open('Cơ quan')
  await admin.presses('Điện thoại')
  expect(last(await admin.says('gọi tôi')).text).toContain('chưa phải là số điện thoại')
  expect(last(await admin.says('0262 3111222')).text).toContain('Điện thoại đổi từ 0262 3999888 thành 0262 3111222')
  await admin.presses('Lưu')
  await open('Cơ quan')
  await admin.presses('Tên cơ quan')
  await admin.says('UBND phường Ea Mẫu')
  await admin.presses('Lưu')
  const { store } = office.database
  expect(await store.settings.get(agencyKey, agencySchema)).toMatchObject({
    ...{ name: 'UBND phường Ea Mẫu', phone: '0262 3111222' },
  })
  expect((await store.units.all()).map(({ name }) => name)).toContain('UBND phường Ea Mẫu')
})

it('in English too', async () => {
  const mary = await office.person('Mary', { unit: commune, role: 'admin', language: 'en' })
  expect(last(await mary.says('/caidat')).text).toContain('Office hours: 07:30 to 17:00')
  await mary.presses('Working days')
  await mary.presses('2025')
  expect(last(await mary.says('off 15/05/2025')).text).toContain('Days off added: Thursday 15/05')
  expect(last(await mary.presses('Save')).text).toContain('The working days of 2025 are saved')
})
