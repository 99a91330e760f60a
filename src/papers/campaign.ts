import { fold } from '../domain/fold.ts'
import type { Texts } from '../texts/texts.ts'
import type { PaperPlan } from './cite-plan.ts'

/** A plan's short name after "đăng ký": "thi đua 120 năm …" as it is, "120 năm …" with the word before it. */
export function campaignOf(texts: Texts, { shortName }: Pick<PaperPlan, 'shortName'>): string {
  const folded = fold(shortName)
  if (!/(?:^| )(?:thi dua|phong trao)(?: |$)/.test(folded)) return texts.t('papers.campaign', { plan: shortName })
  const isOpener = /^(?:(?:dot|phong trao) )?thi dua|^phong trao/.test(folded)
  return isOpener ? `${shortName.charAt(0).toLocaleLowerCase('vi')}${shortName.slice(1)}` : shortName
}

/** The same after "kết quả", "khen thưởng": as a movement, "phong trào thi đua 120 năm …". */
export function movementOf(texts: Texts, plan: Pick<PaperPlan, 'shortName'>): string {
  const campaign = campaignOf(texts, plan)
  return fold(campaign).startsWith('thi dua') ? texts.t('papers.movement', { campaign }) : campaign
}
