import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { identityOf } from '../../src/domain/plan-identity.ts'
import { communeDraft, registrationDeadline } from '../store/seed-plan.ts'
import { type Commune, goes, openCommune, registrations, toPreview } from './commune.ts'

let commune: Commune
beforeEach(async () => {
  commune = await openCommune()
})
afterEach(() => commune.office.close())

const says = async (text: string) => (await commune.lan.says(text)).map((heard) => heard.text).join('\n---\n')
const toTarget = toPreview.slice(0, 4)
const toFinishDay = toPreview.slice(0, 5)

describe('a finish day that cannot be', () => {
  test('is explained in the words of the model, with the period and its clause', async () => {
    await goes(commune.lan, ...toFinishDay)
    const [wrong] = await commune.lan.says('31/2')
    expect(wrong?.text.split('\n')).toEqual([
      '“31/2” được hiểu là ngày 31 tháng 02; tháng 02 không có ngày này.',
      'Đề nghị đồng chí nhập lại, ví dụ: 15/09/2024 hoặc “cuối tháng 9”.',
      'Ngày hoàn thành phải trong thời gian thi đua: thứ Sáu 15/03/2024 đến thứ Ba 15/10/2024 (khoản 3 Mục II).',
    ])
    expect(wrong?.buttons).toEqual(['Quay lại', 'Hủy'])
  })

  // biome-ignore format: a table keeps its columns
  test.each([
    ['29/2/2023',      '“29/2/2023” được hiểu là ngày 29 tháng 02 năm 2023; tháng 02 năm 2023 không có ngày này.'],
    ['16/10',          '“16/10” được hiểu là ngày 16 tháng 10; ngày này ngoài thời gian thi đua.'],
    ['14/03/2024',     '“14/03/2024” được hiểu là ngày 14 tháng 03 năm 2024; ngày này ngoài thời gian thi đua.'],
    ['20/3/2024',      '“20/3/2024” được hiểu là ngày 20 tháng 03 năm 2024; ngày này đã qua.'],
    ['sớm nhất',       '“sớm nhất” chưa được hiểu là một ngày.'],
    ['<b>10/4</b>',    '“<b>10/4</b>” chưa được hiểu là một ngày.'],
  ])('“%s”', async (typed, explained) => {
    await goes(commune.lan, ...toFinishDay)
    expect((await says(typed)).split('\n')[0]).toBe(explained)
    // Nothing is lost: the same question takes a right answer.
    expect(await says('30/9')).toContain('Hoàn thành: thứ Hai 30/09/2024')
  })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['làm tốt',             '“làm tốt” chưa có số để đo kết quả.'],
  ['100',                 '“100” được hiểu là số 100, chưa có đơn vị tính.'],
  ['02 sáng kiến; làm',   '“làm” chưa có số để đo kết quả.'],
  ['9'.repeat(400),       'Chỉ tiêu dài 400 ký tự, chỉ nhận đến 300.'],
])('the target “%s” is explained and asked again', async (typed, explained) => {
  await goes(commune.lan, ...toTarget)
  expect((await says(typed)).split('\n')[0]).toBe(explained)
  expect(await says('02 sáng kiến')).toContain('bước 4/5')
})

test('texts that are too long or no words are refused, and nothing breaks', async () => {
  await goes(commune.lan, '/dangky')
  expect(await says('7')).toContain('chưa rõ là nội dung nào')
  expect(await says('???')).toContain('chưa rõ là nội dung nào')
  expect(await says('a'.repeat(4096))).toContain('dài 4096 ký tự, chỉ nhận đến 300')
  await goes(commune.lan, '1', '[Tiếp tục]')
  expect(await says('123')).toContain('chưa rõ là công việc gì')
  expect(await says('b'.repeat(4096))).toContain('dài 4096 ký tự, chỉ nhận đến 500')
  expect(await says('Việc *đậm* & <i>nghiêng</i>')).toContain('bước 3/5')
})

test('a file, a sticker or a voice message leaves the question standing', async () => {
  await goes(commune.lan, ...toTarget)
  await commune.lan.sends({ name: 'anh.jpg', bytes: new Uint8Array([1]) })
  await commune.lan.does({ kind: 'unsupported' })
  expect(await says('02 sáng kiến')).toContain('bước 4/5')
})

test('back goes step by step, and an answer given again jumps to where one was', async () => {
  await goes(commune.lan, ...toPreview)
  expect(await says('quay lại')).toContain('bước 4/5')
  expect(await says('quay lại')).toContain('bước 3/5')
  expect(await says('03 sáng kiến')).toContain('bước 5/5: Xem lại')
  await commune.lan.presses('Gửi')
  expect((await registrations(commune.office))[0]?.body.items[0]?.target).toMatchObject({ value: 3 })
})

