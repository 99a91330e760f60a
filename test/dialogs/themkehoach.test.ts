import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Heard, type Office, openOffice, type Speaker } from '../chat/office.ts'
import { bytesOf, extension, planText } from './plan-texts.ts'

let office: Office
let admin: Speaker
let hamletHead: Speaker
let farmers: Speaker
let economist: Speaker
let bystander: Speaker

const last = (heard: Heard[]): Heard => heard.at(-1) ?? { text: '', buttons: [], attachment: null, edited: false }
const file = (text: string, name = 'ke-hoach.txt') => ({ name, mime: 'text/plain', bytes: bytesOf(text) })
const published = () => office.database.store.plans.list()

beforeEach(async () => {
  office = await openOffice({ now: '2024-03-05T08:00:00+07:00' })
  const parent = 'UBND xã Ea Mẫu'
  admin = await office.person('Lê Thị Hồng', { unit: parent, role: 'admin', position: 'Công chức Văn hóa - Xã hội' })
  await office.person('Phạm Văn Tư', { unit: 'Văn phòng HĐND và UBND xã', role: 'head', parent })
  hamletHead = await office.person('Y Bly Niê', { unit: 'Thôn 1', role: 'head', parent })
  farmers = await office.person('Trần Văn Sáu', {
    unit: 'Hội Nông dân xã',
    role: 'head',
    parent,
    relation: 'coordinating',
  })
  economist = await office.person('Đinh Thị Mai', { unit: 'Phòng Kinh tế', role: 'official', parent })
  bystander = await office.person('Hoàng Văn Đông', { unit: 'Trường Tiểu học Lê Lợi', role: 'official', parent })
})
afterEach(() => office.close())

/** Sends a text and goes through the three deadlines, to the question for a short name. */
async function reviewTo(step: 'name' | 'audience' | 'preview', text = planText()): Promise<Heard> {
  await admin.says('/themkehoach')
  await admin.sends(file(text))
  await admin.presses('Rà từng mốc')
  for (let card = 0; card < 3; card++) await admin.presses('Đúng')
  let heard = last(await admin.presses('Đủ rồi'))
  if (step === 'name') return heard
  heard = last(await admin.says('thi đua đường làng 2024'))
  if (step === 'audience') return heard
  for (let count = 0; count < 3; count++) heard = last(await admin.presses('Đồng ý'))
  return heard
}

