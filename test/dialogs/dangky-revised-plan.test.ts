import { afterEach, beforeEach, expect, test } from 'vitest'
import { askAboutMisfits } from '../../src/dialogs/dangky/misfits.ts'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { communeDraft } from '../store/seed-plan.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'
import { file, last, openLoadOffice, reviewAll, throughAudiences, throughCards } from './load-office.ts'
import { planText } from './plan-texts.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  await commune.head.presses('Duyệt')
  await commune.lan.hears()
})
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

/** The plan as a new text has it, and what its publication asks of those who registered. */
async function revised(change: Partial<typeof communeDraft>): Promise<number> {
  const { office, plan, admin } = commune
  const { database, assistant } = office
  const draft = { ...communeDraft, ...change }
  const [deadline] = await database.store.plans.deadlinesOf(plan.planId)
  await database.store.plans.revise({
    ...{ by: admin.id, at: 0, planId: plan.planId, why: 'replaced', draft, file: null },
    identity: identityOf(draft, `bản thay thế ${JSON.stringify(change)}`),
    deadlines: deadline ? [{ id: deadline.id, moved: false, deadline: deadline.deadline, audience: [] }] : [],
  })
  const tell = async (
    personId: string,
    key: string,
    kind: string,
    write: (texts: ReturnType<typeof assistant.core.texts>) => Parameters<typeof assistant.core.tokens.mint>[0],
  ) => {
    const message = await assistant.core.tokens.mint(write(assistant.core.texts('vi')), { personId })
    const at = office.clock.now()
    await database.store.outbox.add({
      key,
      person_id: personId,
      kind,
      body: JSON.stringify({ type: 'message', message }),
      due_at: at,
      created_at: at,
    })
  }
  return askAboutMisfits(
    { store: database.store, tell } as unknown as Parameters<typeof askAboutMisfits>[0],
    plan.planId,
  )
}
const shorter = { period: communeDraft.period && { ...communeDraft.period, end: '2024-08-31' } }

test('a day that no longer fits is asked about once, and marked', async () => {
  expect(await revised(shorter)).toBe(1)
  const [asked] = await commune.lan.hears()
  expect(asked?.text).toBe(
    'Kế hoạch thi đua 120 năm thành lập tỉnh đã thay đổi; bản đăng ký DK-2024-0001 có mục cần xem lại: ngày hoàn thành thứ Hai 30/09/2024 của “Cải cách hành chính” ngoài thời gian thi đua.\nĐồng chí sửa cho phù hợp, hoặc giữ nguyên nếu vẫn thực hiện.',
  )
  expect(asked?.buttons).toEqual(['Sửa', 'Xem lại'])
  await revised(shorter)
  expect(await commune.lan.hears()).toEqual([])
  expect(text(await commune.lan.presses('Xem lại'))).toContain(
    '⚠ Kế hoạch đã thay đổi: ngày hoàn thành thứ Hai 30/09/2024',
  )
})

test('who decides sees the mark on the card, and the files', async () => {
  const { lan } = commune
  await goes(lan, '/dangky', '1', '[Tiếp tục]', 'Việc khác', '[Bỏ qua]', '30/9', '[Đính kèm]')
  await lan.sends({ name: 'minh-chung.txt', bytes: new TextEncoder().encode('Biên bản họp chi hội nông dân.') })
  await goes(lan, '[Tiếp tục]', '[Gửi]')
  const [card] = await commune.head.says('/duyet')
  expect(card?.text).not.toContain('⚠')
  await revised(shorter)
  const [marked] = await commune.head.says('/duyet')
  expect(marked?.text).toContain('⚠ Kế hoạch đã thay đổi: ngày hoàn thành thứ Hai 30/09/2024')
  expect(marked?.buttons).toContain('Xem tệp')
  const [file] = await commune.head.presses('Xem tệp')
  expect(file?.attachment).toBe('minh-chung.txt')
})

test('a content that the plan has no more too; one’s own words are left alone', async () => {
  expect(await revised({ contents: communeDraft.contents.slice(1) })).toBe(1)
  expect(text(await commune.lan.hears())).toContain('nội dung “Cải cách hành chính” không còn trong kế hoạch')
})

test('what still fits is asked nothing', async () => {
  expect(await revised({ title: 'Tên khác' })).toBe(0)
  expect(await commune.lan.hears()).toEqual([])
})

test('mended after the last day it wants no reason and is not late: the plan moved, not its author', async () => {
  await revised(shorter)
  await commune.office.moveTo('2024-04-20T08:00:00+07:00')
  await goes(commune.lan, '[Sửa]', '[Sửa]', '[Ngày hoàn thành]', '15/8', '[Gửi lại]')
  expect((await registrations(commune.office))[0]).toMatchObject({ version: 2, late: false, state: 'waiting' })
})

test('a replacement that an admin publishes asks those whose days it cuts off', async () => {
  const { office, admin, farmers } = await openLoadOffice('2024-03-05T08:00:00+07:00')
  try {
    await reviewAll(admin, planText())
    await throughAudiences(admin, last(await admin.says('đường làng xanh')))
    await admin.presses('Công bố')
    const road = [
      '/dangky',
      '[Cho cá nhân]',
      '1',
      '[Tiếp tục]',
      'Trồng cây',
      '02 tuyến đường',
      '30/9',
      '[Bỏ qua]',
      '[Gửi]',
    ]
    expect(text(await goes(farmers, ...road))).toContain('DK-2024-0001')
    await admin.says('/themkehoach')
    await admin.sends(file(planText([['đến ngày 30/9/2024', 'đến ngày 31/8/2024']])))
    await admin.presses('Bản thay thế')
    await throughAudiences(admin, await throughCards(admin))
    await admin.presses('Cập nhật')
    const told = text(await farmers.hears())
    expect(told).toContain('Kế hoạch đường làng xanh đã thay đổi; bản đăng ký DK-2024-0001 có mục cần xem lại')
    expect(told).toContain('ngày hoàn thành thứ Hai 30/09/2024')
  } finally {
    await office.close()
  }
})
