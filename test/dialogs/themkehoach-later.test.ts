import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LoadOffice, last, openLoadOffice, reviewAll, throughAudiences } from './load-office.ts'
import { planText } from './plan-texts.ts'

let opened: LoadOffice
beforeEach(async () => {
  opened = await openLoadOffice('2024-03-05T08:00:00+07:00')
})
afterEach(() => opened.office.close())

async function toPreview(name = 'đường làng xanh') {
  await reviewAll(opened.admin, planText())
  return throughAudiences(opened.admin, last(await opened.admin.says(name)))
}
const inForce = () => opened.office.database.store.plans.list()

async function planAt(text: string) {
  await toPreview()
  await opened.admin.presses('Hẹn giờ')
  return last(await opened.admin.says(text))
}

describe('publishing at a later time', () => {
  it('reaches nobody before it, everybody at it, and the admin hears how it went', async () => {
    const { office, admin, farmers, economist } = opened
    const preview = await toPreview()
    expect(preview.buttons).toEqual(['Công bố', 'Hẹn giờ', 'Thử lịch nhắc', 'Quay lại', 'Lưu nháp', 'Hủy'])
    const asked = last(await admin.presses('Hẹn giờ'))
    expect(asked.text).toContain('Công bố vào lúc nào? Đến lúc đó chưa có gì được gửi đến cán bộ.')
    expect(asked.buttons[0]).toBe('07:30 thứ Tư 06/03/2024')
    expect(last(await admin.says('20h mai')).text).toContain('“20h mai” ở ngoài giờ làm việc')
    expect(last(await admin.says('1/3/2024')).text).toContain('đã qua')
    expect(last(await admin.says('lúc nào cũng được')).text).toContain('chưa hiểu')
    expect(last(await admin.says('8h30 thứ Hai tuần sau')).text).toBe(
      'Đã hẹn công bố đường làng xanh lúc 08:30 thứ Hai 11/03/2024. Đến lúc đó chưa có gì được gửi đi; đồng chí hủy hẹn được tại /kehoach.',
    )
    await office.moveTo('2024-03-11T08:29:00+07:00')
    expect([await farmers.hears(), await inForce()]).toEqual([[], []])
    await office.moveTo('2024-03-11T09:00:00+07:00')
    const news = last(await farmers.hears())
    expect(news.text).toContain(
      'Có kế hoạch mới: đường làng xanh, số 18/KH-UBND. Việc của đồng chí: đăng ký trước ngày',
    )
    expect(news.buttons).toEqual(['Xem việc', 'Đăng ký', 'Xem bản gốc'])
    expect((await economist.hears()).map(({ text }) => text)).toHaveLength(1)
    expect((await admin.hears()).map(({ text }) => text)).toContain(
      'Đã công bố đường làng xanh; đã gửi tin đến 3 người.',
    )
    expect((await inForce()).map(({ shortName }) => shortName)).toEqual(['đường làng xanh'])
    expect(await office.database.store.plannedPlans.all()).toEqual([])
  })

  it('happens once, also after a restart and a time when the program was down', async () => {
    await planAt('8h thứ Hai tuần sau')
    opened.office.clock.set(Date.parse('2024-03-11T10:00:00+07:00'))
    await opened.office.restart()
    await opened.office.settle()
    const heard = await opened.farmers.hears()
    expect(heard.filter(({ text }) => text.startsWith('Có kế hoạch mới'))).toHaveLength(1)
    await opened.office.restart()
    await opened.office.moveTo('2024-03-11T15:00:00+07:00')
    expect((await opened.farmers.hears()).filter(({ text }) => text.startsWith('Có kế hoạch mới'))).toEqual([])
    expect(await inForce()).toHaveLength(1)
  })

  it('is shown in /kehoach to admins only, and can be cancelled', async () => {
    const { office, admin, farmers } = opened
    await planAt('8h thứ Hai tuần sau')
    expect(last(await farmers.says('/kehoach')).buttons).not.toContain('Xem lịch hẹn')
    expect(last(await admin.says('/kehoach')).buttons).toContain('Xem lịch hẹn')
    const list = last(await admin.presses('Xem lịch hẹn'))
    expect(list.text).toBe('Có 1 kế hoạch hẹn công bố:\n1. đường làng xanh, lúc 08:00 thứ Hai 11/03/2024')
    const card = last(await admin.presses('Xem 1'))
    expect(card.text).toContain('đường làng xanh, hẹn công bố lúc 08:00 thứ Hai 11/03/2024, 3 mốc thời gian.')
    expect(last(await admin.presses('Hủy hẹn')).text).toContain('Đã hủy hẹn công bố đường làng xanh')
    expect(last(await admin.pressesOld('Hủy hẹn', 0)).text).toContain('Lịch hẹn này không còn')
    await office.moveTo('2024-03-12T08:00:00+07:00')
    expect([await farmers.hears(), await inForce()]).toEqual([[], []])
  })

  it('a unit that is gone by then binds nobody, and the plan comes out all the same', async () => {
    const { office, farmers, hamletHead } = opened
    await planAt('8h thứ Hai tuần sau')
    const { store } = office.database
    const hamlet = (await store.units.all()).find(({ name }) => name === 'Thôn 1')
    const [planned] = await store.plannedPlans.all()
    const unitIds = (planned?.plan.deadlines ?? []).flatMap(({ audience }) => audience.map(({ unitId }) => unitId))
    expect(unitIds).toContain(hamlet?.id)
    await store.people.leave(hamletHead.id, office.clock.now())
    await store.units.remove(hamlet?.id ?? '')
    await office.moveTo('2024-03-11T09:00:00+07:00')
    expect(last(await farmers.hears()).text).toContain('Có kế hoạch mới: đường làng xanh')
  })

  it('can be brought forward', async () => {
    const { admin, farmers } = opened
    await planAt('8h thứ Hai tuần sau')
    await admin.says('/kehoach')
    await admin.presses('Xem lịch hẹn')
    await admin.presses('Xem 1')
    expect(last(await admin.presses('Công bố ngay')).text).toBe('Đã công bố đường làng xanh; đã gửi tin đến 3 người.')
    expect(await farmers.hears()).toHaveLength(1)
    await opened.office.moveTo('2024-03-11T09:00:00+07:00')
    expect(await inForce()).toHaveLength(1)
  })

  it('somebody else published it meanwhile: nothing twice, and the admin is told', async () => {
    const { office, admin, farmers } = opened
    await planAt('8h thứ Hai tuần sau')
    await reviewAll(admin, planText())
    expect(last(await admin.says('Đường làng xanh')).text).toContain('Đề nghị đồng chí đặt tên khác')
    await throughAudiences(admin, last(await admin.says('đường làng, bản khác')))
    await admin.presses('Công bố')
    await farmers.hears()
    await office.moveTo('2024-03-11T09:00:00+07:00')
    expect((await farmers.hears()).filter(({ text }) => text.startsWith('Có kế hoạch mới'))).toEqual([])
    expect((await admin.hears()).map(({ text }) => text).join('\n')).toContain(
      'Kế hoạch đường làng xanh đã có người công bố trước giờ hẹn',
    )
  })
})

describe('rehearsal', () => {
  it('shows the coming mornings, who hears what, page by page in one message; then the preview again', async () => {
    const { admin, farmers } = opened
    await toPreview()
    const page = last(await admin.presses('Thử lịch nhắc'))
    expect(page.text).toContain(
      'Thử lịch nhắc đường làng xanh, trang 1/2: những người được nhắc nếu hệ thống chưa ghi nhận việc nào.',
    )
    expect(page.text).toContain('Thứ Sáu 08/03/2024: nhắc 2 người (Y Bly Niê, Trần Văn Sáu), việc “Đăng ký')
    expect(page.text).toMatch(/Thứ Ba 26\/03\/2024|Thứ Hai 25\/03\/2024: báo 2 người/u)
    const next = last(await admin.presses('Trang sau'))
    expect([next.edited, next.buttons.includes('Trang trước')]).toEqual([true, true])
    expect(next.text).toContain('nhắc 1 người (Đinh Thị Mai), việc “Gửi báo cáo')
    expect(last(await admin.presses('Xong')).text).toContain('Xem trước khi công bố: đường làng xanh')
    expect(await farmers.hears()).toEqual([])
  })
})