describe('loading a plan', () => {
  it('goes from a file to an announcement that each person reads as their own', async () => {
    expect(last(await admin.says('/themkehoach')).text).toContain('Đề nghị đồng chí gửi tệp kế hoạch')
    const read = await admin.sends(file(planText()))
    expect(read[0]?.text).toBe('Đang đọc tệp ke-hoach.txt; kết quả sẽ hiện ngay tại đây.')
    const summary = last(read)
    expect([read[0]?.edited, summary.edited]).toEqual([false, true])
    expect(summary.text.split('\n')[0]).toBe('Đã đọc được 3 mốc thời gian, đều rõ.')
    expect(summary.text).toContain('Số 18/KH-UBND')
    expect(summary.text).toContain('Không tính là thời hạn: 1 văn bản viện dẫn (05/KH-HĐTĐKT).')

    const first = last(await admin.presses('Rà từng mốc'))
    expect(first.text).toContain('Mốc 1/3\n')
    expect(first.text).toContain('trước ngày 25/03/2024 (khoản 1 Mục IV)')
    // 24 March 2024 is a Sunday: the last working day is named.
    expect(first.text).toContain('Gửi chậm nhất thứ Sáu 22/03, còn 17 ngày (13 ngày làm việc)')
    expect(first.text).toContain('Đối tượng thực hiện: Trưởng các thôn và Hội Nông dân xã')
    expect(first.text).toContain('Nơi nhận: Văn phòng HĐND và UBND xã')
    expect(first.text).toContain('gửi về Văn phòng HĐND và UBND xã trước ngày 25/3/2024.')
    expect(first.buttons.slice(0, 3)).toEqual(['Đúng', 'Sửa', 'Bỏ mốc này'])
    expect(first.buttons.length).toBeLessThanOrEqual(6)

    await admin.presses('Đúng')
    await admin.presses('Đúng')
    expect(last(await admin.presses('Đúng')).text).toContain('Kế hoạch còn mốc nào chưa có')
    expect(last(await admin.presses('Đủ rồi')).text).toContain('đặt tên ngắn')
    const audience = last(await admin.says('thi đua đường làng 2024'))
    expect(audience.text).toContain('Đề xuất nhắc: 2 đơn vị (Thôn 1, Hội Nông dân xã).')
    const second = last(await admin.presses('Đồng ý'))
    expect(second.text).toContain('Đề xuất nhắc: từng người của Phòng Kinh tế.')
    const third = last(await admin.presses('Đồng ý'))
    expect(third.text).toContain('Chưa có trong danh sách đơn vị: Hội đồng Thi đua Khen thưởng xã.')
    expect(third.text).toContain('chỉ để biết, không nhắc ai')
    const preview = last(await admin.presses('Đồng ý'))
    expect(preview.text).toContain('Tin gửi 3 người ngay khi công bố')
    expect(preview.text).toContain(
      'trước ngày 25/03/2024: nhắc thứ Sáu 08/03, thứ Sáu 15/03, thứ Năm 21/03, thứ Sáu 22/03, thứ Hai 25/03.',
    )
    for (const person of [hamletHead, farmers, economist, bystander]) expect(await person.hears()).toEqual([])

    expect(last(await admin.presses('Công bố')).text).toBe(
      'Đã công bố thi đua đường làng 2024; đã gửi tin đến 3 người.',
    )
    const news = last(await farmers.hears())
    expect(news.text).toBe(
      'Có kế hoạch mới: thi đua đường làng 2024, số 18/KH-UBND. Việc của đồng chí: đăng ký trước ngày 25/03/2024, gửi chậm nhất thứ Sáu 22/03.',
    )
    expect(news.buttons).toEqual(['Xem việc', 'Đăng ký', 'Xem bản gốc'])
    expect(last(await hamletHead.hears()).text).toBe(news.text)
    expect(last(await economist.hears()).text).toContain(
      'Việc của đồng chí: gửi báo cáo chậm nhất ngày 15/09/2024, gửi chậm nhất thứ Sáu 13/09.',
    )
    expect(await bystander.hears()).toEqual([])
    expect(last(await farmers.presses('Xem bản gốc'))).toMatchObject({
      text: 'Bản gốc của kế hoạch thi đua đường làng 2024.',
      attachment: 'ke-hoach.txt',
    })
    const [plan] = await published()
    expect(plan).toMatchObject({
      shortName: 'thi đua đường làng 2024',
      number: '18/KH-UBND',
      publishedBy: admin.id,
      file: { name: 'ke-hoach.txt' },
    })
    expect((await office.database.store.audit.about(`plan:${plan?.id}`)).map(({ action }) => action)).toEqual([
      'plan.published',
    ])
  })

  it('is for admins only, and says who can', async () => {
    const heard = last(await economist.says('/themkehoach'))
    expect(heard.text).toContain('Chỉ bộ phận thường trực thi đua, khen thưởng được thêm kế hoạch')
    expect(last(await economist.sends(file(planText()))).text).not.toContain('Đang đọc')
  })

  it('takes a file sent without a word', async () => {
    expect(last(await admin.sends(file(planText()))).text).toContain('Đã đọc được 3 mốc thời gian')
  })

  it('takes Markdown', async () => {
    const markdown = planText([
      ['KẾ HOẠCH\n', '# KẾ HOẠCH\n'],
      ['trước ngày 25/3/2024', '**trước ngày 25/3/2024**'],
    ])
    expect(last(await admin.sends(file(markdown, 'ke-hoach.md'))).text).toContain('Đã đọc được 3 mốc thời gian')
  })

  it('takes a Word file', async () => {
    const { Document, Packer, Paragraph } = await import('docx')
    const children = planText()
      .split('\n')
      .map((line) => new Paragraph(line))
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
    const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const heard = last(await admin.sends({ name: 'ke-hoach.docx', mime, bytes }))
    expect(heard.text).toContain('Đã đọc được 3 mốc thời gian')
  })

  it('takes pasted text, in parts as a channel cuts it', async () => {
    await admin.says('/themkehoach')
    const long = planText([['1. Vận động cán bộ', `1. ${'Vận động mọi người cùng làm. '.repeat(140)}Vận động cán bộ`]])
    const more = last(await admin.says(long.slice(0, 4096)))
    expect(more.text).toContain('Đã nhận 1 phần, 4096 ký tự')
    expect(more.buttons[0]).toBe('Đọc văn bản')
    expect(last(await admin.says(long.slice(4096))).text).toContain('Đã đọc được 3 mốc thời gian')
    await admin.presses('Rà từng mốc')
    for (let card = 0; card < 3; card++) await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    await admin.says('thi đua dán vào')
    for (let count = 0; count < 3; count++) await admin.presses('Đồng ý')
    await admin.presses('Công bố')
    expect((await published())[0]?.shortName).toBe('thi đua dán vào')
  })

  it('takes a short paste at once, and asks for more of a few words', async () => {
    await admin.says('/themkehoach')
    expect(last(await admin.says('kế hoạch thi đua')).text).toContain('quá ngắn để là một kế hoạch')
    expect(last(await admin.says(planText())).text).toContain('Đã đọc được 3 mốc thời gian')
  })
})

