import { afterEach, describe, expect, test } from 'vitest'
import { button } from '../../src/chat/message.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const kept = async () => (await registrations(commune.office))[0]

async function sent() {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
}

test.each(['/duyet', 'duyệt', 'duyet', 'Chờ duyệt'])('“%s” shows what waits', async (typed) => {
  await sent()
  const [card] = await commune.head.says(typed)
  expect(card?.text).toContain('1 bản đăng ký chờ đồng chí.')
  expect(card?.text).toContain('Chỉ tiêu: 100% hồ sơ được giải quyết đúng hạn')
  expect(card?.buttons).toEqual(['Duyệt', 'Đề nghị sửa', 'Xem'])
})

test('with nothing waiting that is said', async () => {
  commune = await openCommune()
  expect(text(await commune.head.says('/duyet'))).toBe('Không có bản nào chờ đồng chí.')
})

test.each(['lan', 'clerk'] as const)('%s is told in one sentence who can', async (who) => {
  await sent()
  expect(text(await commune[who].says('/duyet'))).toMatch(/^Chỉ trưởng đơn vị và bộ phận thường trực/)
})

describe('the head', () => {
  test('approves: the author has the paper step, the admin has it to take in', async () => {
    await sent()
    const [done] = await goes(commune.head, '[Duyệt]')
    expect(done?.text).toContain('Đã duyệt bản đăng ký DK-2024-0001')
    const [told] = await commune.lan.hears()
    expect(told?.text).toContain('Đơn vị đã duyệt bản đăng ký DK-2024-0001')
    expect(told?.text).toContain('đề nghị in, ký và gửi Văn phòng – thống kê xã.')
    expect(told?.text).not.toContain('tiếp nhận bản')
    expect(text(await commune.admin.hears())).toContain('đã duyệt bản đăng ký DK-2024-0001')
  })

  test('asks for completion with a reason picked', async () => {
    await sent()
    const [asked] = await commune.head.presses('Đề nghị sửa')
    expect(asked?.buttons.slice(0, 4)).toEqual(['Thiếu số', 'Thiếu danh sách', 'Thiếu ngày', 'Chưa sát kế hoạch'])
    await commune.head.presses('Thiếu số')
    const [told] = await commune.lan.hears()
    expect(told).toMatchObject({
      text: 'Bản đăng ký DK-2024-0001 cần hoàn thiện: “chỉ tiêu chưa có số”. Đồng chí sửa và gửi lại chậm nhất thứ Ba 09/04/2024.',
      buttons: ['Sửa', 'Xem lại'],
    })
  })

  test('or typed, and a reason that is none is asked for again', async () => {
    await sent()
    await commune.head.presses('Đề nghị sửa')
    expect(text(await commune.head.says('...'))).toContain('nêu lý do bằng chữ')
    await commune.head.says('chỉ tiêu 2 chưa có số')
    expect(await kept()).toMatchObject({ state: 'returned', returnReason: 'chỉ tiêu 2 chưa có số' })
  })

  test('goes through several with [Tiếp theo]', async () => {
    await sent()
    await goes(commune.lan, '/dangky', '1', '[Tiếp tục]', 'Việc khác', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]')
    const [first] = await commune.head.says('/duyet')
    expect(first?.text).toContain('2 bản đăng ký chờ đồng chí.')
    expect(first?.text).toContain('DK-2024-0001')
    expect(text(await commune.head.presses('Tiếp theo'))).toContain('DK-2024-0002')
    const [done, ...others] = await commune.head.presses('Duyệt')
    expect(others).toEqual([])
    expect(done?.text).toMatch(/^Đã duyệt bản đăng ký DK-2024-0002 .*\n\n1 bản đăng ký chờ đồng chí\./)
    expect(done?.text).toContain('DK-2024-0001')
    expect(done?.buttons).toEqual(['Duyệt', 'Đề nghị sửa', 'Xem'])
    expect(text(await commune.head.presses('Duyệt'))).toContain('Không còn bản nào chờ đồng chí.')
  })

  test('sees nothing of another unit', async () => {
    await sent()
    const other = await commune.office.person('Trưởng thôn', { unit: 'Thôn 1', parent: 'UBND xã Ea Mẫu', role: 'head' })
    expect(text(await other.says('/duyet'))).toContain('Không có bản nào')
  })

  test('of another unit is told who considers it, and nothing happens', async () => {
    await sent()
    const other = await commune.office.person('Trưởng thôn', { unit: 'Thôn 1', parent: 'UBND xã Ea Mẫu', role: 'head' })
    const { id, version } = (await kept()) ?? { id: '', version: 0 }
    const said = { blocks: [], buttons: [button('Duyệt', 'duyet', 'approve', { id, version })] }
    const queued = await commune.office.assistant.core.tokens.mint(said, { personId: other.id })
    const heard = await other.does({ kind: 'button', token: queued.buttons[0]?.token ?? '' })
    expect(text(heard)).toContain('Bản đăng ký DK-2024-0001 do đồng chí Chủ tịch Hội Nông dân xã xem xét')
    expect((await kept())?.state).toBe('waiting')
  })

  test('does not approve their own, also not by a button of old', async () => {
    commune = await openCommune()
    const deputy = await commune.office.person('Phó Chủ tịch', { unit: 'Hội Nông dân xã', role: 'official' })
    await goes(deputy, ...toPreview, '[Gửi]')
    await commune.head.hears()
    const { people, units } = commune.office.database.store
    const unitId = (await units.all()).find(({ name }) => name === 'Hội Nông dân xã')?.id ?? ''
    // The head leaves office before pressing; the one who registered follows.
    await people.endRole({ personId: commune.head.id, unitId, role: 'head' })
    await people.addRole({ personId: deputy.id, unitId, role: 'head' }, 1)
    expect(text(await deputy.says('/duyet'))).toContain('Không có bản nào chờ đồng chí.')
    await people.addRole({ personId: commune.head.id, unitId, role: 'clerk' }, 1)
    const refused = await commune.head.presses('Duyệt')
    expect(text(refused)).toContain('Chỉ trưởng đơn vị')
    expect((await kept())?.state).toBe('waiting')
  })
})

