import { fold } from '../domain/fold.ts'

// Words that stand in any question or any plan's name and tell none from another.
const common = new Set(
  `a nua nhe nha vay het khoang em chi a oi ban minh anh bao bi cac cho chi chung co con cua da dang day de den di dong duoc em gi gio giup gui ha han hay hoi ke khi khong la lam luc may minh mot nao nay ngay nhu nhung nop noi o phai phat phong trao
   qua ra roi sau se tai the thi thoi to toi trong tu va vao ve viec voi xem xin y dua doi hoach ky so ban ngay thang nam tuan quy chot dot theo truoc dua thuc hien to chuc bo phan don vi xa huyen tinh
   bc dk kh tk deadline when what is the due for of plan my report registration khen thuong ho tong ket`.split(/\s+/),
)

const telling = (text: string) => [...new Set(fold(text).split(' '))].filter((word) => word !== '' && !common.has(word))

type Named = { id: string; names: string[] }

/**
 * The plans whose names share the most telling words with a text; none where no telling word is shared. A text that has
 * no telling word of its own names no plan.
 */
export function matchPlans(text: string, plans: Named[]): string[] {
  const wanted = telling(text)
  const scores = plans.map(({ id, names }) => {
    const words = new Set(names.flatMap(telling))
    return { id, score: wanted.filter((word) => words.has(word)).length }
  })
  const best = Math.max(0, ...scores.map(({ score }) => score))
  return best === 0 ? [] : scores.filter(({ score }) => score === best).map(({ id }) => id)
}

/** "bao giờ hết hạn", "nộp ở đâu": the words ask. */
const asks = /\b(?:bao gio|khi nao|ngay nao|luc nao|han|nop|gi|dau|the nao|may|ai|chua)\b/

/** Are these words part of a plan's name ("cải cách hành chính"), and no question about it? */
export function namesPlan(text: string, plans: { shortName: string; title: string | null }[]): boolean {
  const wanted = telling(text)
  if (wanted.length === 0 || asks.test(fold(text))) return false
  return plans.some(({ shortName, title }) => {
    const words = new Set([shortName, title ?? ''].flatMap(telling))
    return wanted.every((word) => words.has(word))
  })
}

/** Are there words left that would name something (a plan, a unit), once the common ones are gone? */
export const namesSomething = (text: string): boolean => telling(text).length > 0
