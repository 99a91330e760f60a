import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPdf } from '../../src/documents/open-pdf.ts'
import { type Office, openOffice, type Speaker } from '../chat/office.ts'
import { drawPage, hasSerif } from '../documents/make-scan.ts'
import { last, throughAudiences } from './load-office.ts'

let office: Office
let admin: Speaker
beforeEach(async () => {
  office = await openOffice({ now: '2026-03-06T08:00:00+07:00' })
  admin = await office.person('Lê Thị Hồng', { unit: 'UBND xã Hồ Sen', role: 'admin', position: 'Công chức Văn hóa' })
})
afterEach(() => office.close())

const pages = [
  [
    'UBND XÃ HỒ SEN || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 14/KH-UBND || Độc lập - Tự do - Hạnh phúc',
    ' || Hồ Sen, ngày 06 tháng 3 năm 2026',
    '',
    'KẾ HOẠCH',
    'Phát động phong trào thi đua “Đường làng xanh, nhà sạch”',
  ],
  ['I. TỔ CHỨC THỰC HIỆN', '1. Các thôn gửi đăng ký thi đua về Văn phòng UBND xã trước ngày 20/3/2026.'],
  ['2. Các thôn báo cáo kết quả về Văn phòng UBND xã trước ngày 25/9/2026.', '3. Đề nghị các thôn thực hiện.'],
]
const blank = new Uint8Array([0xff, 0xd8, 0xff, 0xd9])
const photo = (number: number, bytes = blank) => ({ name: `anh-${number}.jpg`, mime: 'image/jpeg', bytes })

/** The day of the second page is torn: its digits are there, but not for sure. */
function drawn(at: number) {
  const page = drawPage(pages[at] ?? [])
  const pen = page.getContext('2d')
  pen.fillStyle = '#fff'
  if (at === 1) pen.fillRect(1079, 236, 35, 5)
  return page
}

describe('photos of pages, sent one after another', () => {
  it('are counted in one message that changes; the last one can be taken out again', async () => {
    await admin.says('/themkehoach')
    expect(last(await admin.sends(photo(1)))).toEqual({
      text: 'Đã nhận 1 ảnh. Đồng chí gửi tiếp các trang sau theo thứ tự; khi đủ trang, chọn “Đọc”.',
      buttons: ['Đọc', 'Bỏ ảnh cuối', 'Quay lại', 'Lưu nháp', 'Hủy'],
      attachment: null,
      edited: false,
    })
    const second = last(await admin.sends(photo(2)))
    expect(second.text).toContain('Đã nhận 2 ảnh.')
    expect(second.edited).toBe(true)
    expect(last(await admin.presses('Bỏ ảnh cuối')).text).toContain('Đã nhận 1 ảnh.')
    expect(last(await admin.presses('Bỏ ảnh cuối')).text).toContain('Đề nghị đồng chí gửi tệp kế hoạch')
  })

  it('no other file belongs among them, nor words; what is there stays', async () => {
    await admin.sends(photo(1))
    await admin.sends(photo(2))
    const mixed = last(await admin.sends({ name: 'phu-luc.docx', bytes: new Uint8Array([1]) }))
    expect(mixed.text).toContain('đã nhận 2 ảnh; tệp phu-luc.docx không phải ảnh nên chưa được nhận.')
    expect(last(await admin.says('gửi xong rồi')).text).toContain('Hệ thống đang nhận ảnh chụp, đã có 2 ảnh.')
    expect(last(await admin.sends(photo(3))).text).toContain('Đã nhận 3 ảnh.')
  })

  it('too large together, too many: said, and what is there stays', async () => {
    const large = new Uint8Array(11 * 1024 * 1024)
    await admin.sends(photo(1, large))
    expect(last(await admin.sends(photo(2, large))).text).toContain('vượt quá 20 MB nên ảnh anh-2.jpg chưa được nhận')
    for (let number = 2; number <= 100; number++) void office.channel.takeDown(sent(photo(number), `many-${number}`))
    await office.settle()
    expect(last(await admin.sends(photo(101))).text).toContain('tối đa 100 ảnh; ảnh anh-101.jpg chưa được nhận')
  })

  it('an album faster than it is handled, and a restart in the middle: all are there, in order', async () => {
    await admin.says('/themkehoach')
    await Promise.all([1, 2, 3].map((number) => office.channel.takeDown(sent(photo(number), `album-${number}`))))
    await office.restart()
    const heard = last(await admin.sends(photo(4)))
    expect(heard.text).toContain('Đã nhận 4 ảnh.')
    await admin.presses('Lưu nháp')
    await office.restart()
    await admin.says('/themkehoach')
    expect(last(await admin.presses('Làm tiếp')).text).toContain('Đã nhận 4 ảnh.')
    const asked = await admin.says('đọc')
    expect(asked[0]?.text).toContain('Đang đọc 4 ảnh như một văn bản')
  })

  it('an album sent while another review waits is asked about once', async () => {
    await admin.sends(photo(1))
    await admin.presses('Lưu nháp')
    expect(last(await admin.sends(photo(2))).edited).toBe(false)
    expect(last(await admin.sends(photo(3))).edited).toBe(true)
  })
})

