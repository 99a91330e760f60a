import { afterEach, describe, expect, test } from 'vitest'
import { goes } from './commune.ts'
import { openReporting, type Reporting, register } from './reporting-commune.ts'

let commune: Reporting
afterEach(() => commune.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')

/** A member's report on one registered target, answered to the preview. */
const toPreview = ['98', 'Đã rút còn 3 ngày', 'Quyết định số 15/QĐ-UBND', '[Tiếp tục]', '[Bỏ qua]', '[Bỏ qua]']

async function begun(targets = 1, now?: string) {
  commune = await openReporting(now)
  await register(commune, commune.lan, targets)
  return commune.lan.says('/baocao')
}

describe('what is registered is what is reported on', () => {
  test.each(['/baocao', 'bc', 'báo cáo kết quả', 'bao cao thi dua 120 nam'])(
    '“%s” opens at the first target',
    async (typed) => {
      commune = await openReporting()
      await register(commune, commune.lan)
      const [asked] = await commune.lan.says(typed)
      expect(asked?.text).toBe(
        'Báo cáo kết quả, bước 1/6: Kết quả\nNội dung 1/3 “Cải cách hành chính”\nCông việc: Một cửa\nChỉ tiêu đăng ký: 100% hồ sơ đúng hạn\nĐề nghị đồng chí nhập kết quả đạt được, có số. Ví dụ: 98%; hoặc 120/125 hồ sơ.\nKế hoạch chốt số liệu tính đến tháng 9/2024.',
      )
      expect(asked?.buttons).toEqual(['Đạt như đăng ký', 'Ghi bằng lời', 'Lưu nháp', 'Hủy'])
    },
  )

  test('each line is asked for, and the preview shows result against target', async () => {
    await begun(3)
    await goes(commune.lan, '120/125 hồ sơ', '[Bỏ qua]', '[Bỏ qua]')
    await goes(commune.lan, '60 hồ sơ', 'Tập huấn 2 lớp', '[Bỏ qua]')
    await goes(commune.lan, 'Không có khiếu kiện', '[Bỏ qua]', '[Bỏ qua]')
    await goes(commune.lan, '[Chọn 1]')
    const [preview] = await commune.lan.says('Khó khăn: máy quét hỏng\nĐề xuất: cấp máy mới')
    expect(preview?.text).toBe(
      [
        'Báo cáo kết quả, bước 6/6: Xem lại',
        'Kế hoạch: thi đua 120 năm thành lập tỉnh',
        'Báo cáo: đồng chí Nguyễn Thị Lan (Hội Nông dân xã)',
        'Số liệu tính đến tháng 9/2024',
        'Theo bản đăng ký: DK-2024-0001',
        '1. Cải cách hành chính',
        '   Đăng ký: 100% hồ sơ đúng hạn',
        '   Kết quả: 120/125 hồ sơ, đạt 96% chỉ tiêu',
        '2. Cải cách hành chính',
        '   Đăng ký: 50 hồ sơ trực tuyến',
        '   Kết quả: 60 hồ sơ, vượt chỉ tiêu (120%)',
        '   Diễn giải: Tập huấn 2 lớp',
        '3. Cải cách hành chính',
        '   Đăng ký: Nội bộ đoàn kết',
        '   Kết quả: Không có khiếu kiện',
        '3 chỉ tiêu: 1 vượt, 1 chưa đạt, 1 không tính tỷ lệ',
        'Đề nghị khen thưởng (1):',
        '   Giấy khen của Chủ tịch UBND xã: Nguyễn Thị Lan (Hội viên)',
        'Khó khăn: máy quét hỏng',
        'Đề xuất: cấp máy mới',
      ].join('\n'),
    )
  })

  test('sent, it waits for the head, and the deadline is met', async () => {
    await begun()
    const [receipt] = await goes(commune.lan, ...toPreview, '[Gửi]')
    expect(receipt?.text).toBe(
      'Đã gửi báo cáo lúc 09:00 thứ Hai 14/10/2024, chờ đồng chí Chủ tịch Hội Nông dân xã duyệt.\nGồm 1 chỉ tiêu: 1 chưa đạt; mã tra cứu BC-2024-0001. Đồng chí được sửa hoặc rút đến hết thứ Sáu 18/10.\nKế hoạch yêu cầu báo cáo bằng văn bản: khi được duyệt, đề nghị in, ký và gửi Văn phòng – thống kê xã.',
    )
    expect(text(await commune.head.hears())).toContain(
      'Đồng chí Nguyễn Thị Lan (Hội Nông dân xã) gửi báo cáo kết quả (1 chỉ tiêu: 1 chưa đạt), chờ đồng chí duyệt',
    )
    const mine = await commune.office.database.store.obligations.find({ personId: commune.lan.id })
    expect(mine.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['registration waiting', 'report waiting'])
  })

  test('the paper to print carries the rows of the preview, and its code in the properties alone', async () => {
    await begun()
    await goes(commune.lan, ...toPreview, '[Gửi]')
    const [heard] = await commune.lan.presses('Tải báo cáo')
    expect(heard?.attachment).toBe('du-thao-bao-cao-thi-dua-120-nam-thanh-lap-tinh-bc-2024-0001.docx')
    expect(heard?.text).toContain('số, ngày và chữ ký để trống')
  })
})
