import type { Day } from '../../domain/day.ts'
import { countsOf, type RegistrationBody } from '../../domain/registration-body.ts'
import { formatDay } from '../../texts/days.ts'
import type { Texts } from '../../texts/texts.ts'
import { groupItems } from './answers.ts'
import { shorten } from './ask.ts'

const shownPeople = 12

const finish = (texts: Texts, day: Day | null | undefined): string =>
  day ? `\n   ${texts.t('register.shown.finishDay', { day: formatDay(texts, day) })}` : ''

function describePeople(texts: Texts, { people }: RegistrationBody): string {
  if (people.length === 0) return ''
  const names = people.slice(0, shownPeople).map(({ name, position }) => (position ? `${name} (${position})` : name))
  const more = people.length - names.length
  const rest = more > 0 ? texts.t('register.shown.morePeople', { count: more }) : ''
  return texts.t('register.shown.people', { count: people.length, names: names.join('; ') }) + rest
}

/** What is registered, line by line, as preview and paper view show it. */
export function describeBody(texts: Texts, body: RegistrationBody): string[] {
  const items = groupItems(body).map(({ content, work, targets, finishDay }, index) => {
    const doing = work ? `\n   ${texts.t('register.shown.work', { work })}` : ''
    const promised = targets.length
      ? `\n   ${texts.t('register.shown.target', { target: targets.map(({ text }) => text).join('; ') })}`
      : ''
    return `${index + 1}. ${shorten(content, 300)}${doing}${promised}${finish(texts, finishDay)}`
  })
  const title = body.title ? texts.t('register.shown.title', { title: body.title }) : ''
  const commendation = body.commendation
    ? texts.t('register.shown.commendation', { commendation: body.commendation })
    : ''
  return [...items, describePeople(texts, body), title, commendation].filter((line) => line !== '')
}

/** "2 nội dung, 3 chỉ tiêu"; without targets only the contents are counted. */
export function describeCounts(texts: Texts, body: RegistrationBody): string {
  const { contents, targets } = countsOf(body)
  const counted = texts.t('register.shown.contents', { count: contents })
  return targets === 0 ? counted : `${counted}, ${texts.t('register.shown.targets', { count: targets })}`
}