test('one thing is changed from the preview; the rest stays', async () => {
  await goes(commune.lan, ...toPreview, '[Sửa]', '[Ngày hoàn thành]')
  const preview = await says('15/8')
  expect(preview).toContain('bước 5/5: Xem lại')
  expect(preview).toContain('Hoàn thành: thứ Năm 15/08/2024')
  expect(preview).toContain('Công việc: Rút ngắn thời gian giải quyết hồ sơ')
})

test('a content added from the preview has its own questions asked', async () => {
  await goes(commune.lan, ...toPreview, '[Sửa]', '[Nội dung]', '[Chọn 2]')
  const work = await goes(commune.lan, '[Tiếp tục]')
  expect(work[0]?.text).toContain('(2/2): đề nghị đồng chí nhập công việc')
  await goes(commune.lan, 'Việc hai', '[Bỏ qua]', '[Bỏ qua]', '[Gửi]')
  expect((await registrations(commune.office))[0]?.body.items).toHaveLength(2)
})

test('a content dropped again takes its answers with it, and old steps behind it do not break', async () => {
  await goes(
    commune.lan,
    '/dangky',
    '1 và 2',
    '[Tiếp tục]',
    'A việc',
    '1 mô hình',
    '30/9',
    'B việc',
    '2 mô hình',
    '30/9',
  )
  await goes(commune.lan, '[Sửa]', '[Nội dung]', '[Bỏ chọn 2]', '[Tiếp tục]')
  for (let steps = 0; steps < 12; steps += 1) await commune.lan.says('quay lại')
  expect(commune.office.bugs).toEqual([])
})

test('cancel sends nothing and keeps nothing', async () => {
  await goes(commune.lan, ...toPreview)
  expect(await says('hủy')).toContain('Đã hủy thao tác')
  expect(await registrations(commune.office)).toEqual([])
  expect(await says('/dangky')).toContain('bước 1/5')
})

test('a saved draft is offered again; starting anew drops it', async () => {
  await goes(commune.lan, ...toTarget)
  expect(await says('lưu nháp')).toContain('Đã lưu nháp')
  const [offer] = await commune.lan.says('đăng ký')
  expect(offer?.text).toContain('bản nháp đăng ký đang ở bước 3/5')
  expect(offer?.buttons).toEqual(['Làm tiếp', 'Làm bản mới'])
  expect((await commune.lan.presses('Làm tiếp'))[0]?.text).toContain('bước 3/5')
  await commune.lan.says('/dangky')
  expect((await commune.lan.presses('Làm bản mới'))[0]?.text).toContain('bước 1/5')
})

test('other commands are taken with a slash in between, and the draft waits', async () => {
  await goes(commune.lan, ...toTarget)
  await commune.lan.says('/trogiup')
  expect(await says('02 sáng kiến')).toContain('bước 4/5')
})

test('an old button of an answered question changes nothing', async () => {
  await goes(commune.lan, ...toFinishDay)
  const heard = await commune.lan.presses('Chọn tiêu chí')
  expect(heard.map(({ text }) => text).join('\n')).toContain('bước 4/5')
})

test('pressing [Gửi] twice, or the same update five times, is one registration', async () => {
  await goes(commune.lan, ...toPreview)
  await commune.lan.presses('Gửi')
  await commune.lan.presses('Gửi')
  expect(await registrations(commune.office)).toHaveLength(1)
})

test('a content that was registered is not offered again, and its words are refused with the code', async () => {
  await goes(commune.lan, ...toPreview, '[Gửi]')
  const [asked] = await commune.lan.says('/dangky')
  expect(asked?.text).not.toContain('1. Cải cách hành chính')
  expect(asked?.text).toContain('Nội dung đã đăng ký trước đây ở bản DK-2024-0001 không hiện lại.')
  expect(await says('cai cach hanh chinh')).toContain('đồng chí đã đăng ký ở bản DK-2024-0001')
})

test('of two drafts on two channels with the same content the second is told, and its draft is kept', async () => {
  await goes(commune.lan, ...toPreview)
  const { store } = commune.office.database
  const [unit] = (await store.members.byId(commune.lan.id))?.memberships ?? []
  await store.registrations.submit({
    ...{ draftId: 'elsewhere', planId: commune.plan.planId, deadlineId: null, subject: 'person' },
    ...{ personId: commune.lan.id, unitId: unit?.unitId ?? '', by: commune.lan.id, late: false, lateReason: null },
    ...{ at: 0, year: 2024 },
    body: {
      items: [{ contentSection: null, content: 'CẢI CÁCH HÀNH CHÍNH', work: '', target: null, finishDay: null }],
      ...{
        people: [],
        note: null,
        commendation: null,
        title: null,
        shape: 'campaign' as const,
        initiative: null,
        attachments: [],
      },
    },
  })
  const [refused] = await commune.lan.presses('Gửi')
  expect(refused?.text).toContain('“Cải cách hành chính” đã có ở bản đăng ký DK-2024-0001')
  expect(await registrations(commune.office)).toHaveLength(1)
  expect((await commune.lan.says('/dangky'))[0]?.buttons).toEqual(['Làm tiếp', 'Làm bản mới'])
})

