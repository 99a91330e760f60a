import { describe, expect, it } from 'vitest'
import { readTimes } from '../../../src/reading/time/read-times.ts'
import { plan, rules, sayTime } from './say-time.ts'

/** What looks like a time to act and is none: nothing with a calendar day may be read from any of these. */
const families: Record<string, string[]> = {
  'numbers of documents': [
    'Thông tư số 01/2022/TT-BNV',
    'theo Công văn số 12/11/SYT-NVY',
    'Kế hoạch số 23/KH-UBND',
    'Nghị quyết số 07-NQ/TU',
    'Hướng dẫn 7886/HD-BNV',
    'Quyết định số 3/2025/QĐ-UBND',
    'Luật số 06/2022/QH15',
  ],
  'days of documents': [
    'Thực hiện Kế hoạch số 45/KH-UBND ngày 12/02/2025 của Ủy ban nhân dân huyện',
    'Chỉ thị số 12-CT/TW ngày 03 tháng 4 năm 2024 của Bộ Chính trị',
    'Quyết định số 5/QĐ-SNV, ngày 03/4/2024',
    'Chỉ thị ngày 16/5/2025 của Bộ Chính trị',
    'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
    'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
    'Nghị định số 152/2025/NĐ-CP ngày 14/6/2025',
    'tại Công văn số 77/STC-NS ngày 08/9/2025',
    'Hướng dẫn số 44/HD-HĐTĐKT ngày 01/7/2025 của Hội đồng Thi đua - Khen thưởng',
    '(Kèm theo Quyết định số 88/QĐ-UBND ngày 21 tháng 11 năm 2025)',
    'Lâm Đồng, ngày 18 tháng 11 năm 2025',
  ],
  'anniversaries and named days': [
    'kỷ niệm 50 năm Ngày giải phóng (30/4/1975 - 30/4/2025)',
    'chào mừng 80 năm Quốc khánh (02/9/1945 – 02/9/2025)',
    'Ngày Thầy thuốc Việt Nam 27/2',
    'Ngày Nhà giáo Việt Nam 20/11',
    'hưởng ứng Ngày Quốc tế xóa bỏ bạo lực (ngày 25/11)',
    'tổ chức các hoạt động nhân dịp Quốc khánh 02/9/2025',
    'lập thành tích chào mừng ngày sinh Chủ tịch Hồ Chí Minh 19/5/2025',
    'kỷ niệm ngày thành lập ngành 28/8/2025',
  ],
  'stages, terms, school years': [
    'giai đoạn 2021 - 2025',
    'nhiệm kỳ 2026 – 2031',
    'năm học 2025 - 2026',
    'kế hoạch 5 năm (2021 - 2025)',
    'thời kỳ 2021-2030',
  ],
  'names of campaigns': [
    'phong trào “Chung sức làm đường trong năm 2025”',
    'đợt thi đua “70 ngày cao điểm”',
    'trong thời gian 70 ngày cao điểm',
    '100 ngày đêm thi đua',
    'hưởng ứng “300 ngày đêm thi đua làm đường”',
    'phong trào "Cả nước thi đua từ ngày 01/01/2025 đến ngày 31/12/2025"',
  ],
  'scores, shares, telephones, houses': [
    'Từ 88 - 90% cộng 02 điểm',
    'các mục tiêu 90-90-90',
    'điện thoại 02973.872.704',
    'liên hệ số 0912345678',
    'trực 24/7',
    'trực 24/24 giờ',
    'số 58 - 60 Trần Phú',
    'trụ sở tại số 9/12 đường Lê Duẩn',
    'có mặt ít nhất 2/3 tổng số ủy viên',
    'thời gian: 1/2 ngày',
    'đạt 3/4 chỉ tiêu',
    'mỗi đơn vị 01 tập thể/05 cá nhân',
    'tăng trưởng 8,3-8,5%',
  ],
  stamps: [
    '2025-10-08T09:12:44+0700',
    'Giờ ký: 12/01/2025 10:15:02',
    'Giờ đăng: 10:15 ngày 12/01/2025',
    'Ký bởi: Văn phòng; Ngày ký: 19/12/2025 15:00:00',
    'Thời gian ký: 19.12.2025 15:00:00 +07:00',
  ],
  'effect of the document itself': [
    'Quyết định này có hiệu lực kể từ ngày 15 tháng 12 năm 2025',
    'có hiệu lực thi hành từ ngày 01/7/2025',
    'Quyết định này có hiệu lực kể từ ngày ký ban hành.',
    'áp dụng từ ngày 01/01/2026',
  ],
  'data collected': [
    'số liệu tính đến ngày 30/9/2025',
    'tính đến hết tháng 10/2025',
    'thời gian chốt số liệu từ ngày 15/12/2024 đến ngày 14/6/2025',
    'từ ngày 15 của tháng cuối quý trước đến ngày 14 của tháng cuối quý này',
    'Đánh giá kết quả từ ngày 01/01/2024 đến ngày 31/12/2024',
    'mốc thời gian tính thành tích: từ 16/11/2024 đến 15/11/2025',
    'từ 16/11 năm trước đến 15/11 năm sau',
    'số liệu lấy từ ngày 15 tháng trước đến ngày 14 tháng báo cáo',
    'lũy kế từ ngày 01/01/2025 đến ngày 30/6/2025',
  ],
  'lunar days and births': ['26 tháng Chạp năm Giáp Thìn', 'mùng 10 tháng 3 âm lịch', 'sinh ngày 02/9/1980'],
  'no day at all': [
    'báo cáo theo quy định',
    'thường xuyên báo cáo, đột xuất khi có yêu cầu',
    'kịp thời đề nghị khen thưởng',
    'theo tiến độ của cơ quan chủ trì',
    'nhiệm vụ 6 tháng tiếp theo',
    'trước, trong và sau ngày bầu cử',
    'trước hết, các đơn vị quán triệt',
    'chậm từ 05 ngày đến dưới 10 ngày',
    'kể từ ngày ký',
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
