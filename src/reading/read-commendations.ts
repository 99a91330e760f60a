import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { fold, squeeze } from './fold.ts'
import { innermost, naming, saidBehindLabel, sectionsNamed, wordsOf } from './sections.ts'

const awards =
  'Huân chương|Huy chương|Bằng [Ll]ao động sáng tạo|Bằng khen|Giấy khen|Cờ thi đua|Kỷ niệm chương|Thư khen|Chiến s[ĩỹ] thi đua|Tập thể [Ll]ao động xuất sắc|Lao động tiên tiến|Anh hùng [Ll]ao động|Danh hiệu (?=[“"]|Chiến|Lao động|Tập thể|Cờ)|Giải thưởng'

const award = new RegExp(`(?:${awards})`, 'iu')
/** `Bằng khen của A; Giấy khen của B`, `Bằng khen của A và Giấy khen của B`. */
const parting = new RegExp(
  String.raw`[;.]\s*|,\s*(?:(?:công nhận|xét tặng|tặng)\s+)?(?:danh hiệu\s+)?(?=(?:${awards}))|\s+(?:và|hoặc)\s+(?=(?:${awards}))`,
  'iu',
)
const kindOf = new RegExp(`^(?:${awards})`, 'iu')
/** `Chủ tịch UBND các xã` behind `Giấy khen của Chủ tịch UBND huyện;`: the same award from another hand. */
const giver =
  /^(?:(?:của|và)\s+)?(?=Chủ tịch|Thủ trưởng|Giám đốc|Thủ tướng|Bộ trưởng|Chủ nhiệm|UBND|Ủy ban|Hội đồng|Ban |Bí thư|Hiệu trưởng)/u

/** `Đề nghị Bằng khen của Chủ tịch UBND tỉnh cho các tập thể …` → `Bằng khen của Chủ tịch UBND tỉnh`. */
const awardIn = (part: string): string | null => {
  const at = part.search(award)
  if (at < 0) return null
  return squeeze(part.slice(at).replace(/\s*(?:\(|:|\bcho\s|\bđối với\s|\bđể\s|theo\s).*$/su, ''))
}

/** `Chủ tịch UBND xã tặng Giấy khen`: who gives it stands before. */
const givenBy =
  /(?:^|[\s,;:])((?:Chủ tịch|Thủ trưởng|(?:Tổng )?Giám đốc|Thủ tướng|Bộ trưởng|Hiệu trưởng|UBND|Ủy ban|Hội đồng|Ban )[^,;:.]{0,60}?)\s+(?:xét\s+|quyết định\s+)?(?:tặng(?: thưởng)?|khen thưởng)\s*$/u

const withGiver = (name: string, part: string): string => {
  const giver = /^\S+ khen$/u.test(name) ? givenBy.exec(part.slice(0, part.search(award)))?.[1] : null
  return giver ? `${name} của ${giver}` : name
}

function namesIn(text: string): string[] {
  const names: string[] = []
  for (const part of text.split(parting).map(squeeze)) {
    const name = awardIn(part)
    const kind = kindOf.exec(names.at(-1) ?? '')?.[0]
    if (name) names.push(withGiver(name.charAt(0).toUpperCase() + name.slice(1), part))
    else if (kind && giver.test(part)) names.push(`${kind} của ${part.replace(/^(?:của|và)\s+/, '')}`)
  }
  return names
}

const forms = naming('(?:hinh thuc|muc)(?: va [a-z ]+)? khen thuong|hinh thuc')

const isOnAwards = (label: string): boolean => forms.test(label) || /^khen thuong/.test(label)

/** The commendations that a plan names under its forms of commendation, one by one, each with its section. */
export function readCommendations(clauses: readonly Clause[]): PlanDraft['commendations'] {
  const sections = innermost(sectionsNamed(clauses, isOnAwards))
  const said = sections.flatMap(({ opening, below }) => [
    { section: opening.section, text: saidBehindLabel(opening) },
    ...below.map((clause) => ({ section: clause.section, text: wordsOf(clause) })),
  ])
  const named = said.flatMap(({ section, text }) => namesIn(text).map((name) => ({ name, section })))
  return named.filter(({ name }, at) => named.findIndex((other) => fold(other.name) === fold(name)) === at)
}