describe('what cannot be taken', () => {
  const kept = async () => {
    const tasks = await office.database.store.tasks.claim(Date.now() + 1e9, 1000)
    return { tasks, plans: (await published()).length }
  }

  it.each([
    { say: 'an empty file', text: '', expect: 'Tệp không có nội dung' },
    {
      say: 'a file marked secret',
      text: planText([['Số: 18/KH-UBND', 'MẬT\nSố: 18/KH-UBND']]),
      expect: 'Tệp có dấu chỉ độ mật nên không được tiếp nhận và không được lưu',
    },
    {
      say: 'a recipe',
      text: 'Cách nấu phở bò.\nXương hầm sáu giờ, cho quế và hồi.\nĂn nóng với rau thơm và chanh ớt.',
      expect: 'Nội dung không phải văn bản hành chính',
    },
  ])('$say: one clear sentence, and another may be sent', async ({ text, expect: sentence }) => {
    await admin.says('/themkehoach')
    const heard = last(await admin.sends(file(text)))
    expect(heard.text).toContain(sentence)
    // Whoever sent something secret is not asked for its words as well.
    expect(heard.text.includes('Đồng chí có thể gửi tệp khác')).toBe(!sentence.includes('mật'))
    expect(await kept()).toEqual({ tasks: null, plans: 0 })
    expect(last(await admin.sends(file(planText()))).text).toContain('Đã đọc được 3 mốc thời gian')
  })

  it('a file of a kind that nobody reads', async () => {
    await admin.says('/themkehoach')
    const bytes = new Uint8Array([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
    ])
    await admin.sends({ name: 'anh.png', mime: 'image/png', bytes })
    expect(last(await admin.presses('Đọc')).text).toMatch(/ảnh chụp hoặc bản quét|không đọc được/)
  })

  it('a huge file is refused before it is fetched', async () => {
    await admin.says('/themkehoach')
    const what = { ref: 'none', name: 'to.pdf', mime: 'application/pdf', size: 21 * 1024 * 1024 }
    expect(last(await admin.does({ kind: 'file', file: what, caption: '' })).text).toContain('Tệp lớn hơn 20 MB')
    expect(last(await admin.sends(file(planText()))).text).toContain('Đã đọc được 3 mốc thời gian')
  })

  it('nothing of a text marked secret is kept, in whatever parts it was pasted', async () => {
    const secret = planText([
      ['Số: 18/KH-UBND', 'TỐI MẬT\nSố: 18/KH-UBND'],
      ['1. Vận động cán bộ', `1. ${'Dấu Vết Riêng cùng làm. '.repeat(200)}Vận động cán bộ`],
    ])
    await admin.says('/themkehoach')
    const heard = last(await admin.says(secret.slice(0, 4096)))
    expect(heard.text).toContain('Đề nghị đồng chí thu hồi tệp khỏi cuộc trò chuyện')
    const rows = await Promise.all(Array.from({ length: 9 }, (_, id) => office.database.store.inbox.byId(id + 1)))
    expect(rows.filter((row) => row?.body.includes('Dấu Vết Riêng'))).toEqual([])
    expect(rows.filter((row) => row?.body === '{}')).toHaveLength(1)
    expect(await kept()).toEqual({ tasks: null, plans: 0 })
  })
})