const sent = (given: ReturnType<typeof photo>, updateId: string) => ({
  bot: 'test',
  updateId,
  incoming: {
    ...{ channel: office.channel.name, chat: admin.chat, sender: admin.chat, displayName: null, language: null },
    what: { kind: 'file' as const, file: office.channel.offer(given), caption: '' },
  },
})

if (!hasSerif) console.warn('skipped: the tear is measured for a face with serifs, and none is installed')

it.skipIf(!hasSerif)(
  'are read as one document: the picture of a doubtful date is from its page, and the original keeps all pages',
  { timeout: 240_000 },
  async () => {
    const [first, second, third] = [0, 1, 2].map(drawn)
    await admin.sends(photo(1, new Uint8Array(first?.encodeSync('jpeg', 90) ?? [])))
    await admin.sends({ name: 'anh-2.png', mime: 'image/png', bytes: new Uint8Array(second?.encodeSync('png') ?? []) })
    await admin.sends(photo(3, new Uint8Array(third?.encodeSync('jpeg', 90) ?? [])))
    const heard = await admin.presses('Đọc')
    expect(heard[0]?.text).toBe('Đang đọc 3 ảnh như một văn bản; kết quả sẽ hiện ngay tại đây.')
    expect(last(heard).text).toContain('Đã đọc được 2 mốc thời gian')
    const card = last(await admin.presses('Rà từng mốc'))
    expect(card.text).toContain('CẦN XÁC NHẬN')
    expect(card.attachment).toBe('trang-2.png')
    let next = last(await admin.presses('Giữ nguyên'))
    expect(next.text).toContain('Mốc 2/2')
    next = last(await admin.presses(next.buttons.includes('Đúng') ? 'Đúng' : 'Giữ nguyên'))
    expect(next.buttons).toContain('Đủ rồi')
    await admin.presses('Đủ rồi')
    await throughAudiences(admin, last(await admin.says('đường làng xanh')))
    await admin.presses('Công bố')
    await admin.presses('Xem kế hoạch')
    expect(last(await admin.presses('Bản gốc')).attachment).toBe('ban-chup-3-trang.pdf')
    const original = office.channel.delivered(admin.chat).at(-1)?.file
    expect((await openPdf(new Uint8Array(original ?? []))).numPages).toBe(3)
  },
)

it('a page that comes when the reading has begun belongs to it all the same', { timeout: 60_000 }, async () => {
  await admin.sends(photo(1))
  await admin.sends(photo(2))
  const [pressed, late] = [await pressing('Đọc'), sent(photo(3), 'late')]
  await Promise.all([pressed(), office.channel.takeDown(late)])
  await office.settle()
  const texts = (await admin.says('?')).map(({ text }) => text)
  expect(texts.join('\n')).toContain('đã có 3 ảnh')
})

it('another file that comes while photos are being read is no page of theirs', { timeout: 60_000 }, async () => {
  await admin.sends(photo(1))
  const [press, late] = [await pressing('Đọc'), sent({ name: 'phu-luc.docx', mime: '', bytes: blank }, 'late')]
  await Promise.all([press(), office.channel.takeDown(late)])
  await office.settle()
  const texts = office.channel.delivered(admin.chat).map(({ message }) => message.blocks[0]?.text)
  expect(texts).toContain('Đang đọc tệp anh-1.jpg; kết quả sẽ hiện ngay tại đây.')
  expect(texts.join()).not.toContain('Đã nhận 2 ảnh')
})

/** A press that is taken down and not waited for. */
async function pressing(label: string) {
  const { token = '' } =
    office.channel
      .delivered(admin.chat)
      .at(-1)
      ?.message.buttons.find((one) => one.label === label) ?? {}
  return () =>
    office.channel.takeDown({
      ...sent(photo(0), 'press'),
      incoming: { ...sent(photo(0), 'press').incoming, what: { kind: 'button', token } },
    })
}
