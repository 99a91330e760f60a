/** A whole registration in one message: words of the plan, then content, target and people as they were typed. */
export type OneMessage = { plan: string; content: string; target: string; people: string }

/**
 * "120 năm⏎Cải cách hành chính⏎100% hồ sơ đúng hạn⏎Nguyễn Văn A; Trần Thị B", or all in one line parted by ";", " - "
 * or "|" → its parts, those not given empty; null where there is no more than words of a plan.
 */
export function readOneMessage(text: string): OneMessage | null {
  const lines = text.trim().split(/\s*\n\s*/)
  const parts = lines.length > 1 ? lines : text.trim().split(/\s*[;|]\s*|\s+[-–]\s+/)
  const [plan = '', content = '', target = '', ...people] = parts.filter((part) => part !== '')
  return content === '' ? null : { plan, content, target, people: people.join('\n') }
}
