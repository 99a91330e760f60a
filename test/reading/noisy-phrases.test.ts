import { describe, expect, it } from 'vitest'
import { readSmallPlan } from './read-small-plan.ts'
import { namesTime, sayDeadline } from './say-deadline.ts'

/** What scans and hurried hands make of sentences, and other orders of words, in a plan of 10 March 2025: the first column is the sentence, the second when it wants it done. */
// glued words, misread cues, torn days, ends of office hours
// biome-ignore format: a table keeps its columns
const noisy: [string, string][] = [
  ['Các đơn vị gửi báo cáo về Sở Nội vu tróc ngày 20/4/2025.', 'before 2025-04-20 last 2025-04-19 ? misread_word'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ chậm nhat ngày 20/4/2025.', 'by 2025-04-20 ? misread_word'],
  ['Các đơn vị gửi báo cáo trước ngày 20/4//2025.', 'before ? torn_digits'],
  ['Thời hạn: …/11/2025.', 'by ? torn_digits'],
  ['Hạn nộp: …/…/2025', 'by ? torn_digits'],
  ['Thời hạn nộp hồ sơ: 2?/11/2025.', 'by ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày 20/42025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày 20/04/ 2025 .', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước ngày20/4/2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trướcngày 20/4/2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước ngày 20 / 4 / 2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước ngày 20 tháng 4năm 2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước ngày 20tháng 4 năm 2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước ngày 20-4-2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước ngày 20\\4\\2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày l0/4/2025.', 'before 2025-04-10 last 2025-04-09 ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày 1O/4/2025.', 'before 2025-04-10 last 2025-04-09 ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày 20/4/202S.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày 20/4/2O25.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày 20,4/2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo trước ngày: 20/4/2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước: 20/4/2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo (trước 20/4/2025).', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo [trước ngày 20/4/2025].', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo *trước ngày 20/4/2025*.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo TRƯỚC NGÀY 20/4/2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước 17giờ00 ngày 20/4/2025.', 'before 17:00 2025-04-20'],
  ['Các đơn vị gửi báo cáo trước 17h 30 ngày 20/4.', 'before 17:30 2025-04-20'],
  ['Các đơn vị gửi báo cáo trước 17:00 (thứ Sáu, 18/4/2025).', 'before 17:00 2025-04-18'],
  ['Các đơn vị gửi báo cáo trước 5h chiều ngày 20/4/2025.', 'before 17:00 2025-04-20'],
  ['Các đơn vị gửi báo cáo cuối giờ chiều ngày 20/4/2025.', 'by 2025-04-20'],
  ['Các đơn vị gửi báo cáo hết giờ làm việc ngày 20/4/2025.', 'by 2025-04-20'],
  ['Các đơn vị gửi báo cáo trước giờ hành chính ngày 20/4/2025.', 'by 2025-04-20'],
  ['Các đơn vị gửi báo cáo trong giờ hành chính, trước ngày 20/4/2025.', 'before 2025-04-20 last 2025-04-19'],
  ['Các đơn vị gửi báo cáo trước cuối giờ sáng thứ Sáu (18/4/2025).', 'by 2025-04-18'],
  ['Các đơn vị gửi báo cáo chậm nhất là hết buổi sáng ngày 20/4/2025.', 'by 2025-04-20'],
  ['Các đơn vị gửi báo cáo chậm nhất vào cuối ngày 20/4/2025.', 'by 2025-04-20'],
]

// other orders, several days, moves and cut-offs
// biome-ignore format: a table keeps its columns
const turned: [string, string][] = [
  ['Trước ngày 10 hàng tháng và trước ngày 05 tháng 12 hàng năm, các phòng gửi báo cáo.', 'before each month 10/- | before each year 5/12'],
  ['Báo cáo gửi về Sở Nội vụ trước ngày 15 tháng cuối quý (báo cáo quý), trước ngày 10/12/2025 (báo cáo năm).', 'before each quarter 15/- last_month | before 2025-12-10 last 2025-12-09'],
  ['Việc gửi hồ sơ hoàn thành chậm nhất là ngày 30 tháng 9 năm 2025; quá thời hạn nêu trên, Sở Nội vụ không tiếp nhận hồ sơ.', 'by 2025-09-30'],
  ['Đề nghị các đồng chí gửi ý kiến góp ý trước ngày 20/4/2025, nếu không có ý kiến coi như đồng ý.', 'before 2025-04-20 last 2025-04-19'],
  ['Ngày 20/4/2025 là hạn cuối nhận hồ sơ.', 'by 2025-04-20'],
  ['20/4/2025 là thời hạn cuối cùng để các đơn vị nộp hồ sơ.', 'by 2025-04-20'],
  ['Các đơn vị có 15 ngày, từ 01/4/2025 đến 15/4/2025, để đăng ký.', 'during 2025-04-01 … 2025-04-15'],
  ['Thời gian đăng ký kết thúc vào 17h00 ngày 20/4/2025.', 'by 17:00 2025-04-20'],
  ['Việc đăng ký kết thúc ngày 20/4/2025.', 'by 2025-04-20'],
  ['Đóng cổng nhận bài lúc 24 giờ ngày 20/4/2025.', 'by 23:59 2025-04-20'],
  ['Kết thúc nhận hồ sơ: 20/4/2025.', 'by 2025-04-20'],
  ['Nhận hồ sơ đến 20/4/2025.', 'by 2025-04-20'],
  ['Nhận hồ sơ từ 8h00 ngày 01/4 đến 17h00 ngày 20/4/2025.', 'during 17:00 2025-04-01 … 2025-04-20'],
  ['Đợt 1: nộp trước 15/4/2025. Đợt 2: nộp trước 15/10/2025.', 'before 2025-04-15 last 2025-04-14 | before 2025-10-15 last 2025-10-14'],
  ['Mỗi đơn vị gửi 02 báo cáo (lần 1: trước 15/6/2025, lần 2: trước 15/11/2025).', 'before 2025-06-15 last 2025-06-14 | before 2025-11-15 last 2025-11-14'],
  ['Lần 1 trước ngày 15/6; lần 2 trước ngày 15/11/2025 gửi báo cáo về Văn phòng.', 'before 2025-06-15 last 2025-06-14 | before 2025-11-15 last 2025-11-14'],
  ['Gửi báo cáo 6 tháng (trước 10/6), 9 tháng (trước 10/9), năm (trước 10/12/2025).', 'before 2025-06-10 last 2025-06-09 | before 2025-09-10 last 2025-09-09 | before 2025-12-10 last 2025-12-09'],
  ['Báo cáo nhanh trước 15h hàng ngày từ ngày 15/5 đến ngày 20/5/2025.', 'before 15:00 each day | during 2025-05-15 … 2025-05-20'],
  ['Giao ban vào ngày 05 và 20 hằng tháng.', 'on each month 5/- | on each month 20/-'],
  ['Ngày 30 tháng cuối mỗi quý họp bình xét.', 'on each quarter 30/- last_month'],
  ['Hằng năm, chậm nhất đến hết tháng 02, các đơn vị đăng ký thi đua.', 'by each year -/2'],
  ['Hằng năm, trước 31/3 các đơn vị đăng ký thi đua; trước 15/12 gửi hồ sơ khen thưởng.', 'before each year 31/3 | before each year 15/12'],
  ['Trong tháng 01 hằng năm, Trưởng khối tổ chức ký kết giao ước thi đua.', 'during each year -/1'],
  ['Tháng 12 hằng năm tổ chức tổng kết.', 'during each year -/12'],
  ['Trước ngày 01 tháng 12 năm 2025 (đối với cấp xã) và trước ngày 15 tháng 12 năm 2025 (đối với cấp tỉnh), gửi báo cáo tổng kết.', 'before 2025-12-01 last 2025-11-30 | before 2025-12-15 last 2025-12-14'],
  ['Cấp xã xong trước 30/5, cấp huyện xong trước 30/6, cấp tỉnh xong trước 30/9/2025.', 'before 2025-05-30 last 2025-05-29 | before 2025-06-30 last 2025-06-29 | before 2025-09-30 last 2025-09-29'],
  ['Hoàn thành đại hội cấp cơ sở trước ngày 30/6/2025, đại hội cấp tỉnh trong tháng 9/2025.', 'before 2025-06-30 last 2025-06-29 | during 2025-09-01 … 2025-09-30 (month)'],
  ['Báo cáo kết quả trước ngày 30/11/2025 (thay thời hạn 15/11/2025 tại Kế hoạch số 12/KH-UBND).', 'before 2025-11-30 last 2025-11-29'],
  ['Thời hạn gửi báo cáo điều chỉnh từ ngày 15/11/2025 sang ngày 30/11/2025.', 'by 2025-11-30'],
  ['Gia hạn nộp hồ sơ thêm 10 ngày, đến hết ngày 30/4/2025.', 'by 2025-04-30'],
  ['Không tổ chức hội thi vào ngày 20/4/2025 như kế hoạch.', 'on 2025-04-20 cancelled'],
  ['Hội thi ngày 20/4/2025 chuyển sang ngày 27/4/2025.', 'on 2025-04-27'],
  ['Các đơn vị hoàn thành việc đăng ký trong 10 ngày đầu tháng 4/2025.', 'during 2025-04-01 … 2025-04-30 (month) ? vague_part'],
  ['Tuần 2 tháng 4/2025: phát động; tuần 4 tháng 5/2025: tổng kết.', 'during 2025-04-01 … 2025-04-30 (month) ? vague_part | during 2025-05-01 … 2025-05-31 (month) ? vague_part'],
  ['Trong 2 ngày 15 và 16/5/2025 tổ chức hội thi.', 'during 2025-05-15 … 2025-05-16'],
  ['Trong 3 ngày, từ 15 - 17/5/2025, tổ chức hội thao.', 'during 2025-05-15 … 2025-05-17'],
  ['Ngày 15, 16, 17 tháng 5 năm 2025 tổ chức hội thao.', 'during 2025-05-15 … 2025-05-17'],
  ['Hai ngày 15-16 tháng 5 năm 2025: tập huấn.', 'during 2025-05-15 … 2025-05-16'],
  ['Lúc 7h30 ngày 19/5/2025, các đội tập trung tại sân vận động.', 'on 07:30 2025-05-19'],
  ['Đúng 8 giờ sáng ngày 19/5/2025 khai mạc.', 'on 08:00 2025-05-19'],
  ['7 giờ 30 sáng thứ Hai (19/5): lễ phát động.', 'on 07:30 2025-05-19'],
  ['19h30 ngày 18/5/2025: Đêm văn nghệ; 7h00 ngày 19/5/2025: Lễ mít tinh.', 'on 19:30 2025-05-18 | on 07:00 2025-05-19'],
]

// what was done, conditions, periods of data, cited papers, goals: no task in any of them
const noTask: string[] = [
  'Từ ngày …/…/2025 đến ngày …/…/2025.',
  'Gửi báo cáo quý I/2025 về Sở Nội vụ để tổng hợp.',
  'Các đơn vị đã gửi báo cáo trước ngày 20/3/2025 được biểu dương.',
  'Tính đến ngày 15/5/2025 có 12 đơn vị hoàn thành.',
  'Số liệu báo cáo chốt đến hết ngày 15/5/2025.',
  'Các nhiệm vụ trong năm 2025 được giao tại Quyết định số 12/QĐ-UBND ngày 12/01/2025.',
  'Đến năm 2025, 100% cán bộ sử dụng chữ ký số.',
  'Phấn đấu đến hết năm 2025 hoàn thành 19 tiêu chí.',
  'Kết quả thực hiện 6 tháng đầu năm 2025 đạt 60% kế hoạch.',
  'Người lao động có thời gian công tác từ 01/01/2020 đến 31/12/2024.',
  'Cán bộ nghỉ hưu trước ngày 01/7/2025 được xét tặng Kỷ niệm chương.',
  'Các tập thể thành lập trước ngày 01/01/2025.',
  'Phong trào được UBND tỉnh phát động ngày 12/02/2025.',
  'Hội nghị tổng kết ngày 15/01/2025 đã đánh giá kết quả.',
  'Thực hiện Công văn ngày 20/4/2025 của Sở Nội vụ.',
  'Thành tích tính từ ngày 01/01/2025 đến ngày 30/10/2025.',
  'Giai đoạn từ năm 2021 đến năm 2025.',
  'Quy định này thay thế Quyết định số 12/2023/QĐ-UBND kể từ ngày 01/5/2025.',
  'Kế hoạch này có hiệu lực từ ngày ký.',
  'Trường hợp cá nhân đi học dưới 01 năm, có mặt trước ngày 01/4 thì vẫn xét.',
  'Xét tặng cho cá nhân công tác trong ngành trước ngày 30/4/1975.',
  'Chỉ tiêu đến ngày 31/12/2025: thu ngân sách đạt 100%.',
  'Giá trị giải ngân đến 31/3/2025 là 30 tỷ đồng.',
  'Lớp tập huấn từ ngày 10/3 đến ngày 12/3/2025 đã thành công tốt đẹp.',
  'Nhân kỷ niệm 50 năm Ngày Giải phóng hoàn toàn miền Nam, thống nhất đất nước 30/4/2025.',
  'Các hoạt động chào mừng Đại hội Đảng bộ tỉnh lần thứ I vào cuối năm 2025.',
  'Đảng viên được kết nạp từ ngày 03/02/2025 đến ngày 19/5/2025.',
  'Mức chi áp dụng từ ngày 01/7/2025.',
  'Theo Luật Tổ chức chính quyền địa phương có hiệu lực từ ngày 16/6/2025.',
  'Sinh viên nhập học trước ngày 05/9/2025 được tính điểm rèn luyện.',
  'Năm 2025, Công đoàn ngành phát động 03 đợt thi đua.',
  'Quý I/2025 có 04 đơn vị đạt giải.',
  'Thời gian qua, từ tháng 01/2025 đến tháng 3/2025, các đơn vị đã thực hiện tốt.',
  'Trong năm 2024 các đơn vị đã đăng ký 120 sáng kiến.',
  'Ngày 10/3/2025, Sở Nội vụ ban hành Công văn số 123/SNV-TĐKT.',
  'Số lượng học sinh tính từ đầu năm học đến ngày 30/4/2025.',
  'Điều lệ được thông qua ngày 02/12/2023.',
  'Số 15/2/2025.',
  'Trẻ em sinh từ ngày 01/01/2019 đến 31/12/2019.',
  'Đ/c Nguyễn Văn A, sinh ngày 12/5/1980, vào Đảng ngày 03/02/2005.',
  'Thời gian tính thành tích: từ 01/12/2024 đến 30/11/2025.',
  'Báo cáo số liệu từ ngày 15/12/2024 đến ngày 14/12/2025.',
  'Kỳ báo cáo: từ ngày 15/12/2024 đến 14/6/2025.',
  'Thời gian chốt số liệu báo cáo tháng: từ ngày 15 tháng trước đến ngày 14 của tháng báo cáo.',
  'Tổ chức tốt các hoạt động từ nay đến Tết Nguyên đán.',
  'Kế thừa kết quả thực hiện từ ngày 01/7/2024 đến nay.',
  'Các tập thể, cá nhân có thành tích xuất sắc từ 01/01/2024 đến 31/12/2024 đã được khen thưởng.',
  'Thi đua lập thành tích chào mừng 95 năm Ngày thành lập Đảng (03/02/1930-03/02/2025), 50 năm giải phóng (30/4/1975-30/4/2025).',
  'Triển khai phong trào thi đua do Thủ tướng phát động tại Quyết định số 1234/QĐ-TTg ngày 12/02/2025.',
  'Quán triệt Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị.',
  'Thực hiện mục tiêu đến năm 2030 trở thành xã nông thôn mới nâng cao.',
  'Theo kết luận tại cuộc họp ngày 12/5/2025.',
  'Điện thoại: 0905.123.456 trước 17h hằng ngày.',
  'Đảm bảo trực 24/24, báo cáo 2/3 số thành viên có mặt.',
  'Mỗi chi bộ có ít nhất 1/2 đảng viên tham gia trước ngày hội.',
  'Xã đạt chuẩn nông thôn mới từ ngày 12/12/2023.',
  'Trường hợp đã được khen trong 02 năm 2023, 2024 thì không xét.',
  'Người có thời gian tham gia công tác từ đủ 25 năm trở lên.',
  'Chào mừng Đại hội thi đua yêu nước các cấp tiến tới Đại hội lần thứ XI vào tháng 12/2025.',
  'Tiền thưởng áp dụng mức lương cơ sở từ ngày 01/7/2024.',
  'Giá xăng ngày 15/5/2025 là 20.000 đồng.',
  'Tuyển dụng trước ngày 01/01/2020.',
  'Báo cáo số 12/BC-UBND ngày 10/6/2025 về kết quả 6 tháng đầu năm.',
  'Các danh hiệu thi đua năm 2024 (công nhận ngày 15/01/2025).',
  'Hội nghị tổng kết năm 2024 được tổ chức ngày 10/01/2025.',
  'Những sáng kiến công nhận sau ngày 01/12/2024 được tính cho năm 2025.',
  'Số tiền giải ngân lũy kế từ đầu năm đến ngày 30/4/2025.',
  'Thời gian giữ danh hiệu tính từ ngày ban hành quyết định.',
  'Đại hội đã bầu 15 đồng chí nhiệm kỳ 2025 - 2030 vào ngày 12/4/2025.',
  'Căn cứ tình hình thực tế từ 01/3 đến 31/3/2025.',
  'Đồng chí A nghỉ chế độ từ ngày 01/5/2025.',
  'Hưởng ứng Tháng Thanh niên từ ngày 01/3 đến ngày 31/3/2025.',
  'Trong 05 năm (2020 - 2025), toàn ngành có 120 tập thể được khen.',
]

/** When a deadline wants its task done, without kind, clause and body. */
const sayWhen = (said: string) => said.replace(/^\S+ /u, '').replace(/ ?\[[^\]]*\] .*$/su, '')

const read = (sentence: string): string =>
  readSmallPlan(`I. TỔ CHỨC THỰC HIỆN\n\n1. ${sentence}\n`)
    .deadlines.filter((one) => namesTime(one) || one.reason)
    .map((one) => `${sayWhen(sayDeadline(one))}${one.event && !one.offset ? ` {${one.event}}` : ''}`)
    .join(' | ')

describe('noise and other orders', () => {
  it.each([...noisy, ...turned])('%s', (sentence, when) => {
    expect(read(sentence)).toBe(when)
  })
})

describe('no task', () => {
  it.each(noTask)('%s', (sentence) => {
    const { deadlines } = readSmallPlan(`II. NỘI DUNG\n\n1. ${sentence}\n`)
    expect(deadlines.filter((one) => namesTime(one) || one.reason).map(sayDeadline)).toEqual([])
  })
})
