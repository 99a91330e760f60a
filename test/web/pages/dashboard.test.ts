import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dashboardRoutes } from '../../../src/web/pages/dashboard-routes.ts'
import type { Web } from '../../../src/web/web.ts'
import { type Commune, openCommune } from '../../dialogs/commune.ts'
import { deadlineWith } from '../../domain/plan-drafts.ts'
import { seedPlan } from '../../store/seed-plan.ts'
import { openSmallOffice } from '../small-office.ts'

let commune: Commune
let web: Web
beforeEach(async () => {
  commune = await openCommune('2024-04-08T08:00:00+07:00')
  const { office } = commune
  web = (await openSmallOffice({ pages: dashboardRoutes({ core: office.assistant.core, links: office.links }) })).web
})
afterEach(() => commune.office.close())

const get = async (path: string) => {
  const answer = await web.request(path)
  const html = (await answer.text()).replaceAll(/<style>.*?<\/style>/gs, '')
  return { status: answer.status, text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') }
}
const pathFor = async (who: Commune['head']) => {
  await who.says('/tiendo')
  const [said] = await who.presses('Mở bảng')
  return /https:\/\/thidua\.example\.vn(\/bang\/\S+)/u.exec(said?.text ?? '')?.[1] ?? ''
}

describe('the dashboard', () => {
  test('shows an admin the days ahead, coverage by unit, delivery and the board to print', async () => {
    const { status, text } = await get(await pathFor(commune.admin))
    expect(status).toBe(200)
    for (const part of [
      'Bảng theo dõi: UBND xã Ea Mẫu',
      'Đăng ký thi đua 120 năm thành lập tỉnh',
      'trong 7 ngày tới có 1 thời hạn, gần nhất ngày mai, thứ Ba 09/04, đã ghi nhận 0/8',
      'Thứ Ba 09/04: đăng ký thi đua 120 năm thành lập tỉnh, 0/8',
      'Trước ngày 10/04, gửi chậm nhất ngày mai, thứ Ba 09/04',
      'Hội Nông dân xã',
      'Gửi tin trong 7 ngày',
      'Kênh memory: đã gửi 2 tin',
      'Bảng tin để in',
    ])
      expect(text).toContain(part)
  })

  test('shows a head the own subtree and nothing beside it', async () => {
    const { text } = await get(await pathFor(commune.head))
    expect(text).toContain('Hội Nông dân xã')
    expect(text).not.toContain('Văn phòng – thống kê xã')
    expect(text).not.toContain('Gửi tin trong 7 ngày')
  })

  test('names to an admin whom no channel reaches, of the own subtree only', async () => {
    const { database, person, clock } = commune.office
    const office = (await database.store.units.all()).find(({ name }) => name === 'Văn phòng – thống kê xã')
    const personId = await database.store.people.add({ name: 'Hồ Văn Sáu', position: '', language: 'vi' })
    await database.store.people.addRole({ personId, unitId: office?.id ?? '', role: 'official' }, clock.now())
    expect((await get(await pathFor(commune.admin))).text).toContain('1 người chưa có kênh nhận tin')
    const beside = await person('H’Lan Êban', { unit: 'Hội Nông dân xã', role: 'admin' })
    const { text } = await get(await pathFor(beside))
    expect(text).toContain('mọi người đều có kênh nhận tin')
    expect(text).not.toContain('Hồ Văn Sáu')
  })

  test('names whom nothing is recorded for after the day, but no coordinating body', async () => {
    await commune.office.moveTo('2024-04-15T08:00:00+07:00')
    const path = await pathFor(commune.admin)
    const { text } = await get(path)
    expect(text).toContain('⚠ Đã qua thời hạn, hệ thống chưa ghi nhận 4 trường hợp')
    expect(text).toContain('Phạm Văn Em (Văn phòng – thống kê xã)')
    expect(text).not.toContain('Nguyễn Thị Lan (Hội Nông dân xã)')
  })

  test('is as good as its owner’s roles are today, and closes with its time', async () => {
    const { links, database } = commune.office
    expect((await get(links.path('dashboard', commune.lan.id, 60_000))).status).toBe(403)
    expect((await get(links.path('dashboard', 'nobody', 60_000))).status).toBe(403)
    expect((await get(links.path('dashboard', commune.head.id, -2000))).status).toBe(410)
    const path = await pathFor(commune.head)
    const member = await database.store.members.byId(commune.head.id)
    for (const { unitId, role } of member?.memberships ?? [])
      await database.store.people.endRole({ personId: commune.head.id, unitId, role })
    expect((await get(path)).status).toBe(403)
  })

  test('an official has no button for it', async () => {
    expect((await commune.lan.says('/tiendo'))[0]?.buttons).not.toContain('Mở bảng')
  })
})

test('what is seen before anything is opened are counts, not names', async () => {
  await commune.office.moveTo('2024-04-15T08:00:00+07:00')
  const html = await (await web.request(await pathFor(commune.admin))).text()
  expect(html).toContain('2 người; xem họ tên')
  expect(html.replaceAll(/<details>.*?<\/details>/gs, '')).not.toMatch(
    /Phạm Văn Em|Nguyễn Thị Lan|Y Bhôk|Trần Thị Bình/u,
  )
})

test('the sheet for the notice board says what is due and names nobody', async () => {
  const { status, text } = await get(`${await pathFor(commune.admin)}/bang-tin`)
  expect(status).toBe(200)
  for (const part of ['Thời hạn thi đua, khen thưởng', 'Trước ngày 10/04/2024', 'Gửi chậm nhất thứ Ba 09/04/2024'])
    expect(text).toContain(part)
  expect(text).not.toMatch(/Lan|Phạm Văn Em|Y Bhôk/u)
})

test('a report that comes again stands on the sheet and the dashboard with its round', async () => {
  const { store } = commune.office.database
  const every = { every: 'quarter', month: null, day: 15, weekday: null, fromMonth: null, fromDay: null } as const
  const recurrence = { ...every, of: null, relation: 'before', latest: null } as const
  await seedPlan(store, {
    ...{ shortName: 'nông thôn mới', draft: { number: '19/KH-UBND' } },
    deadline: deadlineWith({ kind: 'report', on: null, lastDay: null, relation: null, recurrence }),
  })
  const path = await pathFor(commune.admin)
  for (const page of [path, `${path}/bang-tin`])
    expect((await get(page)).text).toContain('Gửi báo cáo nông thôn mới, kỳ quý I/2024')
  expect((await get(`${path}/bang-tin`)).text).toContain('Trước ngày 15/04/2024')
})
