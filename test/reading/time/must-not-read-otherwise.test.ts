import { describe, expect, it } from 'vitest'
import { readTimes } from '../../../src/reading/time/read-times.ts'
import { plan, rules, sayTime } from './say-time.ts'

/** More of what looks like a time to act and is none: no calendar day may be read from any of these, in a plan or in rules. */
const families: Record<string, string[]> = {
  'numbers of documents, written otherwise': [
    'Kế hoạch số 3/2/KH-UBND',
    'Công văn 15/6/CV-PNV',
    'Số: 12/5/2025/QĐ-HĐ',
    'Nghị quyết 12-NQ/ĐU',
    'Thông báo số 30/4-TB/HU',
    'Quyết định 1512/QĐ-BHXH',
    'mẫu số 05/TĐKT',
    'Biểu số 02/2025',
    'Tờ trình 7/6/TTr-SNV',
    'Luật số 15/2012/QH13',
  ],
  'days of documents, written otherwise': [
    'Nghị quyết ngày 12/5/2025 của Đảng ủy',
    'Công văn số 88/SNV-TĐKT, ngày 12/5/2025',
    'theo Quyết định số 5/QĐ-UBND ngày 02 tháng 6 năm 2025 của Chủ tịch Ủy ban nhân dân xã',
    'Hướng dẫn số 09/HD-SNV (ngày 12/5/2025)',
    'Kết luận số 12-KL/HU, ngày 12/5/2025',
    '(ban hành kèm theo Quyết định số 99/QĐ-SXD ngày 12 tháng 5 năm 2025)',
    'Tờ trình số 14/TTr-PNV ngày 12/5/2025 của Trưởng phòng Nội vụ',
    'Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ',
    'sửa đổi, bổ sung tại Thông tư số 2/2024/TT-BNV ngày 01/3/2024',
    'Bình Khê, ngày 02 tháng 6 năm 2025',
  ],
  'anniversaries and named days, written otherwise': [
    'kỷ niệm 70 năm Ngày truyền thống ngành (10/10/1955 - 10/10/2025)',
    'Ngày Quốc tế Phụ nữ 8/3',
    'Ngày Doanh nhân Việt Nam 13/10',
    'Ngày Gia đình Việt Nam (28/6)',
    'Ngày Môi trường thế giới 05/6',
    'chào mừng thành công Đại hội và ngày Quốc tế Lao động 01/5',
    'nhân kỷ niệm ngày Thương binh - Liệt sĩ 27/7/2025',
    'hướng tới kỷ niệm 95 năm ngày thành lập Đoàn (26/3/1931 - 26/3/2026)',
    'dịp Quốc khánh 2/9',
    'lập thành tích mừng ngày thành lập xã 12/9/2025',
  ],
  'stages and terms, written otherwise': [
    'giai đoạn 2026-2030',
    'giai đoạn I (2021 - 2025)',
    'nhiệm kỳ 2025 – 2030',
    'năm học 2025-2026',
    'trong 5 năm 2021 - 2025',
    'tầm nhìn đến năm 2045 (giai đoạn 2030 - 2045)',
    'khóa 2021 - 2026',
  ],
  'names of campaigns, written otherwise': [
    'đợt cao điểm “90 ngày đêm thông tuyến”',
    'phong trào “Mùa xuân năm 2026”',
    'cuộc thi “Sáng tạo trẻ năm 2025”',
    'chiến dịch 60 ngày đêm',
    'tháng cao điểm “An toàn giao thông tháng 9/2025”',
    'mô hình “3 sạch, 5 không”',
  ],
  'scores, shares, telephones, places': [
    'đạt 12/14 chỉ tiêu',
    'có 15/20 xã về đích',
    'điểm 8/10',
    'hơn 2/3 số hộ dân',
    '1/3 thành viên Hội đồng',
    'đường dây nóng 0263.812.456',
    'điện thoại: 0988 123 456',
    'số tài khoản 1902 5678 1234',
    'thửa đất số 12/5 đường Bờ Kè',
    'Quốc lộ 27/3',
    'tỷ lệ 70/30',
    'kích thước 20/30 cm',
    'từ 10 đến 15 điểm',
    'từ 50 - 60% số hộ',
    'cộng 5 điểm, trừ 10 điểm',
    'phòng 305, nhà A2',
    'ca trực 24/24h',
    'xe 29 chỗ',
  ],
  'stamps and data': [
    'Ngày in: 12/5/2025 10:00',
    'Giờ ký: 12/5/2025 08:15:20',
    '2025-05-12T08:15:20+07:00',
    'số liệu tính từ ngày 01/01/2025 đến ngày 30/6/2025',
    'kết quả từ ngày 15/12/2024 đến ngày 14/6/2025',
    'tính đến thời điểm 30/6/2025',
    'lũy kế đến hết tháng 6/2025',
    'thời điểm chốt số liệu đến ngày 30/6/2025',
    'mốc tính thành tích từ ngày 01/01/2025',
  ],
  effect: ['có hiệu lực từ ngày 15/7/2025', 'Hiệu lực thi hành kể từ ngày 01/01/2026', 'áp dụng kể từ ngày 01/7/2025'],
  'no day at all': [
    'ngày tháng năm sinh',
    'ngày     tháng     năm 2025',
    'qua ngày tháng rèn luyện',
    'những tháng năm gian khổ',
    'mỗi tháng họp chi bộ',
    'hai tháng liên tục',
    'trong ba tháng tiếp theo',
    'báo cáo 06 tháng, năm',
    'họp 3 tháng, 6 tháng',
    'trước khi xét khen thưởng',
    'trước mắt tập trung tuyên truyền',
    'từ nay về sau',
    'sau ngày bầu cử',
    'đúng thời hạn quy định',
    'quá hạn 5 ngày bị trừ điểm',
    'mười ngày đêm thi đua',
    'ngày làm việc thứ bảy',
    'tháng cao điểm',
    'quý đồng chí',
    'năm tập thể, mười cá nhân',
    'tước danh hiệu đã phong tặng',
  ],
}

describe.each(Object.entries(families))('%s', (_name, sentences) => {
  it.each(sentences)('%s', (sentence) => {
    for (const context of [plan, rules]) {
      const dated = readTimes(sentence, context).filter(({ on, from, recurrence }) => on ?? from ?? recurrence)
      expect(dated.map(sayTime)).toEqual([])
    }
  })
})
