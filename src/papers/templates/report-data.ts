import type { Texts } from '../../texts/texts.ts'
import { citePlan } from '../cite-plan.ts'
import type { PaperUnit } from '../paper-unit.ts'
import type { ReportToSign } from '../report-paper.ts'
import type { TemplateData } from './fill-template.ts'
import { issuerData } from './registration-data.ts'

/** 98.4 → 98,4%; what cannot be counted is left empty. */
const percent = (share: number | null) => (share === null ? '' : `${String(share).replace('.', ',')}%`)

/** What an agency's own form for a report is filled with; its numbers are those of the report's rows. */
export function reportData(texts: Texts, report: ReportToSign, issuer: PaperUnit | null): TemplateData {
  const { plan, year, to, unit, person, position, round, closing, rows, assessment, proposals, place } = report
  return {
    ...issuerData(issuer),
    ...(issuer === null && { 'địa danh': place ?? '' }),
    'kế hoạch': citePlan(texts, plan),
    năm: String(year),
    'nơi tiếp nhận': to.join('\n'),
    'đơn vị': unit,
    'họ tên': person,
    'chức vụ': position,
    'kỳ báo cáo': round ?? '',
    'mốc số liệu': closing?.words ?? '',
    'kết quả': rows.map((row) => ({
      STT: String(row.number),
      'tên nội dung': row.content,
      'công việc': row.work,
      'chỉ tiêu': row.registered,
      'đã đạt': row.achieved,
      'tỷ lệ': percent(row.share),
      'tình hình': row.account,
      'minh chứng': row.evidence.join('; '),
    })),
    'khó khăn': assessment.difficulties,
    'nguyên nhân': assessment.causes,
    'kiến nghị': assessment.proposals,
    'đề nghị khen': proposals.map(({ name, position: post, commendation }, at) => ({
      STT: String(at + 1),
      'họ tên': name,
      'chức vụ': post,
      'hình thức khen': commendation,
    })),
  }
}
