const lastLetters = 40

/** Does the line end a sentence, an item or a lead-in: `…quy định.`, `…;`, `…như sau:`, `…./.`? */
export const isTerminated = (line: string): boolean => /[.;:!?…](?:["”’»)\]\s]*)$/.test(line.slice(-lastLetters))

/** Words that cannot stand last in a sentence, heading or item: what follows belongs to them. */
const hanging = new Set(
  (
    'và với của các những về cho tại do theo trong ở đến từ bằng là để mà hoặc hay như trên dưới vào ra bởi thì số ngày tháng năm ' +
    'khoản điều điểm mục chương phần thứ quý giữa cùng mỗi mọi ' +
    'thuộc gồm qua gửi nhằm giao được bị có sẽ đã đang không nếu khi việc'
  ).split(' '),
)

/** Does the line end on a comma, an open bracket, a hyphen or a word that wants another: `…phối hợp với`, `…lần thứ`? */
export function isHanging(line: string): boolean {
  const end = line.slice(-lastLetters).trimEnd()
  if (/[,(–—/“-]$/.test(end)) return true
  const last = /([\p{L}]+)$/u.exec(end)?.[1]
  return last !== undefined && hanging.has(last.toLowerCase()) && last !== last.toUpperCase()
}
