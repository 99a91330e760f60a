import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Heard, type Office, openOffice, type Speaker } from '../chat/office.ts'
import { drawPage, hasSerif, scanPdf } from '../documents/make-scan.ts'

let office: Office
let admin: Speaker

beforeEach(async () => {
  office = await openOffice({ now: '2026-03-06T08:00:00+07:00' })
  admin = await office.person('Lê Thị Hồng', { unit: 'UBND xã Hồ Sen', role: 'admin', position: 'Công chức Văn hóa' })
})
afterEach(() => office.close())

const last = (heard: Heard[]) => heard.at(-1) ?? { text: '', buttons: [], attachment: null, edited: false }
const lines = [
  [
    'UBND XÃ HỒ SEN || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 14/KH-UBND || Độc lập - Tự do - Hạnh phúc',
    ' || Hồ Sen, ngày 06 tháng 3 năm 2026',
    '',
    'KẾ HOẠCH',
    'Phát động phong trào thi đua “Đường làng xanh, nhà sạch”',
  ],
  ['I. TỔ CHỨC THỰC HIỆN', '1. Các thôn gửi đăng ký thi đua về Văn phòng UBND xã trước ngày 20/3/2026.'],
]

/** The paper is torn across the day: its digits are there, but not for sure. */
function torn() {
  const page = drawPage(lines[1] ?? [])
  const pen = page.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(1079, 236, 35, 5)
  return page
}

if (!hasSerif) console.warn('skipped: the tear is measured for a face with serifs, and none is installed')

test.skipIf(!hasSerif)(
  'of a scan each page is told, a date in doubt comes first and with its picture',
  {
    timeout: 120_000,
  },
  async () => {
    await admin.says('/themkehoach')
    const heard = await admin.sends({ name: 'quet.pdf', bytes: scanPdf([drawPage(lines[0] ?? []), torn()]) })
    expect(heard[0]?.text).toBe('Đang đọc tệp quet.pdf; kết quả sẽ hiện ngay tại đây.')
    expect(heard.map(({ text }) => text)).toContain('Đang đọc trang 1/2; kết quả sẽ hiện ngay tại đây.')
    expect(heard.slice(1).every(({ edited }) => edited)).toBe(true)
    const card = last(await admin.presses('Rà từng mốc'))
    expect(card.text).toContain('CẦN XÁC NHẬN')
    expect(card.attachment).toBe('trang-2.png')
  },
)
