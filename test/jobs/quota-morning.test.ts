import { afterEach, expect, test } from 'vitest'
import { quotasKey } from '../../src/domain/quota.ts'
import { type Commune, openCommune } from '../dialogs/commune.ts'

let commune: Commune
afterEach(() => commune.office.close())

/** What the head hears on a Monday on which a reminder and the digest are due, with so many messages a month. */
async function mondayWith(messages: number) {
  commune = await openCommune('2024-04-05T16:00:00+07:00', {}, { quota: true, buttons: false })
  const { office, head } = commune
  await office.database.store.settings.set(quotasKey, { memory: { messages, users: null } })
  await office.database.store.usage.add({ channel: 'memory', bot: '', month: '2024-04' }, 50)
  await office.moveTo('2024-04-08T08:00:00+07:00')
  return (await head.hears()).map(({ text }) => text)
}

const reminder = /đăng ký thi đua 120 năm thành lập tỉnh/
const digest = /^Hội Nông dân xã, thứ Hai 08\/04\/2024/m

test('with enough messages the reminder and the digest come each by itself', async () => {
  const heard = await mondayWith(3_000)
  expect(heard).toHaveLength(2)
  expect(heard[1]).toMatch(digest)
})

test('where they will not last, one message has both, and its numbers mean what they stand before', async () => {
  const heard = await mondayWith(100)
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatch(reminder)
  expect(heard[0]).toMatch(digest)
  const number = /^(\d)\. Báo đã gửi$/m.exec(heard[0] ?? '')?.[1] ?? ''
  expect((await commune.head.says(number))[0]?.text).toContain('báo')
})
