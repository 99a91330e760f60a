import type { PlanDraft } from '../domain/plan.ts'
import { citedDocuments } from './cited-documents.ts'
import type { DocumentText } from './document.ts'
import { planYear } from './plan-year.ts'
import { readAmends } from './read-amends.ts'
import { readAnniversaries } from './read-anniversaries.ts'
import { readAssignments } from './read-assignments.ts'
import { readCommendations } from './read-commendations.ts'
import { readContents, readTargetGroups } from './read-contents.ts'
import { readCriteria } from './read-criteria.ts'
import { readDeadlines } from './read-deadlines.ts'
import { readDocument } from './read-document.ts'
import { readFoot } from './read-foot.ts'
import { type Head, readHead } from './read-head.ts'
import { readIssuerInBody } from './read-issuer.ts'
import { readMotto } from './read-motto.ts'
import { readPeriod } from './read-period.ts'
import { structureWarnings } from './structure-warnings.ts'

const said = (doc: DocumentText, head: Head) => ({
  contents: readContents(doc.clauses),
  targetGroups: readTargetGroups(doc.clauses),
  criteria: readCriteria(doc.clauses),
  commendations: readCommendations(doc.clauses),
  assignments: readAssignments(doc.clauses),
  legalBases: citedDocuments(doc.clauses, head.number),
  anniversaries: readAnniversaries([{ text: doc.title ?? '' }, ...doc.clauses]),
})

/** `QUYẾT ĐỊNH` / `Ban hành Kế hoạch …`: what it lays down is a plan, whose days come once. */
const issuesPlan = ({ type, title }: DocumentText): boolean =>
  type === 'regulation' && /^(?:(?:về )?việc\s+)?(?:ban hành|phê duyệt) (?:kế hoạch|chương trình)/iu.test(title ?? '')

function readTimes(doc: DocumentText, head: Head): Pick<PlanDraft, 'period' | 'deadlines' | 'warnings'> {
  const facts = {
    issuedOn: head.issuedOn,
    docType: issuesPlan(doc) ? 'plan' : (doc.type ?? 'other'),
    title: doc.title,
    year: planYear(doc, head),
  }
  return { period: readPeriod(doc, facts), ...readDeadlines(doc, facts) }
}

/** A document's text → the plan draft and the restored text that its quotes stand in. Never throws: what is not there is null or empty. */
export function readPlan(raw: string): { draft: PlanDraft; text: string } {
  const doc = readDocument(raw)
  const head = readHead(doc.head)
  const facts = said(doc, head)
  const times = readTimes(doc, head)
  const draft: PlanDraft = {
    title: doc.title,
    number: head.number,
    issuer: head.issuer ?? readIssuerInBody(doc.clauses),
    place: head.place,
    issuedOn: head.issuedOn,
    ...readFoot(doc.foot),
    ...readMotto(doc.clauses),
    period: times.period,
    deadlines: times.deadlines,
    ...facts,
    amends: readAmends(doc, facts.legalBases),
    repairs: doc.repairs,
    warnings: [...structureWarnings(doc, head), ...times.warnings],
  }
  return { draft, text: doc.text }
}
