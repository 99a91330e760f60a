/** A short plan of our own writing, as it is typed into Word: one paragraph a line. */
export const planLines = [
  'UBND XÃ HỒ SEN',
  'Số: 14/KH-UBND',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Hồ Sen, ngày 06 tháng 3 năm 2026',
  'KẾ HOẠCH',
  'Phát động phong trào thi đua “Đường làng xanh, nhà sạch” năm 2026',
  'Căn cứ Kế hoạch số 40/KH-UBND ngày 20/02/2026 của UBND tỉnh, UBND xã xây dựng kế hoạch như sau:',
  'I. MỤC ĐÍCH',
  'Động viên cán bộ, công chức và Nhân dân trong xã giữ gìn vệ sinh môi trường.',
  'II. TỔ CHỨC THỰC HIỆN',
  '1. Các thôn gửi đăng ký thi đua về Văn phòng UBND xã trước ngày 20/3/2026.',
  '2. Văn phòng UBND xã tổng hợp, báo cáo kết quả trước ngày 15/11/2026.',
]

export const planText = planLines.join('\n')