describe('what the plan turns out to be', () => {
  it('all in the past: said before publication, and nobody is told', async () => {
    await office.moveTo('2025-06-02T08:00:00+07:00')
    await admin.says('/themkehoach')
    const summary = last(await admin.sends(file(planText())))
    expect(summary.text).toContain('⚠ Tất cả thời hạn trong kế hoạch đã qua, mốc cuối là thứ Năm 31/10/2024.')
    expect(last(await admin.presses('Rà từng mốc')).text).toContain('Mốc này đã qua.')
    for (let card = 0; card < 3; card++) await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    await admin.says('thi đua cũ')
    await admin.presses('Đồng ý')
    await admin.presses('Đồng ý')
    const preview = last(await admin.presses('Đồng ý'))
    expect(preview.text).toContain('Tất cả thời hạn trong kế hoạch đã qua')
    expect(preview.text).toContain('Không ai nhận tin công bố')
    expect(preview.text).toContain('Không có ngày nhắc nào.')
    expect(last(await admin.presses('Công bố')).text).toBe('Đã công bố thi đua cũ; không có tin nào phải gửi.')
    expect(await farmers.hears()).toEqual([])
  })

  it('near its deadline: says what is left', async () => {
    await office.moveTo('2024-03-21T08:00:00+07:00')
    await admin.says('/themkehoach')
    expect(last(await admin.sends(file(planText()))).text).toContain(
      'Kế hoạch đến ngày thứ Năm 21/03/2024; thời hạn trước ngày 25/03, còn 1 ngày (1 ngày làm việc).',
    )
  })

  it('without a day: a proper result, with whom it names', async () => {
    const undated = planText([
      [/^1\. Trưởng các thôn.*$/mu, '1. Trưởng các thôn báo cáo kết quả gửi về Phòng Kinh tế theo quy định.'],
      [/^2\. Cán bộ, công chức.*$/mu, '2. Phòng Kinh tế theo dõi, đôn đốc, hướng dẫn việc thực hiện.'],
      [/^3\. Hội đồng.*$/mu, '3. Đài truyền thanh tuyên truyền rộng rãi.'],
    ])
    await admin.says('/themkehoach')
    const summary = last(await admin.sends(file(undated)))
    expect(summary.text.split('\n')[0]).toBe('Kế hoạch không ghi thời hạn có ngày cụ thể.')
    expect(summary.text).toContain('Khoản 1 Mục IV ghi: “')
    expect(summary.text).toContain('Nơi kế hoạch nêu để liên hệ hoặc gửi: Phòng Kinh tế.')
    const list = last(await admin.presses('Rà từng mốc'))
    expect(list.text).toContain('Các việc kế hoạch giao nhưng chưa ghi ngày:')
    await admin.presses('Giữ lại')
    await admin.presses('Đủ rồi')
    const preview = last(await admin.says('thi đua không ngày'))
    expect(preview.text).toContain('Không có ngày nhắc nào.')
    expect(last(await admin.presses('Công bố')).text).toContain('Đã công bố thi đua không ngày')
    expect(last(await hamletHead.hears()).text).toContain(
      'báo cáo kết quả gửi về Phòng Kinh tế theo quy định, kế hoạch chưa ghi ngày',
    )
  })

  it('orders without a day: one by one, and back to all of them', async () => {
    await admin.says('/themkehoach')
    const order = '2. Phòng Kinh tế báo cáo kết quả về Ủy ban nhân dân xã theo quy định.'
    await admin.sends(file(planText([[/^2\. Cán bộ, công chức.*$/mu, order]])))
    await admin.presses('Rà từng mốc')
    await admin.presses('Đúng')
    expect(last(await admin.presses('Đúng')).text).toContain(
      '1. Báo cáo kết quả về Ủy ban nhân dân xã theo quy định (khoản 2 Mục IV) – Phòng Kinh tế',
    )
    const card = last(await admin.presses('Xem từng việc'))
    expect(card.text).toContain('Mốc 3/3\nBáo cáo kết quả về Ủy ban nhân dân xã theo quy định, kế hoạch chưa ghi ngày')
    expect(last(await admin.presses('Quay lại')).text).toContain('1. Báo cáo kết quả')
    await admin.presses('Xem từng việc')
    expect(last(await admin.says('chậm nhất 1/9/2024')).text).toContain('Mốc 3/3, đã sửa')
    expect(last(await admin.presses('Đúng')).text).toContain('Kế hoạch còn mốc nào')
  })

  it('unsure ones come first and are asked about', async () => {
    await admin.says('/themkehoach')
    const summary = last(await admin.sends(file(planText([['ngày 15/9/2024', 'ngày 31/9/2024']]))))
    expect(summary.text.split('\n')[0]).toBe(
      'Đã đọc được 3 mốc thời gian: 2 mốc rõ, 1 mốc cần đồng chí xác nhận trước.',
    )
    const card = last(await admin.presses('Rà từng mốc'))
    expect(card.text).toContain('Mốc 1/3, CẦN XÁC NHẬN: ngày này không có trong lịch')
    expect(card.buttons.slice(0, 3)).toEqual(['Nhập ngày', 'Giữ nguyên', 'Bỏ mốc này'])
    await admin.presses('Nhập ngày')
    const corrected = last(await admin.says('chậm nhất 30/9/2024'))
    expect(corrected.text).toContain('Mốc 1/3, đã sửa')
    expect(corrected.text).toContain('chậm nhất ngày 30/09/2024')
  })
})

