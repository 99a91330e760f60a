import { afterEach, describe, expect, test } from 'vitest'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const kept = async () => (await registrations(commune.office))[0]
const auditOf = async () => {
  const { id } = (await kept()) ?? { id: '' }
  return (await commune.office.database.store.audit.about(`registration:${id}`)).map(({ action }) => action)
}
async function sent(now?: string) {
  commune = await openCommune(now)
  return goes(commune.lan, ...toPreview, '[Gửi]')
}

describe('editing', () => {
  test('opens the paper with all its answers and makes a new version', async () => {
    await sent()
    await commune.head.hears()
    const [preview] = await commune.lan.presses('Sửa')
    expect(preview?.text).toContain('Chỉ tiêu: 100% hồ sơ được giải quyết đúng hạn')
    expect(preview?.buttons[0]).toBe('Gửi lại')
    await goes(commune.lan, '[Sửa]', '[Chỉ tiêu]', '95% hồ sơ')
    const [receipt] = await commune.lan.presses('Gửi lại')
    expect(receipt?.text).toContain('Đã gửi lại bản đăng ký (lần 2) lúc 09:12 thứ Tư 27/03/2024')
    expect(await kept()).toMatchObject({ version: 2, code: 'DK-2024-0001', state: 'waiting' })
    expect(text(await commune.head.hears())).toContain('sửa và gửi lại bản đăng ký DK-2024-0001')
    expect(await auditOf()).toEqual(['registration.submit', 'registration.revise'])
  })

  test('after approval it waits again', async () => {
    await sent()
    await commune.head.presses('Duyệt')
    expect((await kept())?.state).toBe('approved')
    await commune.admin.hears()
    await goes(commune.lan, '[Sửa]', '[Gửi lại]')
    expect((await kept())?.state).toBe('waiting')
    expect(text(await commune.head.hears())).toContain('chờ đồng chí duyệt')
    expect(text(await commune.admin.hears())).toContain('đã sửa bản đăng ký DK-2024-0001 sau khi duyệt')
  })

  test('until the end of the last safe day freely, after it with a reason that the admin judges', async () => {
    await sent()
    await commune.office.moveTo('2024-04-09T23:30:00+07:00')
    expect(text(await commune.lan.presses('Sửa'))).toContain('bước 5/5: Xem lại')
    await commune.lan.says('hủy')
    await commune.office.moveTo('2024-04-10T08:00:00+07:00')
    // The button of the receipt, behind that of the preview.
    expect(text(await commune.lan.pressesOld('Sửa', 1))).toContain('đề nghị đồng chí nêu lý do')
    expect(text(await commune.lan.presses('Gửi lại'))).toContain('Đề nghị đồng chí nêu lý do gửi sau thời hạn')
    expect(await kept()).toMatchObject({ version: 1, late: false })
    await commune.lan.says('Nhầm số liệu của quý I')
    expect(await kept()).toMatchObject({
      version: 2,
      late: true,
      lateReason: 'Nhầm số liệu của quý I',
      state: 'waiting',
    })
    const [view] = await commune.lan.presses('Xem lại')
    expect(view?.text).toContain('Chờ duyệt, gửi sau thời hạn')
    expect(view?.text).toContain('Bản sửa gửi sau thời hạn; lý do: Nhầm số liệu của quý I.')
  })

  test('withdrawing ends with the last safe day', async () => {
    await sent()
    await commune.office.moveTo('2024-04-10T08:00:00+07:00')
    expect(text(await commune.lan.presses('Rút đăng ký'))).toBe(
      'Đã hết thứ Ba 09/04, ngày gửi chậm nhất, nên bản đăng ký DK-2024-0001 không tự sửa hoặc rút được nữa. Cần thay đổi, đề nghị liên hệ bộ phận thường trực.',
    )
  })

  test('what was returned can be completed after the last day, and is not late for it', async () => {
    await sent()
    await commune.office.moveTo('2024-04-12T08:00:00+07:00')
    await goes(commune.head, '[Đề nghị sửa]', 'chỉ tiêu 2 chưa có số')
    const [told] = await commune.lan.hears()
    expect(told?.text).toBe(
      'Bản đăng ký DK-2024-0001 cần hoàn thiện: “chỉ tiêu 2 chưa có số”. Đề nghị đồng chí sửa và gửi lại sớm.',
    )
    await goes(commune.lan, '[Sửa]', '[Gửi lại]')
    expect(await kept()).toMatchObject({ state: 'waiting', late: false, returnReason: null })
  })

  test('does not push a draft aside without being asked to', async () => {
    await sent()
    await goes(commune.lan, '/dangky', '1', '[Tiếp tục]', 'lưu nháp')
    const [asked] = await commune.lan.presses('Sửa')
    expect(asked?.text).toContain('bản nháp đăng ký đang ở bước 2/5. Sửa bản DK-2024-0001 ngay thì bản nháp này bị bỏ.')
    expect(text(await commune.lan.presses('Làm tiếp'))).toContain('bước 2/5')
    await commune.lan.presses('Sửa')
    expect(text(await commune.lan.presses('Sửa bản này'))).toContain('1. Cải cách hành chính')
  })

  test('what the head decided while one was editing is not written over', async () => {
    await sent()
    await commune.lan.presses('Sửa')
    await commune.head.presses('Duyệt')
    expect(text(await commune.lan.presses('Gửi lại'))).toContain(
      'đã thay đổi trong lúc đồng chí sửa, hiện là “Đơn vị đã duyệt”',
    )
    expect(await kept()).toMatchObject({ version: 1, state: 'approved' })
  })
})

