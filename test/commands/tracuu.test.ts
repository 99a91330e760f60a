import { afterEach, describe, expect, test } from 'vitest'
import { type Commune, openCommune } from '../dialogs/commune.ts'
import { seedRegistration } from '../store/seed-registration.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

async function sent() {
  commune = await openCommune()
  const { store } = commune.office.database
  const unitId = (await store.units.all()).find(({ name }) => name === 'Hội Nông dân xã')?.id ?? ''
  await seedRegistration(store, { ...commune.plan, unitId, personId: commune.lan.id, by: commune.lan.id })
}

describe('a code', () => {
  test.each(['/tracuu DK-2024-0001', 'tra cứu dk 2024 1', 'tracuu 2024 1'])(
    '“%s” shows its author all',
    async (typed) => {
      await sent()
      const [shown] = await commune.lan.says(typed)
      expect(shown?.text).toContain('Bản đăng ký DK-2024-0001: Chờ duyệt')
      expect(shown?.text).toContain('100% hồ sơ được giải quyết đúng hạn')
      expect(shown?.buttons).toContain('Sửa')
    },
  )

  test.each(['head', 'clerk', 'admin'] as const)('the %s of the unit sees all', async (who) => {
    await sent()
    expect(text(await commune[who].says('/tracuu DK-2024-0001'))).toContain('Nguyễn Thị Lan')
  })

  test('others hear that it is known and where it stands, and no name', async () => {
    await sent()
    const [shown] = await commune.clerkOfOffice.says('/tracuu dk 2024 1')
    expect(shown?.text).toMatch(/^Mã DK-2024-0001 có trong hệ thống, hiện là “Chờ duyệt”\./)
    expect(shown?.text).not.toContain('Lan')
    expect(shown?.buttons).toEqual([])
  })

  test('a head beside the unit is one of the others', async () => {
    await sent()
    const other = await commune.office.person('Trưởng thôn', { unit: 'Thôn 1', parent: 'UBND xã Ea Mẫu', role: 'head' })
    expect(text(await other.says('/tracuu DK-2024-0001'))).not.toContain('Lan')
  })

  test('that nobody has is said to be unknown', async () => {
    await sent()
    expect(text(await commune.lan.says('/tracuu DK-2024-0999'))).toContain('Hệ thống không có mã DK-2024-0999.')
    expect(text(await commune.lan.says('/tracuu BC-2024-0001'))).toContain('Hệ thống không có mã BC-2024-0001.')
  })
})

test('without a code it is asked for, and what is none is asked for again', async () => {
  await sent()
  expect(text(await commune.lan.says('/tracuu'))).toContain('nhập mã tra cứu')
  expect(text(await commune.lan.says('mã của tôi'))).toContain('“mã của tôi” chưa phải mã tra cứu.')
  expect(text(await commune.lan.says('dk 2024 1'))).toContain('Bản đăng ký DK-2024-0001')
})

test('nobody tries all codes: after thirty in ten minutes there is a pause', async () => {
  await sent()
  for (let number = 2; number <= 31; number += 1) await commune.clerkOfOffice.says(`/tracuu DK-2024-${number}`)
  expect(text(await commune.clerkOfOffice.says('/tracuu DK-2024-1'))).toContain('tra cứu nhiều lần liên tiếp')
})