describe('going through the deadlines', () => {
  beforeEach(async () => {
    await admin.says('/themkehoach')
    await admin.sends(file(planText()))
    await admin.presses('Rà từng mốc')
  })

  it('a correction typed badly is explained, and the right one is shown before it counts', async () => {
    await admin.presses('Sửa')
    expect(last(await admin.says('khi nào xong thì gửi')).text).toContain(
      'Hệ thống chưa hiểu “khi nào xong thì gửi” là thời hạn nào.',
    )
    expect(last(await admin.says('31/2')).text).toContain(
      '“31/2” được hiểu là ngày 31 tháng 02; tháng 02 không có ngày này.',
    )
    const card = last(await admin.says('trước 29/3'))
    expect(card.text).toContain('Mốc 1/3, đã sửa')
    expect(card.text).toContain('trước ngày 29/03/2024')
    expect(card.text).toContain('Gửi chậm nhất thứ Năm 28/03')
    expect(last(await admin.presses('Đúng')).text).toContain('Mốc 2/3')
  })

  it('a day typed on the card itself corrects it', async () => {
    expect(last(await admin.says('tháng 4/2024')).text).toContain('Mốc 1/3, đã sửa')
  })

  it('the kind, the task and the recipient can be corrected too', async () => {
    await admin.presses('Sửa')
    await admin.presses('Loại việc')
    expect(last(await admin.says('Gửi báo cáo')).text).toContain('đã sửa')
    await admin.presses('Sửa')
    await admin.presses('Nơi nhận')
    expect(last(await admin.says('x')).text).toContain('từ 3 đến 200 ký tự')
    expect(last(await admin.says('Phòng Kinh tế')).text).toContain('Nơi nhận: Phòng Kinh tế')
  })

  it('a dropped one is not published', async () => {
    await admin.presses('Bỏ mốc này')
    await admin.presses('Đúng')
    await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    await admin.says('thi đua hai mốc')
    await admin.presses('Đồng ý')
    await admin.presses('Đồng ý')
    await admin.presses('Công bố')
    const [plan] = await published()
    expect(
      (await office.database.store.plans.deadlinesOf(plan?.id ?? '')).map(({ deadline }) => deadline.kind),
    ).toEqual(['report', 'final_review'])
  })

  it('one that is missing is added from its sentence, or typed', async () => {
    for (let card = 0; card < 3; card++) await admin.presses('Đúng')
    expect(last(await admin.says('Các đơn vị chủ động thực hiện.')).text).toContain('Câu này chưa thấy thời hạn')
    const added = last(await admin.says('Các thôn gửi hồ sơ đề nghị khen thưởng về Văn phòng trước ngày 20/10/2024.'))
    expect(added.text).toContain('Mốc 4/4, do đồng chí thêm')
    expect(added.text).toContain('trước ngày 20/10/2024')
    await admin.presses('Đúng')
    const typed = last(await admin.says('trước 15/8/2024: gửi danh sách tuyến đường'))
    expect(typed.text).toContain('Mốc 5/5, do đồng chí thêm')
    expect(typed.text).toContain('Gửi danh sách tuyến đường, trước ngày 15/08/2024')
  })

  it('back, save and cancel in the middle', async () => {
    await admin.presses('Đúng')
    expect(last(await admin.presses('Quay lại')).text).toContain('Mốc 1/3')
    expect(last(await admin.presses('Lưu nháp')).text).toContain('Đã lưu nháp')
    const offered = last(await admin.says('/themkehoach'))
    expect(offered.buttons).toEqual(['Làm tiếp', 'Bỏ, làm mới'])
    expect(last(await admin.presses('Làm tiếp')).text).toContain('Mốc 1/3')
    expect(last(await admin.says('hủy')).text).toContain('Đã hủy thao tác')
    expect(await published()).toEqual([])
    expect(last(await admin.says('/themkehoach')).text).toContain('gửi tệp kế hoạch')
  })

  it('survives a restart, and goes on with another account', async () => {
    await admin.presses('Đúng')
    await office.restart()
    expect(last(await admin.presses('Đúng')).text).toContain('Mốc 3/3')
    const phone = await office.alsoAs(admin)
    expect(last(await phone.says('1')).text).toContain('Kế hoạch còn mốc nào chưa có')
  })
})

