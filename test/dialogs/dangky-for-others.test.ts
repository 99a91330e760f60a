import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune()
})
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const kept = async () => (await registrations(commune.office))[0]

describe('a focal point types for a colleague', () => {
  const forLan = ['/dangky', '[Cho người khác]', 'lan', ...toPreview.slice(1)]

  test('both names are kept, and who registers hears of it', async () => {
    const preview = text(await goes(commune.clerk, ...forLan))
    expect(preview).toContain('Đăng ký: đồng chí Nguyễn Thị Lan (Hội Nông dân xã)\nNgười lập: đồng chí Lê Thị Hoa')
    await commune.clerk.presses('Gửi')
    expect(await kept()).toMatchObject({ subject: 'person', personId: commune.lan.id, typedBy: commune.clerk.id })
    const [told] = await commune.lan.hears()
    expect(told?.text).toBe(
      'Đồng chí Lê Thị Hoa đã lập bản đăng ký DK-2024-0001 giúp đồng chí theo kế hoạch thi đua 120 năm thành lập tỉnh: 1 nội dung, 1 chỉ tiêu. Đề nghị đồng chí xem lại.',
    )
    expect(text(await commune.lan.presses('Xem lại'))).toContain('Người lập: đồng chí Lê Thị Hoa')
    expect(text(await commune.head.hears())).toContain('Đồng chí Nguyễn Thị Lan (Hội Nông dân xã) gửi bản đăng ký')
  })

  test('the colleague changes it as their own, and it is theirs that counts once', async () => {
    await goes(commune.clerk, ...forLan, '[Gửi]')
    await goes(commune.lan, '[Sửa]', '[Gửi lại]')
    expect(await kept()).toMatchObject({ version: 2, personId: commune.lan.id })
    expect(text(await commune.lan.says('/dangky'))).toContain('Nội dung đã đăng ký trước đây ở bản DK-2024-0001')
  })

  test('names that fit nobody or several are asked about', async () => {
    await commune.office.person('Nguyễn Văn Lan', { unit: 'Hội Nông dân xã' })
    await goes(commune.clerk, '/dangky', '[Cho người khác]')
    expect(text(await commune.clerk.says('Phạm Văn Em'))).toContain('chưa có trong danh sách người của đơn vị đồng chí')
    expect(text(await commune.clerk.says('lan'))).toContain(
      'khớp với nhiều người: Nguyễn Thị Lan (Hội Nông dân xã); Nguyễn Văn Lan',
    )
    expect(text(await commune.clerk.says('thi lan'))).toContain('bước 1/5: Nội dung')
  })

  test('who left meanwhile is not registered', async () => {
    await goes(commune.clerk, ...forLan)
    const { people, members } = commune.office.database.store
    const [held] = (await members.byId(commune.lan.id))?.memberships ?? []
    if (held) await people.endRole(held)
    expect(text(await commune.clerk.presses('Gửi'))).toContain('không còn giữ tư cách đã chọn')
  })

  test('nobody types for others without the role', async () => {
    const [asked] = await commune.lan.says('/dangky')
    expect(asked?.buttons).not.toContain('Cho người khác')
  })
})

describe('a shared account', () => {
  const unit = 'Hội Nông dân xã'
  const openShared = async (role: 'clerk' | 'head' | 'admin' = 'clerk') => {
    const agency = { name: 'UBND xã Ea Mẫu', office: 'Văn phòng – thống kê xã', phone: '0262 123 4567' }
    await commune.office.database.store.settings.set(agencyKey, agency)
    const office = await commune.office.person('Văn phòng Hội', { unit, roles: [role], position: '' })
    await goes(commune.admin, '/nguoidung Văn phòng Hội', '[Tài khoản chung]')
    return office
  }

  test('asks who is typing at the start of a session, and keeps both', async () => {
    const shared = await openShared()
    const [asked] = await shared.says('/dangky')
    expect(asked?.text).toContain('Tài khoản chung của Văn phòng Hội. Người thao tác?')
    expect(text(await shared.says('123'))).toContain('chưa rõ là họ tên')
    const heard = await shared.says('le thi hoa')
    expect(text(heard)).toContain('Đã ghi người thao tác: Lê Thị Hoa.')
    expect(text(heard)).toContain('Đăng ký thi đua')
    await goes(shared, '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9', 'Trần Thị B', '[Gửi]')
    const sent = await kept()
    expect(sent).toMatchObject({ subject: 'unit', typedBy: shared.id })
    const audit = await commune.office.database.store.audit.about(`registration:${sent?.id}`)
    expect(audit.map(({ by, detail }) => [by, JSON.parse(detail).operator])).toEqual([[shared.id, 'Lê Thị Hoa']])
    expect(text(await commune.head.presses('Xem'))).toContain('Người lập: Văn phòng Hội (người thao tác: Lê Thị Hoa)')
  })

  test('asks again the next day, and the draft is kept', async () => {
    const shared = await openShared()
    await goes(
      shared,
      '/dangky',
      'Lê Thị Hoa',
      '[Cho Hội Nông dân xã]',
      '1',
      '[Tiếp tục]',
      'Việc',
      '02 mô hình',
      '30/9',
      'Trần Thị B',
    )
    await commune.office.moveTo('2024-03-28T08:00:00+07:00')
    expect(text(await shared.presses('Gửi'))).toContain('Người thao tác?')
    expect(await registrations(commune.office)).toEqual([])
    const heard = await shared.says('Y Bhôk Niê')
    expect(heard.at(-1)?.buttons).toEqual(['Làm tiếp', 'Làm bản mới'])
    await goes(shared, '[Làm tiếp]', '[Gửi]')
    expect(await registrations(commune.office)).toHaveLength(1)
  })

  test('approves nothing, and nothing waits for it', async () => {
    const shared = await openShared('head')
    await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(await shared.hears()).toEqual([])
    expect(text(await commune.head.hears())).toContain('chờ đồng chí duyệt')
    expect(text(await goes(shared, '/duyet', 'Lê Thị Hoa'))).toContain('Không có bản nào chờ')
  })

  test('registers nobody as itself', async () => {
    const shared = await openShared()
    const [, asked] = await goes(shared, '/dangky', 'Lê Thị Hoa')
    expect(asked?.buttons.slice(0, 2)).toEqual(['Cho Hội Nông dân xã', 'Cho người khác'])
  })

  test('is one person’s again when the admin says so', async () => {
    const shared = await openShared()
    expect(text(await goes(commune.admin, '/nguoidung Văn phòng Hội', '[Bỏ dùng chung]'))).toContain(
      'không còn là tài khoản chung',
    )
    expect(text(await shared.says('/dangky'))).not.toContain('Người thao tác')
  })
})
