import { afterEach, expect, test } from 'vitest'
import { type Commune, goes, openCommune } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test('with one role of one’s own the reason is asked at once', async () => {
  commune = await openCommune()
  expect(text(await commune.clerk.says('bàn giao'))).toContain('Lý do bàn giao?')
})

test('a day that is past is refused', async () => {
  commune = await openCommune()
  const heard = await goes(commune.clerk, '/bangiao', '[Chuyển công tác]', '[Chưa có ai]', '1/3/2024')
  expect(text(heard)).toContain('“1/3/2024” chưa dùng được')
})

test('cancelled before the last step nothing passes', async () => {
  commune = await openCommune()
  await goes(commune.clerk, '/bangiao', '[Chuyển công tác]', '[Chưa có ai]', '[thứ Tư 27/03/2024]', 'hủy')
  const member = await commune.office.database.store.members.byId(commune.clerk.id)
  expect(member?.memberships.map(({ role }) => role)).toEqual(['clerk'])
})

test('pressed twice it passes once', async () => {
  commune = await openCommune()
  const { office, clerk, lan } = commune
  const steps = [
    '/bangiao',
    '[Chuyển công tác]',
    '[đồng chí Nguyễn Thị Lan, Hội viên]',
    '[thứ Tư 27/03/2024]',
    '[Bàn giao]',
  ]
  await goes(clerk, ...steps)
  expect(text(await clerk.presses('Bàn giao'))).not.toContain('✓')
  const member = await office.database.store.members.byId(lan.id)
  expect(member?.memberships.map(({ role }) => role).sort()).toEqual(['clerk', 'official'])
  const audit = await office.database.store.audit.about(clerk.id)
  expect(audit.filter(({ action }) => action === 'role.handed_over')).toHaveLength(1)
})
