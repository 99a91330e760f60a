import type { Day } from '../../domain/day.ts'
import { countsOf, honoursOf, type ListedPerson, type RegistrationBody } from '../../domain/registration-body.ts'
import type { Misfit } from '../../domain/registration-fit.ts'
import { formatDay } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { shorten } from './ask.ts'
import { groupItems } from './body.ts'

const shownPeople = 12

const finish = (texts: Texts, day: Day | null | undefined): string =>
  day ? `\n   ${texts.t('register.shown.finishDay', { day: formatDay(texts, day) })}` : ''

/** "Nguyễn Văn A (Chi hội trưởng), Lao động tiên tiến". */
function describePerson({ name, position, unit, title, commendation, initiative }: ListedPerson): string {
  const place = [position, unit].filter(Boolean).join(', ')
  const honours = [title, commendation, initiative && `“${shorten(initiative, 60)}”`].filter(Boolean)
  return [place ? `${name} (${place})` : name, ...honours].join(', ')
}

function describePeople(texts: Texts, { people }: RegistrationBody): string {
  if (people.length === 0) return ''
  const names = people.slice(0, shownPeople).map(describePerson)
  const more = people.length - names.length
  const rest = more > 0 ? texts.t('register.shown.morePeople', { count: more }) : ''
  return texts.t('register.shown.people', { count: people.length, names: names.join('; ') }) + rest
}

function describeItems(texts: Texts, body: RegistrationBody): string[] {
  const lines = groupItems(body).map(({ content, work, targets, finishDay }, index) => {
    const doing = work ? `\n   ${texts.t('register.shown.work', { work })}` : ''
    const promised = targets.map(({ text }) => text).filter((text) => text !== content)
    const target = promised.length ? `\n   ${texts.t('register.shown.target', { target: promised.join('; ') })}` : ''
    return `${index + 1}. ${shorten(content, 300)}${doing}${target}${finish(texts, finishDay)}`
  })
  return body.shape === 'yearly' && lines.length > 0 ? [texts.t('register.shown.pledge'), ...lines] : lines
}

/** What is registered, line by line, as preview and paper view show it. */
export function describeBody(texts: Texts, body: RegistrationBody): string[] {
  const { title, commendation, initiative, attachments } = body
  return [
    ...describeItems(texts, body),
    title ? texts.t('register.shown.title', { title }) : '',
    commendation ? texts.t('register.shown.commendation', { commendation }) : '',
    initiative ? texts.t('register.shown.initiative', { initiative }) : '',
    describePeople(texts, body),
    attachments.length > 0
      ? texts.t('register.shown.attachments', { names: attachments.map(({ name }) => shorten(name, 60)).join('; ') })
      : '',
  ].filter((line) => line !== '')
}

/** "2 nội dung, 3 chỉ tiêu"; without targets only the contents; of a year "3 danh hiệu, 1 hình thức khen thưởng". */
export function describeCounts(texts: Texts, body: RegistrationBody): string {
  const { contents, targets } = countsOf(body)
  const { titles, commendations } = honoursOf(body)
  const parts = [
    contents > 0 ? texts.t('register.shown.contents', { count: contents }) : '',
    targets > 0 ? texts.t('register.shown.targets', { count: targets }) : '',
  ]
  const ofYear = [
    titles > 0 ? texts.t('register.shown.titles', { count: titles }) : '',
    commendations > 0 ? texts.t('register.shown.commendations', { count: commendations }) : '',
    body.people.length > 0 ? texts.t('register.shown.listed', { count: body.people.length }) : '',
  ]
  const all = body.shape === 'yearly' ? [...ofYear, ...parts] : parts
  return all.filter((part) => part !== '').join(', ') || texts.t('register.shown.initiatives')
}

/** "nội dung “…” không còn trong kế hoạch; ngày hoàn thành … ngoài thời gian thi đua": what no longer fits the plan. */
export const describeMisfits = (texts: Texts, misfits: Misfit[]): string =>
  misfits
    .map((misfit) =>
      misfit.kind === 'content'
        ? texts.t('register.misfit.content', { content: shorten(misfit.content, 60) })
        : texts.t('register.misfit.day', { content: shorten(misfit.content, 60), day: formatDay(texts, misfit.day) }),
    )
    .join('; ')
