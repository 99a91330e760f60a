import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { agencyKey } from '../../src/domain/agency.ts'
import { agency } from '../commands/commune.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from '../dialogs/commune.ts'

let commune: Commune | null = null
afterEach(async () => {
  await commune?.office.close()
  commune = null
})

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const open = async (...given: Parameters<typeof openCommune>) => {
  commune = await openCommune(...given)
  return commune
}

test('a shared office account drafts, with the name of who types, and approves nothing', async () => {
  const { office, admin, lan } = await open()
  const shared = await office.person('Văn phòng xã', { unit: 'Hội Nông dân xã', roles: ['head', 'clerk'] })
  await office.database.store.sharedAccounts.mark(shared.id, office.clock.now())
  await goes(lan, ...toPreview, '[Gửi]')
  expect(text(await shared.says('/duyet'))).not.toContain('DK-2024-0001')
  expect(text(await shared.says('/dangky'))).toContain('Người thao tác?')
  expect(text(await admin.says('/duyet'))).not.toContain('DK-2024-0001')
})

test('the clerk types for the boss: both names are kept, and the boss does not approve what is theirs', async () => {
  const { office, clerk, head, admin } = await open()
  await goes(clerk, '/dangky', '[Cho người khác]', 'bhôk', ...toPreview.slice(1), '[Gửi]')
  expect((await registrations(office))[0]).toMatchObject({ personId: head.id, typedBy: clerk.id })
  expect(text(await head.hears())).toContain('Đồng chí Lê Thị Hoa đã lập bản đăng ký DK-2024-0001 giúp đồng chí')
  expect(text(await head.says('/duyet'))).toBe('Không có bản nào chờ đồng chí.')
  expect(text(await admin.says('/duyet'))).toContain('DK-2024-0001')
})

test('several capacities: one message a morning, and it is asked in which capacity somebody registers', async () => {
  const { office } = await open('2024-04-01T09:00:00+07:00')
  const both = await office.person('Ama Thương', { unit: 'Hội Nông dân xã', role: 'official' })
  const { people, units } = office.database.store
  const other = (await units.all()).find(({ name }) => name === 'Văn phòng – thống kê xã')?.id ?? ''
  await people.addRole({ personId: both.id, unitId: other, role: 'official' }, office.clock.now())
  const [asked] = await both.says('/dangky')
  expect(asked?.text).toContain('Đồng chí đăng ký với tư cách nào?')
  expect(asked?.buttons).toEqual(
    expect.arrayContaining(['Cho cá nhân, Hội Nông dân xã', 'Cho cá nhân, Văn phòng – thống kê xã']),
  )
  await both.says('hủy')
  await office.moveTo('2024-04-02T08:00:00+07:00')
  expect(await both.hears()).toHaveLength(1)
})

test('a merger in mid-campaign: people pass, who registered is not asked again, old papers keep the old name, two heads are asked about', async () => {
  const { office, admin, lan, head, plan } = await open()
  const other = await office.person('Trần Văn Sáu', {
    ...{ unit: 'Văn phòng – thống kê xã', role: 'head', position: 'Trưởng phòng' },
  })
  await office.database.store.settings.set(agencyKey, agency)
  await goes(lan, ...toPreview, '[Gửi]')
  const [asked] = await goes(admin, '/donvi', '[Sáp nhập]', '[Hội Nông dân xã]', '[Văn phòng – thống kê xã]')
  expect(asked?.text).toContain('Ai là trưởng sau sáp nhập?')
  const done = await goes(admin, '[đồng chí Trần Văn Sáu, Trưởng phòng]', '[Sáp nhập]')
  expect(text(done)).toContain('Đã sáp nhập Hội Nông dân xã vào Văn phòng – thống kê xã')
  const bound = await office.database.store.obligations.find({ deadlineIds: [plan.deadlineId] })
  expect(bound.filter(({ personId }) => personId === lan.id).map(({ unitName, state }) => [unitName, state])).toEqual([
    ['Văn phòng – thống kê xã', 'waiting'],
  ])
  expect(bound.filter(({ personId }) => personId === null).map(({ unitName }) => unitName)).not.toContain(
    'Hội Nông dân xã',
  )
  const card = text(await other.says('/duyet'))
  expect(card).toContain('Đồng chí Nguyễn Thị Lan (Hội Nông dân xã) gửi bản đăng ký DK-2024-0001')
  expect(text(await head.says('/duyet'))).toMatch(/^Chỉ trưởng đơn vị/)
  expect(text(await goes(lan, '[Sửa]', '[Gửi lại]'))).toContain('Đã gửi lại bản đăng ký (lần 2)')
})

test('sent by another system: reported sent, quiet, and the admin settles it with the number', async () => {
  const { office, head, admin, plan } = await open('2024-04-05T06:00:00+07:00')
  await office.moveTo('2024-04-05T08:00:00+07:00')
  await goes(head, '[Báo đã gửi]', '[Của đơn vị]')
  await office.moveTo('2024-04-09T08:00:00+07:00')
  expect(text(await admin.hears())).toContain('đã nhận được chưa?')
  expect(text(await admin.presses('Đã nhận'))).toContain('✓ Đã ghi')
  const bound = await office.database.store.obligations.find({ deadlineIds: [plan.deadlineId] })
  expect(bound.find(({ state }) => state === 'received')).toBeDefined()
})

test('a school counts its year from September to May: the period of the plan holds, not the calendar year', async () => {
  const period = { start: '2024-09-05', end: '2025-05-31' }
  const { office, lan } = await open('2024-09-20T09:00:00+07:00', {
    draft: {
      period: {
        ...{ startPrecision: 'day', endPrecision: 'day', endEvent: null, openEnded: false, reference: null },
        ...{ ...period, section: 'II.3', quote: 'Năm học 2024 - 2025, từ ngày 05/9/2024 đến ngày 31/5/2025.' },
      },
    },
    deadline: { on: '2024-10-10', lastDay: '2024-10-09' },
  })
  await goes(lan, ...toPreview.slice(0, -1), '31/5', '[Gửi]')
  expect((await registrations(office))[0]?.body.items[0]?.finishDay).toBe('2025-05-31')
})

test('discipline: the assistant neither asks nor shows it, in no language', () => {
  const folder = resolve(import.meta.dirname, '../../locales')
  const words = readdirSync(folder).flatMap((language) =>
    readdirSync(resolve(folder, language)).map((file) => readFileSync(resolve(folder, language, file), 'utf8')),
  )
  expect(words.join('\n')).not.toMatch(/kỷ luật|kỉ luật|disciplin/iu)
})
