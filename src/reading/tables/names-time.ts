const figure =
  /\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|\d{1,2}\s+tháng\s+\d{1,2}|tháng\s+\d{1,2}|quý\s+(?:[IV]+|\d)|năm\s+\d{4}/giu
const around =
  /(?<!\p{L})(?:trước|sau|chậm nhất|muộn nhất|trễ nhất|hoàn thành|dự kiến|trong|vào|từ|đến|hết|hằng|hàng|ngày|tháng|quý|năm|đầu|giữa|cuối|tuần|sáng|chiều|là|và|thứ|của|các|h|giờ|[IV]{1,4}|hai|ba|tư|sáu|bảy|chủ nhật)(?!\p{L})|\d{1,2}\s?(?:giờ|h|g)\s?\d{0,2}|\d{1,4}|[-–/.,;:()\s]/giu
const noDay =
  /^(?:thường xuyên|định kỳ|theo quy định|cả năm|hằng (?:năm|quý|tháng|tuần)|hàng (?:năm|quý|tháng|tuần)|khi có yêu cầu)/iu

/** Does a cell say nothing but a time: `Trước ngày 12/02/2026`, `Tháng 7/2026`, `Thường xuyên`? */
export function namesTime(cell: string): boolean {
  const words = cell.trim()
  if (words.length > 90) return false
  if (noDay.test(words)) return true
  const rest = words.replace(figure, '')
  return rest !== words && rest.replace(around, '') === ''
}
