import { CompiledQuery, type Driver, type SqliteDialect } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteDialect } from '../../src/store/sqlite.ts'
import { goes, registrations } from '../dialogs/commune.ts'
import { seedPlan } from '../store/seed-plan.ts'
import { type Office, openOffice, type Speaker } from './office.ts'

/** SQLite with the reins to its newest connection in hand. */
function reined() {
  let driver: Driver
  const ask = async (pragma: string): Promise<number> => {
    const connection = await driver.acquireConnection()
    try {
      const { rows } = await connection.executeQuery<Record<string, number>>(CompiledQuery.raw(`pragma ${pragma}`))
      return Object.values(rows[0] ?? {})[0] ?? 0
    } finally {
      await driver.releaseConnection(connection)
    }
  }
  return {
    dialect(file: string): SqliteDialect {
      const dialect = sqliteDialect(file)
      driver = dialect.createDriver()
      dialect.createDriver = () => driver
      return dialect
    },
    /** The file may grow by so many pages yet. */
    fill: async (pages: number) => ask(`max_page_count = ${(await ask('page_count')) + pages}`),
    empty: () => ask('max_page_count = 1073741823'),
  }
}

let office: Office
let disk: ReturnType<typeof reined>
let clerk: Speaker
let head: Speaker
beforeEach(async () => {
  disk = reined()
  office = await openOffice({ now: '2024-03-27T09:12:00+07:00', expectBugs: true, dialect: disk.dialect })
  const union = { unit: 'Hội Nông dân xã', parent: 'UBND xã Ea Mẫu' }
  head = await office.person('Y Bhôk Niê', { ...union, role: 'head' })
  clerk = await office.person('Lê Thị Hoa', { ...union, role: 'clerk' })
  await seedPlan(office.database.store)
})
afterEach(() => office.close())

const many = Array.from({ length: 2000 }, (_, row) => `${row + 1};Nguyễn Văn ${'ABCDEGHIKL'[row % 10]};Tổ ${row}`)
const list = new TextEncoder().encode(`STT;Họ và tên;Chức vụ\n${many.join('\n')}`)
const said = (heard: { text: string }[], words: string) => heard.filter(({ text }) => text.includes(words))

// What is kept of a list of 2,000 people takes about thirty pages; the disk is full on the way, or just not.
// biome-ignore format: a table keeps its columns
test.each([
  [0,   false],
  [10,  false],
  [20,  false],
  [500, true],
])('confirmed with room for %i more pages: kept whole or not at all, and answered once there is room', async (pages, fits) => {
  await goes(clerk, '/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9')
  await clerk.sends({ name: 'ds.csv', bytes: list })
  await clerk.presses('Tiếp tục')
  await disk.fill(pages)
  const heard = await clerk.presses('Gửi')
  expect([(await registrations(office)).length, said(heard, 'Đã gửi bản đăng ký').length]).toEqual(fits ? [1, 1] : [0, 0])

  await disk.empty()
  await office.restart()
  const since = [...heard, ...(await clerk.hears())]
  // Whoever was told of the incident tries again; nothing that they typed is lost.
  if (said(since, 'Mã sự cố').length > 0) since.push(...(await clerk.presses('Gửi')))
  expect(said(since, 'Đã gửi bản đăng ký')).toHaveLength(1)
  const [kept, ...others] = await registrations(office)
  expect([kept?.body.people.length, others]).toEqual([2000, []])
  expect(said(await head.hears(), 'gửi bản đăng ký')).toHaveLength(1)
  expect(await office.database.store.audit.about(`registration:${kept?.id}`)).toHaveLength(1)
})

test('what finds no room is not taken down, so that the platform delivers it again', async () => {
  await disk.fill(0)
  const what = { kind: 'text' as const, text: `/hanchot ${'tháng 4 '.repeat(4000)}` }
  await expect(clerk.does(what, 'again')).rejects.toThrow(/full/)
  await disk.empty()
  expect(await clerk.does(what, 'again')).toHaveLength(1)
  expect(await clerk.does(what, 'again')).toEqual([])
})
