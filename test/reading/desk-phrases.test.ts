import { describe, expect, it } from 'vitest'
import { readSmallPlan } from './read-small-plan.ts'
import { namesTime, sayDeadline } from './say-deadline.ts'

/** What clerks of many bodies write, in a plan of 10 March 2025: the first column is the sentence, the second when it wants it done. */
// digits lost or blank, years of two digits, next year, hours, rounds, cut-offs
// biome-ignore format: a table keeps its columns
const lostOrOtherwise: [string, string][] = [
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 2?/11/2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày .../.../2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày …/11/2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày … tháng 11 năm 2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày     tháng 11 năm 2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ chậm nhất ngày 1S/11/2025.', 'by ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ chậm nhất ngày 15/1l/2025.', 'by 2025-11-15 ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 32/10/2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 31/9/2025.', 'before ? impossible_day'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 25/11/20?5.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày ___/___/2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 2 /11/2025.', 'before 2025-11-02 last 2025-11-01 ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 25/11/25.', 'before 2025-11-25 last 2025-11-24'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 25-11-25 để tổng hợp.', 'before 2025-11-25 last 2025-11-24'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ hạn chót ngày ?5 tháng 11 năm 2025.', 'by ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày áy 4b tháng 11 năm 2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày......tháng 11 năm 2025.', 'before ? torn_digits'],
  ['Các đơn vị gửi báo cáo về Sở Nội vụ trước 17 giờ ngày ../11/2025.', 'before 17:00 ? torn_digits'],
  ['Các đơn vị gửi báo cáo tổng kết trước ngày 31/01 năm sau.', 'before 2026-01-31 last 2026-01-30'],
  ['Báo cáo năm gửi trước ngày 15 tháng 01 năm sau.', 'before 2026-01-15 last 2026-01-14'],
  ['Báo cáo tổng kết gửi về Văn phòng chậm nhất ngày 10/01 của năm sau.', 'by 2026-01-10'],
  ['Các đơn vị hoàn thành hồ sơ trước ngày 20/01 năm tới.', 'before 2026-01-20 last 2026-01-19'],
  ['Gửi báo cáo trước ngày 20/12 năm nay.', 'before 2025-12-20 last 2025-12-19'],
  ['Đ/c Chánh Văn phòng tổng hợp, tham mưu báo cáo BTV Đảng ủy trước 20/6.', 'before 2025-06-20 last 2025-06-19'],
  ['Các chi bộ gửi BC về VP Đảng ủy chậm nhất 16h ngày 18/6 (thứ Tư).', 'by 16:00 2025-06-18'],
  ['Yêu cầu các đồng chí gửi bài tham luận trước thứ Sáu, ngày 13/6/2025.', 'before 2025-06-13 last 2025-06-12'],
  ['Hạn nhận hồ sơ: 17h00 ngày 30/5/2025 (tính theo dấu bưu điện).', 'by 17:00 2025-05-30'],
  ['Thời gian nhận bài dự thi: Từ ngày phát động đến hết ngày 30/8/2025.', 'by 2025-08-30'],
  ['Kết quả gửi về Ban Thi đua trước ngày 25 của tháng cuối mỗi quý.', 'before each quarter 25/- last_month'],
  ['Báo cáo quý trước ngày 20 tháng cuối quý, báo cáo năm trước ngày 10/12.', 'before each quarter 20/- last_month | before 2025-12-10 last 2025-12-09'],
  ['Báo cáo quý I trước ngày 20/3, quý II trước ngày 20/6, quý III trước ngày 20/9, báo cáo năm trước ngày 10/12/2025.', 'before 2025-03-20 last 2025-03-19 | before 2025-06-20 last 2025-06-19 | before 2025-09-20 last 2025-09-19 | before 2025-12-10 last 2025-12-09'],
  ['Nộp sáng kiến: đợt 1 trước 15/4/2025; đợt 2 trước 15/10/2025.', 'before 2025-04-15 last 2025-04-14 | before 2025-10-15 last 2025-10-14'],
  ["Các khoa, phòng nộp bản đăng ký danh hiệu thi đua về phòng TCCB trước 11h30' ngày 28/3/2025.", 'before 11:30 2025-03-28'],
  ['Các tổ chuyên môn hoàn thành chấm sáng kiến xong trước khi kết thúc năm học 2024-2025.', 'before {trước khi kết thúc năm học 2024-2025}'],
  ['Học kỳ I: hoàn thành trước 15/01/2026; học kỳ II: hoàn thành trước 25/5/2026.', 'before 2026-01-15 last 2026-01-14 | before 2026-05-25 last 2026-05-24 ? year_contradicts'],
  ['Từ 05/5 - 10/5/2025: các lớp tổng duyệt văn nghệ.', 'during 2025-05-05 … 2025-05-10'],
  ['Thời gian: 7h30, ngày 19/5/2025. Địa điểm: Hội trường UBND xã.', 'on 07:30 2025-05-19'],
  ['Lễ phát động: 8 giờ 00 phút, thứ Hai, ngày 17/3/2025 tại sân trường.', 'on 08:00 2025-03-17'],
  ['Đại đội gửi báo cáo về Tiểu đoàn trước 15.00 ngày 20.6.2025.', 'before 15:00 2025-06-20'],
  ['Các đơn vị gửi báo cáo về Ban Chính trị trước 16.00, 20.6.2025.', 'before 16:00 2025-06-20'],
  ['Báo cáo tuần gửi trước 10h00 thứ Sáu hằng tuần.', 'before 10:00 each week weekday 5'],
  ['Báo cáo tháng gửi trước ngày 22 hằng tháng, báo cáo quý gửi trước ngày 22 tháng cuối quý.', 'before each month 22/- | before each quarter 22/- last_month'],
  ['Định kỳ ngày 15 và 30 hằng tháng, các HTX báo cáo tiến độ.', 'on each month 15/- | on each month 30/-'],
  ['Chậm nhất sau 03 ngày làm việc kể từ khi kết thúc hội nghị, gửi biên bản về Phòng Nội vụ.', 'by 3 working days from event'],
  ['Chậm nhất 02 ngày sau khi kết thúc đợt thi đua, các đội báo cáo kết quả.', 'by 2 days from event'],
  ['Gửi hồ sơ trước ngày tổng kết ít nhất 10 ngày làm việc.', 'by -10 working days from event'],
  ['Văn bản góp ý gửi về Văn phòng trước ngày 20/4/2025; quá thời hạn trên nếu không có ý kiến coi như thống nhất.', 'before 2025-04-20 last 2025-04-19'],
  ['Sau ngày 20/4/2025 đơn vị nào không gửi coi như không tham gia.', 'by 2025-04-20'],
  ['Mọi hồ sơ gửi sau thời điểm 17h00 ngày 20/4/2025 đều không hợp lệ.', 'by 17:00 2025-04-20'],
  ['Các doanh nghiệp đăng ký qua biểu mẫu trực tuyến đến 24h00 ngày 20/4/2025.', 'by 23:59 2025-04-20'],
  ['Các đồng chí hoàn thành việc nộp phiếu trong buổi sáng ngày 20/4/2025.', 'on 2025-04-20'],
  ['Trước ngày 10 tháng 4, 10 tháng 7 và 10 tháng 10 năm 2025, các phòng gửi báo cáo quý.', 'before 2025-04-10 last 2025-04-09 | before 2025-07-10 last 2025-07-09 | before 2025-10-10 last 2025-10-09'],
  ['Trước các ngày 10/4, 10/7, 10/10/2025 các phòng gửi báo cáo quý.', 'before 2025-04-10 last 2025-04-09 | before 2025-07-10 last 2025-07-09 | before 2025-10-10 last 2025-10-09'],
  ['Các phường hoàn thành trong 6 tháng đầu năm 2025.', 'during 2025-01-01 … 2025-06-30 (half_year)'],
  ['Các xã hoàn thành trong nửa đầu tháng 5/2025.', 'during 2025-05-01 … 2025-05-31 (month) ? vague_part'],
  ['Hoàn thành xong trước 30/4.', 'before 2025-04-30 last 2025-04-29'],
  ['Xong trước Tết Nguyên đán Bính Ngọ 2026.', 'before {trước Tết Nguyên đán Bính Ngọ 2026}'],
  ['Ngay trong tháng 4/2025 triển khai ký cam kết.', 'during 2025-04-01 … 2025-04-30 (month)'],
  ['Thời hạn hoàn thành: Quý II/2025.', 'by 2025-04-01 … 2025-06-30 (quarter)'],
  ['Thời gian hoàn thành: Tháng 5, 6/2025.', 'during 2025-05-01 … 2025-06-30 (month)'],
  ['Thời gian hoàn thành: 30/6/2025.', 'by 2025-06-30'],
]