describe('the world changed before sending', () => {
  const end = (status: 'withdrawn' | 'closed') =>
    commune.office.database.store.plans.end({ by: null, at: 0, planId: commune.plan.planId, status })

  // biome-ignore format: a table keeps its columns
  test.each([
    ['withdrawn', 'đã được thu hồi nên bản đăng ký chưa gửi được. Bản nháp vẫn được giữ'],
    ['closed',    'đã kết thúc nên không nhận đăng ký nữa. Bản nháp vẫn được giữ'],
  ] as const)('the plan was %s: a kind word, and the draft is kept', async (status, said) => {
    await goes(commune.lan, ...toPreview)
    await end(status)
    expect((await commune.lan.presses('Gửi'))[0]?.text).toContain(said)
    expect(await registrations(commune.office)).toEqual([])
    expect((await commune.lan.says('/dangky'))[0]?.text).toContain('bản nháp đăng ký đang ở bước 5/5')
  })

  test('the plan was revised and wants a day now: it is named, added and sent', async () => {
    await goes(commune.lan, ...toFinishDay, '[Bỏ qua]')
    const { plans } = commune.office.database.store
    const was = await plans.deadlineById(commune.plan.deadlineId)
    const deadline = {
      ...(was ?? { deadline: registrationDeadline }).deadline,
      quote: 'gửi nội dung và thời gian hoàn thành',
    }
    await plans.correctDeadline({ by: null, at: 0, id: commune.plan.deadlineId, deadline, basis: null })
    expect((await commune.lan.presses('Gửi'))[0]?.text).toContain('Kế hoạch nay yêu cầu thêm: Ngày hoàn thành')
    await goes(commune.lan, '[Sửa]', '[Ngày hoàn thành]', '30/9', '[Gửi]')
    expect(await registrations(commune.office)).toHaveLength(1)
  })

  test('the period was shortened: the day that no longer fits is named', async () => {
    await goes(commune.lan, ...toPreview)
    const { plans } = commune.office.database.store
    const draft = { ...communeDraft, period: communeDraft.period && { ...communeDraft.period, end: '2024-08-31' } }
    const [deadline] = await plans.deadlinesOf(commune.plan.planId)
    await plans.revise({
      ...{ by: null, at: 0, planId: commune.plan.planId, why: 'replaced', draft, file: null },
      identity: identityOf(draft, 'bản thay thế'),
      deadlines: deadline ? [{ id: deadline.id, moved: false, deadline: deadline.deadline, audience: [] }] : [],
    })
    expect((await commune.lan.presses('Gửi'))[0]?.text).toContain(
      'thứ Hai 30/09/2024 không còn trong thời gian thi đua',
    )
    expect(await registrations(commune.office)).toEqual([])
  })

  test('who lost the capacity is told who can', async () => {
    await goes(commune.lan, ...toPreview)
    const { people, members } = commune.office.database.store
    const [held] = (await members.byId(commune.lan.id))?.memberships ?? []
    if (held) await people.endRole(held)
    expect((await commune.lan.presses('Gửi'))[0]?.text).toContain('không còn giữ tư cách đã chọn')
  })
})

// biome-ignore format: a table keeps its columns
test.each([
  ['tiếp tục',      'Đồng chí chưa chọn nội dung nào.'],
  ['tiep tuc',      'Đồng chí chưa chọn nội dung nào.'],
  ['Gửi',           'Đồng chí chưa chọn nội dung nào.'],
  ['chọn 9',        '“chọn 9” chưa rõ là nội dung nào.'],
  ['Sửa',           '“Sửa” chưa rõ là nội dung nào.'],
  ['bc',            '“bc” là lệnh, không phải nội dung đăng ký hay báo cáo.'],
  ['themkehoach',   '“themkehoach” là lệnh, không phải nội dung đăng ký hay báo cáo.'],
  ['Thêm kế hoạch', '“Thêm kế hoạch” là lệnh, không phải nội dung đăng ký hay báo cáo.'],
])('“%s” is no content of one’s own', async (typed, said) => {
  await goes(commune.lan, '/dangky')
  expect((await says(typed)).split('\n')[0]).toBe(said)
  expect(await says('Thêm kế hoạch sản xuất vụ đông')).toContain('Thêm kế hoạch sản xuất vụ đông (đã chọn)')
})
