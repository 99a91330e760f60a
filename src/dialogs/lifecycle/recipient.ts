import type { PlanDeadline } from '../../store/plan-rows.ts'
import type { Texts } from '../../texts/texts.ts'

/** "Hội đồng … xã (qua Văn phòng – thống kê xã)" → who decides and through whom it goes; one name is both. */
export function splitRecipient(recipient: string | null): { council: string; through: string } | null {
  if (!recipient) return null
  const match = /^(.*?)\s*\((?:thông )?qua\s+(.+?)\)\s*$/iu.exec(recipient)
  return match ? { council: match[1] ?? '', through: match[2] ?? '' } : { council: recipient, through: recipient }
}

/** Who decides, and to which office the signed paper goes; where the plan names nobody, in general words. */
export function recipientsOf(texts: Texts, { deadline }: { deadline: PlanDeadline | null }) {
  const named = splitRecipient(deadline?.deadline.recipient ?? null)
  return {
    council: named?.council ?? texts.t('register.decidingCouncil'),
    office: named?.through ?? texts.t('register.council'),
  }
}