describe('withdrawing', () => {
  test('asks first, then tells those who had it', async () => {
    await sent()
    await commune.head.hears()
    const [asked] = await commune.lan.presses('Rút đăng ký')
    expect(asked?.text).toMatch(/^Rút bản đăng ký DK-2024-0001\? .* đến hết thứ Ba 09\/04\.$/)
    expect(asked?.buttons).toEqual(['Rút đăng ký', 'Giữ lại'])
    expect((await kept())?.state).toBe('waiting')
    expect(text(await commune.lan.presses('Rút đăng ký'))).toContain('Đã rút bản đăng ký DK-2024-0001.')
    expect((await kept())?.state).toBe('withdrawn')
    expect(text(await commune.head.hears())).toContain('đã được rút; không cần xem xét nữa')
    expect(await auditOf()).toEqual(['registration.submit', 'registration.withdraw'])
  })

  test('keeping it changes nothing', async () => {
    await sent()
    await commune.lan.presses('Rút đăng ký')
    expect(text(await commune.lan.presses('Giữ lại'))).toContain('Bản đăng ký DK-2024-0001: Chờ duyệt')
  })

  test('the same content can be registered again', async () => {
    await sent()
    await goes(commune.lan, '[Rút đăng ký]', '[Rút đăng ký]')
    expect(text(await goes(commune.lan, ...toPreview, '[Gửi]'))).toContain('DK-2024-0002')
  })

  test('an old button says how it stands', async () => {
    await sent()
    await goes(commune.lan, '[Rút đăng ký]', '[Rút đăng ký]')
    expect(text(await commune.lan.presses('Sửa'))).toBe(
      'Bản đăng ký DK-2024-0001 hiện là “Đã rút” nên việc này không thực hiện nữa.',
    )
  })
})

