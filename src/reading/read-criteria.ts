import type { PlanDraft } from '../domain/plan.ts'
import type { Clause } from './document.ts'
import { fold, squeeze } from './fold.ts'
import {
  innermost,
  itemsOf,
  labelOf,
  naming,
  type Section,
  saidBehindLabel,
  sectionsNamed,
  wordsOf,
} from './sections.ts'

/** `Đối với các doanh nghiệp (tư nhân):` → `các doanh nghiệp`. */
const groupName = (label: string): string =>
  squeeze(
    label
      .replace(/\([^()]*\)/g, ' ')
      .replace(/^(?:tiêu chuẩn|tiêu chí)?\s*(?:đối với|của|cho)\s+/iu, '')
      .replace(/[:;.]\s*$/, ''),
  )

/** Words that a label of people or bodies is made of. */
const people =
  /tap the|ca nhan|can bo|cong chuc|vien chuc|nguoi lao dong|ho gia dinh|doanh nghiep|hop tac xa|doi tuong|don vi|co quan|dia phuong|cong nhan|hoi vien|doan vien|^doi voi/

const isGroup = (label: string | null): label is string =>
  label !== null && label.length <= 200 && people.test(fold(label))

/** The headings between a section's own and the clause. */
const headingsInside = (section: Section, clause: Clause): string[] =>
  clause.headings.slice(section.opening.headings.length + 1)

function readCriterion(section: Section, clause: Clause): PlanDraft['criteria'][number] {
  const label = clause === section.opening ? null : labelOf(clause)
  const own = isGroup(label) && saidBehindLabel(clause) ? [label] : []
  const heading = headingsInside(section, clause).findLast((text) => isGroup(text))
  const group = [...(heading ? [heading] : []), ...own].map(groupName).join(': ')
  const text = own.length || clause === section.opening ? saidBehindLabel(clause) : wordsOf(clause)
  return { group, section: clause.section, text }
}

/** The paragraphs that stand straight below a group's heading are criteria too. */
function statements(section: Section): Clause[] {
  const items = itemsOf(section).filter((clause) => clause.kind !== 'heading' || !isGroup(labelOf(clause)))
  const paragraphs = section.below.filter(
    (clause) => clause.kind === 'paragraph' && headingsInside(section, clause).some(isGroup),
  )
  return section.below
    .filter((clause) => items.includes(clause) || paragraphs.includes(clause))
    .concat(items.includes(section.opening) ? [section.opening] : [])
}

const aboutCriteria = naming('tieu chuan|tieu chi')

const isOnCommendation = ({ opening }: Section): boolean => /khen thuong/.test(fold(labelOf(opening) ?? ''))

/** `Thực hiện theo Mục III Kế hoạch số …`: says where the criteria stand, and is none. */
const refersElsewhere = ({ text }: { text: string }): boolean =>
  text.length < 250 && /^thuc hien theo /.test(fold(text)) && /muc|khoan|dieu|so /.test(fold(text))

/** What collectives and people are judged by, each with its group; the criteria of the campaign before those of the commendation. */
export function readCriteria(clauses: readonly Clause[]): PlanDraft['criteria'] {
  const sections = innermost(sectionsNamed(clauses, (label) => aboutCriteria.test(label)))
  const ofCampaign = sections.filter((section) => !isOnCommendation(section))
  const chosen = ofCampaign.length ? ofCampaign : sections
  return chosen
    .flatMap((section) => statements(section).map((clause) => readCriterion(section, clause)))
    .filter((criterion) => !refersElsewhere(criterion))
}
