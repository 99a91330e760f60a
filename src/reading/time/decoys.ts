import { hideAll } from './hide.ts'

const slashed = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?`
const date = String.raw`(?:${slashed}|\d{1,2}\s+tháng\s+\d{1,2}(?:\s*,?\s*năm\s+\d{4})?)`
/** "45/KH-UBND", "06/2021/TT-BNV", "417/SXD-VP", "12-CT/TU", "45(/1/SNV-VP". */
const number = String.raw`\d{1,6}\(?(?:/\d{1,4})?(?:\s?/\s?|-)\p{Lu}[\p{L}\d&.]*(?:(?:\s?[-/]|-\s)[\p{Lu}§][\p{L}\d&.]*)*`
const paper =
  'Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kết luận|Công văn|Công điện|Thông báo|Tờ trình|Hướng dẫn|Quy định|Quy chế|Kế hoạch|Chương trình|Đề án|Báo cáo'
const cues = 'trước|tước|chậm|châm|muộn|trễ|đến|tới|từ|hết|vào|trong|gửi|nộp|hoàn thành|quá'

const pattern = (source: string) => new RegExp(source, 'giu')

/** A quoted time is one that is set or changed: `thành “trước ngày 25/6/2023”`. */
const notATime =
  '(?![“"]\\s*(?:trước|chậm nhất|đến hết|đến|trong|từ)?\\s*(?:ngày|tháng|quý)?\\s*\\d{1,2}\\s?[/ ][^”"]{1,40}[”"])'

/** What looks like a time to act and is none. Each with a phrase that shows it. */
const decoys: { name: string; pattern: RegExp }[] = [
  // 2023-01-12T10:15:02+0700 · Giờ ký: 12/01/2023 10:15:02 · Giờ đăng: 10:15 ngày 12/01/2023
  {
    name: 'stamp',
    pattern: pattern(
      String.raw`\d{4}-\d\d-\d\dt\d\d:\d\d\S*|(?:giờ|thời gian|ngày)\s+(?:ký|đăng|in)(?:\s+số)?\s*:[^;]*|ký\s+(?:bởi|số)[^;]*`,
    ),
  },
  // phong trào “Chung sức làm đường trong năm 2023”
  { name: 'quoted name', pattern: pattern(`${notATime}“[^”“]{0,400}(?:[”"]|(?=“))|${notATime}"[^"“”]{0,400}"`) },
  // Kế hoạch số 45/KH-UBND ngày 12/02/2023 · Quyết định số 05/QĐ-SNV, ngày 03 tháng 4 năm 2023
  {
    name: 'cited document',
    pattern: new RegExp(
      String.raw`(?:[Ss]ố\s*:?\s*)?(?<![\d/])${number}(?:\s*,?\s*\(?\s*(?:ký\s+)?ngày\s+${date})?`,
      'gu',
    ),
  },
  // Chỉ thị ngày 12/5/2023 của Bộ Chính trị · ngày 12/7/2023 của UBND tỉnh (the capital is checked by the lookahead)
  {
    name: 'day of a document',
    pattern: new RegExp(
      String.raw`(?<!(?:${cues})\s+)(?<!\p{L})ngày\s+${date}\s*,?\s+(?=(?:của|do)\s+\p{Lu}|về\s+(?:việc|tổ chức|tăng cường)|sửa đổi|quy định)`,
      'gu',
    ),
  },
  // Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022
  {
    name: 'law',
    pattern: new RegExp(String.raw`(?:${paper})(?:(?!(?:${cues})\s)[^.;:\d]){0,140}\sngày\s+${date}`, 'gu'),
  },
  // (12/5/1973 - 12/5/2023) · (ngày 12/5) · (02/3/1953 – 02/3/2023)
  {
    name: 'anniversary',
    pattern: pattern(
      String.raw`(?<!(?:thứ\s*(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ nhật|sáng|chiều|tuần\s+(?:này|sau|tới)|hôm\s+nay)\s*)\(\s*(?:ngày\s+)?${slashed}(?:\s*[-–]\s*(?:ngày\s+)?${slashed})?\s*\)`,
    ),
  },
  {
    name: 'anniversary',
    pattern: pattern(
      String.raw`(?:kỷ niệm|chào mừng|hưởng ứng|nhân dịp|nhân ngày|mừng|dịp)(?:(?!(?:${cues})\s)[^.;()]){0,110}?${date}`,
    ),
  },
  // Ngày Thầy thuốc Việt Nam 27/2 · Ngày Nhà giáo Việt Nam (20/11)
  {
    name: 'named day',
    pattern: new RegExp(String.raw`[Nn]gày\s+\p{Lu}(?:(?!(?:${cues})\s)[^.;:()\d]){3,70}\(?\s*${date}`, 'gu'),
  },
  // giai đoạn 2021 - 2025 · nhiệm kỳ 2027 - 2032 · năm học 2023 - 2024 · kế hoạch 5 năm (2021 - 2025)
  {
    name: 'stage',
    pattern: pattern(
      String.raw`(?:giai đoạn|nhiệm kỳ|năm học|niên khóa|thời kỳ)?(?:\s+(?:từ\s+)?năm)?\s*\(?(?<!\d)(?:19|20)\d\d\s*[-–]\s*(?:năm\s+)?(?:19|20)\d\d\)?|năm học\s+\d{4}`,
    ),
  },
  // tầm nhìn đến năm 2045
  { name: 'stage', pattern: pattern(String.raw`tầm nhìn\s+(?:đến\s+)?năm\s+\d{4}`) },
  // ngày     tháng     năm 2023: left blank in the head
  { name: 'head', pattern: pattern(String.raw`ngày[\s.…_]*tháng[\s.…_]*năm\s+\d{4}`) },
  // có hiệu lực kể từ ngày 10 tháng 9 năm 2023 · áp dụng từ ngày 05/8/2023 · kể từ ngày ký
  {
    name: 'effect',
    pattern: pattern(
      String.raw`(?:có\s+)?hiệu lực[^.;]*|áp dụng\s+(?:kể\s+)?(?:từ|đến)\s+(?:hết\s+)?(?:ngày\s+)?${date}|(?<!ngày\s+|làm việc\s+|,\s+|\)\s+)kể\s+từ\s+ngày\s+ký(?!\p{L})(?!\s[^.;,]{0,40}?(?:đến|tới)\s)`,
    ),
  },
  // số liệu từ ngày 15/12/2022 đến ngày 14/6/2023 · tính đến hết tháng 8/2023 · từ ngày 15 của tháng cuối quý trước đến ngày 14 của …
  {
    name: 'data collected',
    pattern: pattern(
      String.raw`(?:tính|lũy kế|luỹ kế|chốt|số liệu)(?:\s+(?:được|lấy|báo cáo|thời điểm))*(?:\s+(?:kể|tính))?\s+(?:từ|đến|tới)(?:\s+(?:thời điểm|hết|cuối|đầu))*\s+(?:ngày\s+|tháng\s+|năm\s+|quý\s+)?[\dIV][^.;)]*`,
    ),
  },
  {
    name: 'data collected',
    pattern: pattern(
      String.raw`từ\s+ngày\s+\d{1,2}(?:\s+(?:của\s+)?)?tháng[^.;]{0,40}?trước(?:[^.;]{0,30}?)đến\s+(?:hết\s+)?ngày\s+\d{1,2}[^.;,)]*`,
    ),
  },
  // tính từ đầu năm học đến ngày 30/4/2023 · Thời gian tính thành tích: từ … · Kỳ báo cáo: từ ngày … đến …
  {
    name: 'data collected',
    pattern: pattern(
      String.raw`(?:tính|lũy kế|luỹ kế)\s+từ\s+(?:đầu|khi)\s[^.;,\d]{0,40}\sđến\s[^.;)]*|thời\s+(?:gian|điểm)\s+(?:tính|chốt|lấy)\s+(?:thành tích|số liệu|điểm|kết quả)[^.;]*|kỳ\s+(?:báo cáo|đánh giá|số liệu)\s*:?\s*(?:được\s+)?(?:tính\s+)?từ\s[^.;]*`,
    ),
  },
  // Đánh giá kết quả từ ngày 01/7/2023 đến ngày 30/6/2024 · mốc tính thành tích: từ 21/10 năm trước đến 20/10 năm sau
  {
    name: 'data collected',
    pattern: pattern(
      String.raw`(?:kết quả|thành tích|số liệu|tình hình)(?:\s+(?:thực hiện|đạt được|công tác|hoạt động|trong thời gian))*\s+từ\s+(?:ngày\s+|tháng\s+)?${date}\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+|tháng\s+)?(?:${date})?|mốc\s+(?:thời\s+gian|thời\s+điểm|tính)[^.;]*|từ\s+(?:ngày\s+)?${date}\s+(?:của\s+)?năm\s+trước[^.;]*`,
    ),
  },
  // 26 tháng Chạp năm Giáp Thìn · mùng 10 tháng 3 âm lịch
  {
    name: 'lunar',
    pattern: pattern(
      String.raw`\d{1,2}\s+tháng\s+(?:chạp|giêng)(?:\s+năm\s+\p{L}+\s+\p{L}+)?|${date}\s+(?:năm\s+(?!\d)\p{L}+\s+\p{L}+\s+)?\(?âm lịch\)?`,
    ),
  },
  // An Sơn, ngày 12 tháng 5 năm 2023 (the head)
  { name: 'head', pattern: new RegExp(String.raw`^\s*\p{Lu}[\p{L} .-]{2,40},\s*ngày\s+${date}`, 'gu') },
  // 24/7 · 24/24 · 80-80-80 · 02612.345.678 · từ 71 - 75% · sinh ngày 02/9/1980
  {
    name: 'number',
    pattern: pattern(
      String.raw`(?<!\d)24/(?:7|24)(?!\d|/)|(?<!\d|(?:ngày|trước|hết|đến|từ)\s+)\d{2}-\d{2}-\d{2}(?!\d)|\d{2,5}[.\s]\d{3}[.\s]\d{3,4}|\d{8,}|\d+\s*[-–]\s*\d+\s*%|sinh\s+ngày\s+${date}`,
    ),
  },
  // số 27 - 29 Hàng Dừa · số 9/12 đường Bờ Kè
  { name: 'street', pattern: /số(?:\s+nhà)?\s+\d+\s*[-–/]\s*\d+\s+(?:đường\s+|phố\s+)?\p{Lu}\p{L}+/gu },
]

/** The sentence with covers over what looks like a time to act and is none; every other letter keeps its place. */
export const hideDecoys = (text: string): string => decoys.reduce((rest, { pattern }) => hideAll(rest, pattern), text)