it('an admin of one unit binds that unit only; who is admin no longer publishes nothing', async () => {
  const { store } = office.database
  const economy = await office.person('Ngô Văn Bảy', { unit: 'Phòng Kinh tế', role: 'admin' })
  await economy.sends(file(planText()))
  await economy.presses('Rà từng mốc')
  for (let card = 0; card < 3; card++) await economy.presses('Đúng')
  await economy.presses('Đủ rồi')
  const first = last(await economy.says('thi đua của phòng'))
  expect(first.text).toContain('Đề xuất: chỉ để biết, không nhắc ai.')
  await economy.presses('Đồng ý')
  await economy.presses('Đồng ý')
  expect(last(await economy.presses('Đồng ý')).text).toContain('Tin gửi 2 người')
  for (const held of (await store.members.byId(economy.id))?.memberships ?? []) {
    await store.people.addRole({ ...held, role: 'official' }, 1)
    await store.people.endRole(held)
  }
  expect(last(await economy.presses('Công bố')).text).toBe(
    'Chỉ bộ phận thường trực thi đua, khen thưởng được thay đổi kế hoạch.',
  )
  expect(await published()).toEqual([])
})

it('marks of HTML, Markdown and templates are only letters', async () => {
  await reviewTo('name', planText([['đường làng xanh', '<b>$t(plans.load.file)</b> {{name}} *đường* làng xanh']]))
  await admin.says('thi đua <i>*sạch*</i> $t(plans.load.file) {{count}} & đẹp')
  for (let count = 0; count < 3; count++) await admin.presses('Đồng ý')
  await admin.presses('Công bố')
  expect(last(await farmers.hears()).text).toContain(
    'Có kế hoạch mới: thi đua <i>*sạch*</i> $t(plans.load.file) {{count}} & đẹp, số 18/KH-UBND.',
  )
})

describe('whom it binds', () => {
  it('by hand: units picked, typed, all of them, as persons', async () => {
    await reviewTo('audience')
    const units = last(await admin.presses('Chọn đơn vị'))
    expect(units.text).toContain('Đang chọn: Thôn 1, Hội Nông dân xã.')
    expect(last(await admin.says('3')).text).toContain('Đang chọn: Hội Nông dân xã.')
    expect(last(await admin.says('phòng kinh tế')).text).toContain('Hội Nông dân xã')
    expect(last(await admin.says('sở ngoại vụ')).text).toContain('Chưa tìm thấy đơn vị nào theo “sở ngoại vụ”')
    expect(last(await admin.presses('Xong')).text).toContain('Nhắc ai trong các đơn vị này?')
    await admin.presses('Từng người')
    await admin.presses('Chỉ để biết')
    const preview = last(await admin.presses('Đồng ý'))
    expect(preview.text).toContain('Tin gửi 2 người')
    await admin.presses('Công bố')
    expect(last(await economist.hears()).text).toContain('đăng ký trước ngày 25/03/2024')
    expect(await hamletHead.hears()).toEqual([])
  })

  it('a unit in which nobody is linked is named', async () => {
    const { units } = office.database.store
    const root = (await units.all()).find(({ parentId }) => parentId === null)
    await units.add({ parentId: root?.id ?? null, name: 'Thôn 9', relation: 'subordinate' })
    expect((await reviewTo('audience')).text).toContain('Chưa có ai liên kết: Thôn 9; đồng chí cấp mã tại /mathamgia.')
  })
})