// ministries, schools, hospitals, unions, the army, the Party, businesses
// biome-ignore format: a table keeps its columns
const byBodies: [string, string][] = [
  ['Báo cáo kết quả thực hiện về Bộ Nội vụ (qua Ban Thi đua - Khen thưởng Trung ương) trước ngày 05 tháng 12 hằng năm để tổng hợp, báo cáo Thủ tướng Chính phủ.', 'before each year 5/12'],
  ['Định kỳ trước ngày 05/6 và ngày 05/12 hằng năm, các bộ, ngành gửi báo cáo.', 'before each year 5/6 | before each year 5/12'],
  ['Các Bộ, ngành, địa phương xây dựng kế hoạch hoàn thành trong quý I năm 2026; sơ kết vào năm 2028, tổng kết vào năm 2030.', 'during 2026-01-01 … 2026-03-31 (quarter) | during 2028-01-01 … 2028-12-31 (year) | during 2030-01-01 … 2030-12-31 (year)'],
  ['Tổng kết Phong trào vào Quý IV năm 2030.', 'during 2030-10-01 … 2030-12-31 (quarter)'],
  ['Sơ kết giai đoạn I vào cuối năm 2025.', 'during 2025-01-01 … 2025-12-31 (year) ? vague_part'],
  ['Hồ sơ đề nghị khen thưởng gửi về Bộ trước ngày 31/10/2025 (tính theo dấu bưu điện nơi gửi).', 'before 2025-10-31 last 2025-10-30'],
  ['Gửi file mềm vào hộp thư thidua@example.vn trước 16 giờ 30 phút ngày 12/5/2025.', 'before 16:30 2025-05-12'],
  ['Thời hạn: ngày 15/5/2025.', 'by 2025-05-15'],
  ['Thời hạn: trước 15/5.', 'before 2025-05-15 last 2025-05-14'],
  ['Thời hạn báo cáo: Trước ngày 20 tháng cuối quý (đối với báo cáo quý), trước ngày 10/12 (đối với báo cáo năm).', 'before each quarter 20/- last_month | before 2025-12-10 last 2025-12-09'],
  ['Báo cáo sơ kết 6 tháng gửi trước ngày 10/6/2025; báo cáo tổng kết năm gửi trước ngày 10/11/2025.', 'before 2025-06-10 last 2025-06-09 | before 2025-11-10 last 2025-11-09'],
  ['Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/11.', 'before 2025-06-15 last 2025-06-14 | before 2025-11-15 last 2025-11-14'],
  ['Chậm nhất ngày 10 tháng 6 (đối với báo cáo 6 tháng) và ngày 10 tháng 12 (đối với báo cáo năm) gửi về Phòng Nội vụ.', 'by 2025-06-10 | by 2025-12-10'],
  ['Các tổ nộp sáng kiến về BGH vào ngày 12-13/5/2025.', 'during 2025-05-12 … 2025-05-13'],
  ['Ngày 24,25/5/2025: Chấm sáng kiến cấp trường.', 'during 2025-05-24 … 2025-05-25'],
  ['Từ ngày 5/5 đến 9/5: GVCN hoàn thành hồ sơ thi đua lớp.', 'during 2025-05-05 … 2025-05-09'],
  ['Tuần 30 (từ 07/4 đến 12/4/2025): thi giáo viên dạy giỏi.', 'during 2025-04-07 … 2025-04-12'],
  ["Thời gian nộp: Chậm nhất 16h00' ngày 15/5/2025 (Thứ năm).", 'by 16:00 2025-05-15'],
  ["Thời gian nộp: Chậm nhất 16h00' ngày 15/5/2025 (Thứ sáu).", 'by 16:00 2025-05-15 ? weekday_mismatch'],
  ['Các lớp nộp báo tường về Đoàn trường trước 17h thứ 6 ngày 14/11/2025.', 'before 17:00 2025-11-14'],
  ['GVCN nộp danh sách cho đ/c Lan (Văn thư) chậm nhất là thứ 5 (15/5/2025).', 'by 2025-05-15'],
  ['Sáng thứ Hai ngày 17/11/2025 (giờ chào cờ): tổng kết, trao thưởng.', 'on 2025-11-17'],
  ['Tiết 1 sáng thứ 2 (17/11): phát động thi đua.', 'on 2025-11-17'],
  ['Học kì 1: nộp trước ngày 10/1/2026.', 'before 2026-01-10 last 2026-01-09'],
  ['Khoa/phòng gửi bảng chấm điểm về P.TCHC vào ngày 25 hàng tháng.', 'on each month 25/-'],
  ['Các khoa gửi phiếu đăng ký về phòng KHTH từ ngày 01/4 đến hết 15/4/2025.', 'during 2025-04-01 … 2025-04-15'],
  ['Trước ngày 5 của tháng đầu quý sau, các khoa gửi báo cáo quý.', 'before each quarter 5/- ? round_unclear'],
  ['Trong vòng 24 giờ kể từ khi xảy ra sự cố, khoa báo cáo Giám đốc.', 'by 1 days from event'],
  ['CĐCS tổng hợp, báo cáo kết quả về LĐLĐ huyện trước 30/5 để tổng hợp báo cáo cấp trên.', 'before 2025-05-30 last 2025-05-29'],
  ['Các cơ sở Đoàn báo cáo nhanh kết quả ra quân trước 11h00 ngày 01/6/2025, báo cáo tổng kết trước ngày 31/8/2025.', 'before 11:00 2025-06-01 | before 2025-08-31 last 2025-08-30'],
  ['100% chi đoàn hoàn thành công trình thanh niên trước ngày 26/3/2025.', 'before 2025-03-26 last 2025-03-25'],
  ['Lễ ra quân cấp tỉnh: dự kiến ngày 01/6/2025; cấp xã: xong trước ngày 05/6/2025.', 'on 2025-06-01 ? tentative | before 2025-06-05 last 2025-06-04'],
  ['Hội LHPN các xã gửi ảnh dự thi: từ ngày 01/4 đến 24h00 ngày 30/4/2025.', 'during 23:59 2025-04-01 … 2025-04-30'],
  ['Bình chọn trực tuyến: 10 ngày, từ 0h00 ngày 01/5 đến 24h00 ngày 10/5/2025.', 'during 23:59 2025-05-01 … 2025-05-10'],
  ['Hạn cuối nhận bài: 20/9/2025.', 'by 2025-09-20'],
  ['Thời hạn cuối cùng nhận bài dự thi là 17 giờ ngày 20/9/2025 (theo dấu bưu điện).', 'by 17:00 2025-09-20'],
  ['Bài dự thi gửi về Ban Tổ chức trước ngày 20/9/2025 (căn cứ dấu bưu điện).', 'before 2025-09-20 last 2025-09-19'],
  ['Công bố kết quả và trao giải: Tháng 10/2025.', 'during 2025-10-01 … 2025-10-31 (month)'],
  ['Các đơn vị báo cáo về Ban CHQS huyện (qua Ban Chính trị) trước 10.00 ngày 22.12.2025.', 'before 10:00 2025-12-22'],
  ['Hoàn thành trước 22/12/2025; báo cáo kết quả về trên trước 25/12/2025.', 'before 2025-12-22 last 2025-12-21 | before 2025-12-25 last 2025-12-24'],
  ['Sơ kết đợt 1 trước ngày 10.5, đợt 2 trước ngày 10.9.2025.', 'before 2025-05-10 last 2025-05-09 | before 2025-09-10 last 2025-09-09'],
  ['Các chi bộ báo cáo Đảng uỷ (qua Ban Tuyên giáo) trước ngày 25 tháng 5.', 'before 2025-05-25 last 2025-05-24'],
  ['Các cấp uỷ hoàn thành việc kiểm điểm trước ngày 30/11; đảng uỷ cơ sở xong trước 15/12/2025.', 'before 2025-11-30 last 2025-11-29 | before 2025-12-15 last 2025-12-14'],
  ['Cấp chi bộ: hoàn thành trước 15/11/2025. Cấp đảng bộ cơ sở: hoàn thành trước 30/11/2025.', 'before 2025-11-15 last 2025-11-14 | before 2025-11-30 last 2025-11-29'],
  ['Kiểm tra giám sát từ tháng 7 đến tháng 9/2025.', 'during 2025-07-01 … 2025-09-30 (month)'],
  ['Định kỳ 6 tháng (trước 15/6), 1 năm (trước 15/12) báo cáo về Ban Thường vụ.', 'before each half_year 15/6 | before each year 15/12'],
  ['Hằng quý (trước ngày 15 của tháng cuối quý), 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) báo cáo kết quả về Văn phòng.', 'before each quarter 15/- last_month | before each half_year 15/6 | before each year 15/12'],
  ['Tổ trưởng sản xuất chốt danh sách gửi Ban Giám đốc HTX trước ngày mùng 5 hàng tháng.', 'before each month 5/-'],
  ['Các đơn vị thành viên gửi báo cáo về Tổng Công ty vào ngày làm việc cuối cùng của tháng.', 'each month ? round_unclear'],
  ['Gửi hồ sơ về Thường trực Khối trước ngày 10 tháng 01 năm 2026.', 'before 2026-01-10 last 2026-01-09'],
  ['Trưởng khối gửi dự thảo giao ước xin ý kiến trước hội nghị ký kết 07 ngày.', 'by -7 days from event'],
  ['Ký kết giao ước thi đua chậm nhất trong quý I.', 'by 2025-01-01 … 2025-03-31 (quarter)'],
  ['Tổ chức hội nghị tổng kết khối thi đua trước ngày 15 tháng 01 năm sau.', 'before 2026-01-15 last 2026-01-14'],
]

/** When a deadline wants its task done, without kind, clause and body. */
const sayWhen = (said: string) => said.replace(/^\S+ /u, '').replace(/ ?\[[^\]]*\] .*$/su, '')

const read = (sentence: string): string =>
  readSmallPlan(`I. TỔ CHỨC THỰC HIỆN\n\n1. ${sentence}\n`)
    .deadlines.filter((one) => namesTime(one) || one.reason)
    .map((one) => `${sayWhen(sayDeadline(one))}${one.event && !one.offset ? ` {${one.event}}` : ''}`)
    .join(' | ')

describe('phrases of many desks', () => {
  it.each([...lostOrOtherwise, ...byBodies])('%s', (sentence, when) => {
    expect(read(sentence)).toBe(when)
  })
})
