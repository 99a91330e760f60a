import { afterEach, expect, test } from 'vitest'
import { button } from '../../src/chat/message.ts'
import { type Commune, goes, openCommune, toPreview } from '../dialogs/commune.ts'
import { seedPlan } from '../store/seed-plan.ts'

let commune: Commune
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

test.each(['/dangky', 'dangky', 'dk', 'đk', 'đăng ký', 'dang ky', 'Đăng ký thi đua', 'dang ky thi dua'])(
  '“%s” begins registering',
  async (typed) => {
    commune = await openCommune()
    expect(text(await commune.lan.says(typed))).toContain('Đăng ký thi đua, bước 1/5: Nội dung')
  },
)

test.each(['đăng ký xe máy ở đâu', 'đăng ký giúp tôi với', 'đừng đăng ký'])('“%s” is speech', async (typed) => {
  commune = await openCommune()
  expect(text(await commune.lan.says(typed))).not.toContain('bước 1/5')
})

test('a stranger’s “đăng ký” is a wish for access', async () => {
  commune = await openCommune()
  const heard = await commune.office.stranger('khach').says('đăng ký')
  expect(text(heard)).not.toContain('bước')
  expect(heard).toHaveLength(1)
})

test('who belongs to no unit is told whom to ask', async () => {
  commune = await openCommune()
  const alone = await commune.office.person('Không Đơn Vị')
  expect(text(await alone.says('/dangky'))).toContain('chưa thuộc đơn vị nào')
})

test('the [Đăng ký] of a plan begins at that plan, or says that it takes no more', async () => {
  commune = await openCommune()
  const { store } = commune.office.database
  const { planId } = await seedPlan(store, { shortName: 'chuyển đổi số', draft: { title: 'Chuyển đổi số' } })
  const { core, settle } = { core: commune.office.assistant.core, settle: commune.office.settle }
  const press = async (plan: string) => {
    const said = { blocks: [], buttons: [button('Đăng ký', 'dangky', 'begin', { plan })] }
    const queued = await core.tokens.mint(said, { personId: commune.lan.id })
    await settle()
    return text(await commune.lan.does({ kind: 'button', token: queued.buttons[0]?.token ?? '' }))
  }
  expect(await press(planId)).toContain('Kế hoạch chuyển đổi số')
  await commune.lan.says('hủy')
  await store.plans.end({ by: null, at: 0, planId, status: 'withdrawn' })
  expect(await press(planId)).toContain('120 năm')
})

test('a paper is shown to those it concerns and to nobody else', async () => {
  commune = await openCommune()
  await goes(commune.lan, ...toPreview, '[Gửi]')
  const { core } = commune.office.assistant
  const [kept] = await commune.office.database.store.registrations.inState('waiting')
  const looks = async (who: typeof commune.lan) => {
    const said = { blocks: [], buttons: [button('Xem', 'dangky', 'view', { id: kept?.id })] }
    const queued = await core.tokens.mint(said, { personId: who.id })
    return text(await who.does({ kind: 'button', token: queued.buttons[0]?.token ?? '' }))
  }
  expect(await looks(commune.lan)).toContain('Bản đăng ký DK-2024-0001: Chờ duyệt')
  expect(await looks(commune.head)).toContain('DK-2024-0001')
  expect(await looks(commune.admin)).toContain('DK-2024-0001')
  expect(await looks(commune.clerkOfOffice)).toMatch(/^Không có bản đăng ký này/)
})
