import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { sweepFiles } from '../../src/jobs/sweep-files.ts'
import { createFileStore } from '../../src/store/file-store.ts'
import type { Office, Speaker } from '../chat/office.ts'
import { file, last, openLoadOffice, reviewAll, throughAudiences } from '../dialogs/load-office.ts'
import { planText } from '../dialogs/plan-texts.ts'

let office: Office
let admin: Speaker
beforeEach(async () => {
  const opened = await openLoadOffice('2024-03-05T08:00:00+07:00')
  office = opened.office
  admin = opened.admin
})
afterEach(() => office.close())

const names = async () => (await readdir(office.filesFolder).catch(() => [])).sort()
const store = () => createFileStore(office.filesFolder)
const bytes = (text: string) => new TextEncoder().encode(text)

/** What a night does, two days after everything was kept. */
async function sweptAfterDays() {
  const old = (systemClock.now() - 2 * 86_400_000) / 1000
  for (const name of await names()) await utimes(join(office.filesFolder, name), old, old)
  await sweep()
  return names()
}

async function sweep() {
  const row = sweepFiles({ ...office.assistant.core, files: store() })
  const now = office.clock.now()
  const { calendar, zone } = office.assistant.core
  await office.database.transaction((store) =>
    row.job({ store, now, today: '2024-03-06', since: '2024-03-05', calendar, zone }),
  )
}

const another = (number: number) => planText([['18/KH-UBND', `${number}/KH-UBND`]])

it('the original of a review that was given up goes; while the review waits it stays', async () => {
  await admin.sends(file(planText()))
  const [original] = await names()
  await admin.presses('Lưu nháp')
  expect(await sweptAfterDays()).toEqual([original])
  await office.restart()
  await admin.says('/themkehoach')
  await admin.presses('Làm tiếp')
  await admin.presses('Hủy')
  expect(await sweptAfterDays()).toEqual([])
})

it('the original of a review that nobody came back to in 90 days goes', async () => {
  await admin.sends(file(planText()))
  const { drafts } = office.assistant.core
  const now = await drafts.load(admin.id, 0, systemClock.now())
  const passed = Object.entries(now.byDialog).map(([name, draft]) => [name, { ...draft, expiresAt: 1 }])
  expect(await sweptAfterDays()).toHaveLength(1)
  const expired = { ...now, byDialog: Object.fromEntries(passed) }
  await drafts.save(admin.id, 0, { before: expired, now: expired })
  expect(await sweptAfterDays()).toEqual([])
})

it('the original of a plan stays, published or waiting for its hour, and after it was withdrawn', async () => {
  await throughAudiences(admin, await reviewAll(admin, planText()).then(() => admin.says('đường làng xanh').then(last)))
  await admin.presses('Công bố')
  await throughAudiences(admin, await reviewAll(admin, another(19)).then(() => admin.says('năm sau').then(last)))
  await admin.presses('Hẹn giờ')
  await admin.says('8h thứ Hai tuần sau')
  expect(await office.database.store.plannedPlans.all()).toHaveLength(1)
  const both = await names()
  expect(both).toHaveLength(2)
  expect(await sweptAfterDays()).toEqual(both)
  const [plan] = await office.database.store.plans.list()
  await office.database.store.plans.end({ planId: plan?.id ?? '', status: 'withdrawn', by: null, at: 0 })
  expect(await sweptAfterDays()).toEqual(both)
})

it('what a message or a reading underway speaks of stays; an upload that nobody claimed goes', async () => {
  const [sent, shown, beingRead, unclaimed] = await Promise.all(
    ['sent', 'shown', 'being read', 'unclaimed'].map((text) => store().keep(bytes(text))),
  )
  const account = await office.database.store.accounts.bySender(office.channel.name, admin.chat)
  const message = (hash = '') => ({
    blocks: [],
    buttons: [],
    attachment: { hash, name: 'a.pdf', mime: 'application/pdf' },
  })
  const at = office.clock.now()
  await office.database.store.outbox.add({
    ...{ key: 'a', person_id: admin.id, kind: 'reply', due_at: at + 1e12, created_at: at },
    body: JSON.stringify({ type: 'message', message: message(sent) }),
  })
  await office.database.store.webMessages.add({
    ...{ chat: 'c', side: 'person', client_id: null, replaces: null, at },
    body: JSON.stringify(message(shown)),
  })
  const taskId = await office.database.store.tasks.add({
    ...{ accountId: account?.id ?? '', kind: 'read_plan', at },
    payload: { file: { ref: beingRead, name: 'a.jpg', mime: null, size: null } },
  })
  await sweep()
  expect(await names()).toContain(unclaimed)
  expect(await sweptAfterDays()).toEqual([sent, shown, beingRead].sort())
  await office.database.store.tasks.end(taskId, 'cancelled')
  expect(await sweptAfterDays()).toEqual([sent, shown].sort())
})
