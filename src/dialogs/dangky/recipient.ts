/** "Hội đồng … xã (qua Văn phòng – thống kê xã)" → who decides and through whom it goes; one name is both. */
export function splitRecipient(recipient: string | null): { council: string; through: string } | null {
  if (!recipient) return null
  const match = /^(.*?)\s*\((?:thông )?qua\s+(.+?)\)\s*$/iu.exec(recipient)
  return match ? { council: match[1] ?? '', through: match[2] ?? '' } : { council: recipient, through: recipient }
}
