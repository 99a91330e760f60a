/** What the sections of a plan are called, where such words fill a line. */
const topics = [
  'Mục đích(?:(?:,| và| -|;)? ?(?:ý nghĩa, )?yêu cầu)?',
  'Yêu cầu',
  'Mục tiêu(?: chung| cụ thể)?',
  'Chỉ tiêu(?: thi đua| cụ thể)?',
  'Căn cứ(?: xây dựng kế hoạch| pháp lý)?',
  'Nội dung(?:,? (?:và )?(?:thi đua|thực hiện|phong trào|chỉ tiêu|tiêu chí|hình thức|thời gian|công việc)(?: thi đua)?)*',
  '(?:Phạm vi|Đối tượng)(?:,? (?:và )?(?:phạm vi|đối tượng|thời gian|tham gia|áp dụng|thi đua|khen thưởng))*',
  'Thời gian(?: thực hiện| phát động| thi đua)?(?:,? (?:và )?địa điểm)?',
  'Tiến độ(?: thực hiện)?',
  'Tiêu (?:chuẩn|chí)(?:,? (?:và )?(?:thi đua|khen thưởng|đánh giá|xét tặng|xét khen thưởng|hình thức))*',
  '(?:Hình thức,? (?:và )?(?:mức )?)?[Kk]hen thưởng',
  'Kinh phí(?: thực hiện)?',
  'Giải pháp(?: thực hiện)?',
  'Nhiệm vụ(?:,? (?:và )?giải pháp| trọng tâm)?',
  'Tổ chức thực hiện',
  'Phân công(?: nhiệm vụ| thực hiện| trách nhiệm)?',
  'Trách nhiệm(?: thực hiện| thi hành)?',
]
const topic = new RegExp(`^(?:${topics.join('|')}):?$`, 'u')

/** Is a line nothing but the name of a section: `Nội dung thi đua`, `Tổ chức thực hiện`? */
export const isTopicLine = (line: string): boolean => line.length <= 60 && topic.test(line.trim())