describe('the admin', () => {
  test('takes in with the signed paper: the message is the one of the model', async () => {
    await sent()
    await commune.head.presses('Duyệt')
    await commune.lan.hears()
    await commune.office.moveTo('2024-03-29T10:05:00+07:00')
    const [card] = await commune.admin.says('/duyet')
    expect(card?.buttons).toEqual(['Nhận cả bản ký', 'Tiếp nhận', 'Đề nghị sửa', 'Xem'])
    await commune.admin.presses('Nhận cả bản ký')
    const told = (await commune.lan.hears()).at(-1)
    expect(told?.text.split('\n')).toEqual([
      '✓ Đã tiếp nhận bản đăng ký DK-2024-0001 của đồng chí lúc 10:05 thứ Sáu 29/03/2024, gồm cả bản ký.',
      'Bộ phận thường trực sẽ tổng hợp trình Hội đồng Thi đua - Khen thưởng xã. Đồng chí không còn việc phải làm ở mốc này.',
    ])
    expect(told?.buttons).toEqual(['Xem lại'])
    expect(await kept()).toMatchObject({ state: 'received', paper: 'received', receivedBy: commune.admin.id })
  })

  test('without the paper its step is named again', async () => {
    await sent()
    await commune.head.presses('Duyệt')
    await goes(commune.admin, '/duyet', '[Tiếp nhận]')
    const told = (await commune.lan.hears()).at(-1)
    expect(told?.text).toContain('đề nghị đồng chí in, ký và gửi Văn phòng – thống kê xã')
    expect(told?.text).not.toContain('không còn việc')
  })

  test('does not take in what the head has not approved', async () => {
    await sent()
    expect(text(await commune.admin.says('/duyet'))).toContain('Không có bản nào chờ đồng chí.')
  })

  test('asks for completion after approval', async () => {
    await sent()
    await commune.head.presses('Duyệt')
    await goes(commune.admin, '/duyet', '[Đề nghị sửa]', '[Thiếu ngày]')
    expect((await kept())?.state).toBe('returned')
  })

  test('takes in a head’s paper without a head between', async () => {
    commune = await openCommune()
    await goes(commune.head, '/dangky', '[Cho cá nhân]', ...toPreview.slice(1), '[Gửi]')
    const [card] = await commune.admin.says('/duyet')
    expect(card?.buttons).toEqual(['Nhận cả bản ký', 'Tiếp nhận', 'Đề nghị sửa', 'Xem'])
    await commune.admin.presses('Nhận cả bản ký')
    expect((await kept())?.state).toBe('received')
  })
})

describe('two at once', () => {
  test('two heads press [Duyệt]: one approves, the other is told by whom and when', async () => {
    commune = await openCommune()
    const second = await commune.office.person('Lê Văn Hai', {
      unit: 'Hội Nông dân xã',
      role: 'head',
      position: 'Phó Chủ tịch',
    })
    await goes(commune.lan, ...toPreview, '[Gửi]')
    await Promise.all([commune.head.hears(), second.hears()])
    const [one, other] = await Promise.all([commune.head.presses('Duyệt'), second.presses('Duyệt')])
    const said = [text(one), text(other)].sort()
    expect(said.filter((words) => words.startsWith('Đã duyệt bản đăng ký'))).toHaveLength(1)
    expect(
      said.filter((words) => /hiện là “Đơn vị đã duyệt”.*duyệt lúc 09:12 thứ Tư 27\/03\/2024/.test(words)),
    ).toHaveLength(1)
    const { id } = (await kept()) ?? { id: '' }
    const audit = await commune.office.database.store.audit.about(`registration:${id}`)
    expect(audit.map(({ action }) => action)).toEqual(['registration.submit', 'registration.approve'])
  })

  test('a button for an older version decides nothing and shows the new one', async () => {
    await sent()
    await commune.head.hears()
    await goes(commune.lan, '[Sửa]', '[Gửi lại]')
    const heard = await commune.head.pressesOld('Duyệt', 1)
    expect(text(heard)).toContain('đã được sửa và gửi lại sau khi nút này hiện ra')
    expect((await kept())?.state).toBe('waiting')
    expect(text(await commune.head.presses('Xem'))).toContain('Bản đăng ký DK-2024-0001: Chờ duyệt')
  })

  test('the same press delivered five times approves once and tells once', async () => {
    await sent()
    await commune.head.hears()
    await commune.lan.hears()
    const { channel, assistant } = commune.office
    const token = channel.delivered(commune.head.chat).at(-1)?.message.buttons[0]?.token ?? ''
    for (let count = 0; count < 5; count += 1) await commune.head.does({ kind: 'button', token }, 'the same update')
    await assistant.settle()
    expect((await commune.lan.hears()).length).toBeLessThanOrEqual(1)
    const { id } = (await kept()) ?? { id: '' }
    const audit = await commune.office.database.store.audit.about(`registration:${id}`)
    expect(audit).toHaveLength(2)
  })
})