describe('sending near and after the day', () => {
  test('on the last safe day it is in time', async () => {
    await sent('2024-04-09T16:50:00+07:00')
    expect(await kept()).toMatchObject({ late: false })
  })

  test('on the named day it is not stamped late: both days are said and the admin decides', async () => {
    const [receipt] = await sent('2024-04-10T08:00:00+07:00')
    expect(receipt?.text).toContain('Bản đăng ký gửi ngày 10/04, kế hoạch ghi trước ngày 10/04.')
    expect(receipt?.text).not.toMatch(/sau thời hạn|quá hạn/)
    expect(await kept()).toMatchObject({ late: false, lateReason: null })
    await commune.head.presses('Duyệt')
    const [card] = await commune.admin.says('/duyet')
    expect(card?.text).toContain('Bản đăng ký gửi ngày 10/04, kế hoạch ghi trước ngày 10/04.')
  })

  test('after it a reason is asked, and it is taken as late', async () => {
    commune = await openCommune('2024-04-12T08:00:00+07:00')
    const [preview] = await goes(commune.lan, ...toPreview)
    expect(preview?.text).toContain('Đã qua thời hạn đăng ký; khi gửi, đề nghị đồng chí nêu lý do')
    const [asked] = await commune.lan.presses('Gửi')
    expect(asked?.text).toContain('Đề nghị đồng chí nêu lý do gửi sau thời hạn')
    expect(await registrations(commune.office)).toEqual([])
    expect(text(await commune.lan.says('...'))).toContain('nêu lý do bằng chữ')
    const [receipt] = await commune.lan.says('Đi học từ ngày 01 đến ngày 11')
    expect(receipt?.text).toContain(
      'Bản đăng ký gửi ngày 12/04, sau thời hạn (trước ngày 10/04/2024); lý do: Đi học từ ngày 01 đến ngày 11.',
    )
    expect(await kept()).toMatchObject({ late: true, lateReason: 'Đi học từ ngày 01 đến ngày 11' })
    expect(text(await commune.lan.presses('Xem lại'))).toContain('Chờ duyệt, gửi sau thời hạn')
    // Undecided, what came late can still be corrected.
    expect(text(await commune.lan.presses('Sửa'))).toContain('Xem lại')
  })

  test.each([
    ['the head', 'head', true],
    ['the focal point', 'clerk', true],
    ['a member', 'lan', false],
  ] as const)('%s may ask for more time instead', async (_, who, may) => {
    commune = await openCommune('2024-04-12T08:00:00+07:00')
    const self = who === 'lan' ? [] : ['[Cho cá nhân]']
    const [asked] = await goes(commune[who], '/dangky', ...self, ...toPreview.slice(1), '[Gửi]')
    expect(asked?.text).toContain('nêu lý do gửi sau thời hạn')
    expect(asked?.buttons.includes('Xin gia hạn')).toBe(may)
    if (may) expect(text(await commune[who].presses('Xin gia hạn'))).toContain('Dự thảo văn bản xin gia hạn')
  })

  test('a draft that grew old is looked at again when it is sent', async () => {
    commune = await openCommune('2024-04-09T16:00:00+07:00')
    await goes(commune.lan, ...toPreview)
    await commune.office.moveTo('2024-04-15T08:00:00+07:00')
    expect(text(await commune.lan.presses('Gửi'))).toContain('nêu lý do gửi sau thời hạn')
  })

  test('a plan without a day for registering takes it any time', async () => {
    commune = await openCommune('2024-06-12T08:00:00+07:00', {
      deadline: { on: null, lastDay: null, relation: null, precision: 'none', written: false },
    })
    const [receipt] = await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(receipt?.text).toContain('Đồng chí được sửa hoặc rút đến khi có ý kiến xem xét.')
    expect(receipt?.text).not.toContain('bằng văn bản')
  })
})

describe('the signed paper', () => {
  test('its author reports it sent, the admin confirms it after reception', async () => {
    await sent()
    await goes(commune.head, '[Duyệt]')
    await commune.lan.presses('Xem lại')
    expect(text(await commune.lan.presses('Đã gửi bản ký'))).toContain('báo đã gửi')
    expect(text(await commune.admin.hears())).toContain(
      'Bản ký của DK-2024-0001 (đồng chí Nguyễn Thị Lan (Hội Nông dân xã)) báo đã gửi',
    )
    const [card] = await commune.admin.says('/duyet')
    expect(card?.text).toContain('Bản ký: báo đã gửi')
    await commune.admin.presses('Tiếp nhận')
    expect(text(await commune.lan.hears())).toContain('đề nghị đồng chí in, ký và gửi Văn phòng – thống kê xã')
    await goes(commune.admin, '[Xem]', '[Đã nhận bản ký]')
    expect(await kept()).toMatchObject({ state: 'received', paper: 'received' })
    expect(text(await commune.lan.hears())).toContain('Đã nhận bản ký của bản đăng ký DK-2024-0001')
    expect(text(await commune.admin.presses('Đã nhận bản ký'))).toContain('từ trước')
  })
})

describe('in English', () => {
  test('approval, completion, reception and withdrawal are told in the reader’s language', async () => {
    commune = await openCommune()
    const john = await commune.office.person('Hồ Văn John', {
      unit: 'Hội Nông dân xã',
      role: 'official',
      language: 'en',
    })
    await goes(john, '/dangky', '1', '[Continue]', 'One-stop desk', '100% of files', '30/9', '[Send]')
    await goes(commune.head, '[Đề nghị sửa]', '[Thiếu số]')
    expect(text(await john.hears())).toContain('The registration DK-2024-0001 must be completed: “chỉ tiêu chưa có số”')
    await goes(john, '[Edit]', '[Send again]')
    await commune.head.presses('Duyệt')
    expect(text(await john.hears())).toContain('The unit approved the registration DK-2024-0001 (Y Bhôk Niê)')
    await goes(commune.admin, '/duyet', '[Nhận cả bản ký]')
    expect(text(await john.hears())).toContain('✓ The registration DK-2024-0001 (yours) was received')
    const [view] = await john.presses('Review')
    expect(view?.text).toContain('Registration DK-2024-0001: Received')
    await goes(john, '[Withdraw]', '[Withdraw]')
    expect(text(await commune.admin.hears())).toContain(
      'Bản đăng ký DK-2024-0001 của đồng chí Hồ Văn John (Hội Nông dân xã) đã được rút',
    )
  })
})