describe('the same plan again', () => {
  beforeEach(async () => {
    await reviewTo('preview')
    await admin.presses('Công bố')
    for (const person of [farmers, hamletHead, economist]) await person.hears()
    await admin.says('/themkehoach')
  })

  it('word for word: a duplicate changes nothing', async () => {
    const asked = last(await admin.sends(file(planText())))
    expect(asked.text).toContain('Kế hoạch này đã được công bố: thi đua đường làng 2024, nội dung trùng từng chữ.')
    expect(asked.buttons.slice(0, 3)).toEqual(['Gửi trùng', 'Bản thay thế', 'Bản đính chính'])
    expect(last(await admin.presses('Gửi trùng')).text).toContain('không có gì thay đổi')
    expect((await published()).map(({ revision }) => revision)).toEqual([1])
  })

  it('a replacement shows what changes, keeps the plan, and tells those concerned only', async () => {
    const [before] = await published()
    const changed = planText([['trước ngày 25/3/2024', 'trước ngày 05/4/2024']])
    const asked = last(await admin.sends(file(changed)))
    expect(asked.text).toContain('Đã có kế hoạch cùng số, cùng năm, cùng cơ quan ban hành')
    await admin.presses('Bản thay thế')
    await admin.presses('Rà từng mốc')
    for (let card = 0; card < 3; card++) await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    await admin.presses('Đồng ý')
    await admin.presses('Đồng ý')
    const preview = last(await admin.presses('Đồng ý'))
    expect(preview.text).toContain('trước ngày 05/04/2024; thời hạn cũ trước ngày 25/03/2024')
    expect(preview.text).toContain('Các bản đăng ký đã gửi được giữ nguyên.')
    expect(last(await admin.presses('Cập nhật')).text).toBe(
      'Đã cập nhật thi đua đường làng 2024; đã gửi 2 tin báo thay đổi.',
    )
    const news = last(await farmers.hears())
    expect(news.text).toContain(
      'Thời hạn đăng ký thi đua đường làng 2024 được gia hạn: trước ngày 05/04/2024, gửi chậm nhất thứ Năm 04/04.',
    )
    expect(news.text).toContain('Thời hạn cũ: trước ngày 25/03. Căn cứ: khoản 1 Mục IV văn bản số 18/KH-UBND.')
    expect(news.text).toContain('Hệ thống chưa ghi nhận đăng ký của đồng chí; lịch nhắc đã điều chỉnh.')
    expect(news.buttons).toEqual(['Đăng ký', 'Xem văn bản'])
    expect(await economist.hears()).toEqual([])
    const [after] = await published()
    expect(after).toMatchObject({ id: before?.id, revision: 2, shortName: 'thi đua đường làng 2024' })
  })

  it('a correction that drops a task tells whom it bound', async () => {
    const shorter = planText([[/^2\. Cán bộ, công chức.*$/mu, '2. Phòng Kinh tế theo dõi việc thực hiện.']])
    await admin.sends(file(shorter))
    await admin.presses('Bản đính chính')
    await admin.presses('Rà từng mốc')
    await admin.presses('Đúng')
    await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    await admin.presses('Đồng ý')
    await admin.presses('Đồng ý')
    await admin.presses('Cập nhật')
    expect(last(await economist.hears()).text).toContain(
      'Kế hoạch thi đua đường làng 2024 không còn yêu cầu: gửi báo cáo',
    )
    expect(await farmers.hears()).toEqual([])
  })

  it('a correction that binds more people tells the new ones', async () => {
    await admin.sends(file(planText([['Trồng và chăm sóc', 'Trồng, chăm sóc']])))
    await admin.presses('Bản đính chính')
    await admin.presses('Rà từng mốc')
    for (let card = 0; card < 3; card++) await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    await admin.presses('Chọn đơn vị')
    await admin.says('Trường Tiểu học Lê Lợi')
    await admin.presses('Xong')
    await admin.presses('Cả hai')
    await admin.presses('Đồng ý')
    expect(last(await admin.presses('Đồng ý')).text).toContain('Thời hạn không thay đổi.')
    await admin.presses('Cập nhật')
    expect(last(await bystander.hears()).text).toBe(
      'Kế hoạch thi đua đường làng 2024 có thêm việc: đăng ký trước ngày 25/03/2024, gửi chậm nhất thứ Sáu 22/03.',
    )
    expect(await farmers.hears()).toEqual([])
  })

  it('a document that extends it is offered as an update, and moves only what it names', async () => {
    const [before] = await published()
    const asked = last(await admin.sends(file(extension, 'gia-han.txt')))
    expect(asked.text).toContain('Văn bản này điều chỉnh kế hoạch thi đua đường làng 2024 đang thực hiện.')
    expect(asked.buttons.slice(0, 2)).toEqual(['Cập nhật kế hoạch', 'Kế hoạch khác'])
    await admin.presses('Cập nhật kế hoạch')
    await admin.presses('Rà từng mốc')
    await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    const preview = last(await admin.presses('Đồng ý'))
    expect(preview.text).toContain('trước ngày 12/04/2024; thời hạn cũ trước ngày 25/03/2024')
    await admin.presses('Cập nhật')
    const news = last(await farmers.hears())
    expect(news.text).toContain('được gia hạn: trước ngày 12/04/2024, gửi chậm nhất thứ Năm 11/04.')
    expect(news.text).toContain('Thời hạn cũ: trước ngày 25/03. Căn cứ: ')
    expect(news.text).toContain('văn bản số 31/KH-UBND.')
    expect(await economist.hears()).toEqual([])
    const [after] = await published()
    expect(after).toMatchObject({ id: before?.id, number: '18/KH-UBND', title: before?.title, revision: 2 })
    const deadlines = await office.database.store.plans.deadlinesOf(after?.id ?? '')
    expect(deadlines.map(({ revision, deadline }) => [revision, deadline.on])).toEqual([
      [2, '2024-04-12'],
      [1, '2024-09-15'],
      [1, '2024-10-31'],
    ])
  })

  it("next year's plan of the same number is another plan", async () => {
    const next = planText([
      ['ngày 04 tháng 3 năm 2024', 'ngày 04 tháng 3 năm 2025'],
      [/2024/gu, '2025'],
    ])
    expect(last(await admin.sends(file(next))).text).toContain('Đã đọc được 3 mốc thời gian')
  })

  it('without a number it may be another plan', async () => {
    const blank = planText([['Số: 18/KH-UBND', 'Số:    /KH-UBND']])
    const asked = last(await admin.sends(file(blank)))
    expect(asked.text).toContain('nội dung gần giống kế hoạch thi đua đường làng 2024')
    expect(asked.buttons.slice(0, 4)).toEqual(['Bản thay thế', 'Bản đính chính', 'Gửi trùng', 'Kế hoạch khác'])
  })

  it('a short name in use is refused', async () => {
    await admin.sends(file(planText([['Số: 18/KH-UBND', 'Số: 19/KH-UBND']])))
    await admin.presses('Rà từng mốc')
    for (let card = 0; card < 3; card++) await admin.presses('Đúng')
    await admin.presses('Đủ rồi')
    expect(last(await admin.says('Thi đua đường làng 2024')).text).toContain('Đề nghị đồng chí đặt tên khác')
  })
})

it('two admins publish the same plan: one result, one explanation', async () => {
  const other = await office.person('Vũ Thị Lan', { unit: 'UBND xã Ea Mẫu', role: 'admin' })
  await reviewTo('preview')
  await other.sends(file(planText()))
  await other.presses('Rà từng mốc')
  for (let card = 0; card < 3; card++) await other.presses('Đúng')
  await other.presses('Đủ rồi')
  await other.says('thi đua của đồng chí Lan')
  for (let count = 0; count < 3; count++) await other.presses('Đồng ý')
  await admin.presses('Công bố')
  await farmers.hears()
  const heard = last(await other.presses('Công bố'))
  expect(heard.text).toBe(
    'Kế hoạch này đã được công bố lúc 08:00 thứ Ba 05/03/2024 bởi đồng chí Lê Thị Hồng; bản của đồng chí không ghi đè và không gửi thêm tin nào.',
  )
  expect(await published()).toHaveLength(1)
  expect(await farmers.hears()).toEqual([])
})
