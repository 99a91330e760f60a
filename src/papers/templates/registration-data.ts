import { formatFull } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { citePlan } from '../cite-plan.ts'
import type { PaperUnit } from '../paper-unit.ts'
import type { PersonRegistration, UnitRegistration } from '../registration-paper.ts'
import type { TemplateData } from './fill-template.ts'

/** The head and foot of a unit's paper, as it was asked; empty where it was not. */
export const issuerData = (issuer: PaperUnit | null): TemplateData => ({
  'cơ quan chủ quản': issuer?.superior ?? '',
  'cơ quan ban hành': issuer?.issuer ?? '',
  'địa danh': issuer?.place ?? '',
  'quyền hạn người ký': issuer?.signer.lines.join('\n') ?? '',
  'người ký': issuer?.signer.name ?? '',
})

function registered(texts: Texts, { plan, year, to, body }: UnitRegistration | PersonRegistration): TemplateData {
  return {
    'kế hoạch': citePlan(texts, plan),
    năm: String(year),
    'nơi tiếp nhận': to.join('\n'),
    'danh hiệu': body.title ?? '',
    'hình thức khen': body.commendation ?? '',
    'sáng kiến': body.initiative ?? '',
    'ghi chú': body.note ?? '',
    'nội dung': body.items.map(({ content, work, target, finishDay }, at) => ({
      STT: String(at + 1),
      'tên nội dung': content,
      'công việc': work,
      'chỉ tiêu': target?.text ?? '',
      'ngày hoàn thành': finishDay === null ? '' : formatFull(finishDay),
    })),
  }
}

/** What an agency's own form for a unit's registration is filled with. */
export const unitRegistrationData = (
  texts: Texts,
  registration: UnitRegistration,
  issuer: PaperUnit | null,
): TemplateData => ({
  ...issuerData(issuer),
  ...registered(texts, registration),
  'đơn vị': registration.unit,
  'danh sách': registration.body.people.map(({ name, position, unit, title, commendation, initiative }, at) => ({
    STT: String(at + 1),
    'họ tên': name,
    'chức vụ': position,
    'bộ phận': unit ?? '',
    'danh hiệu': title ?? '',
    'hình thức khen': commendation ?? '',
    'sáng kiến': initiative ?? '',
  })),
})

/** The same for one person's own registration. */
export function personRegistrationData(texts: Texts, registration: PersonRegistration): TemplateData {
  const { person, place, confirmer } = registration
  return {
    ...registered(texts, registration),
    'họ tên': person.name,
    'chức vụ': person.position,
    'đơn vị': person.unit,
    'địa danh': place ?? '',
    'chức vụ người xác nhận': confirmer?.lines.join(' ') ?? '',
    'người xác nhận': confirmer?.name ?? '',
  }
}
