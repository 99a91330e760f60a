import { contentKey, contentsOf } from '../../domain/registration-body.ts'
import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { type Ask, again, campaignOf, headed, refused, shorten, took } from './ask.ts'
import { describeCampaign } from './plan-steps.ts'
import { registrantOf } from './registrants.ts'
import { readStrayWords } from './stray-words.ts'

const mostItems = 10
const longestContent = 300

type Content = { section: string | null; content: string }

/** What this registrant registered for the plan before, of what comes again for this round, by content: the code. */
export async function registeredBefore({ turn, answers }: Ask): Promise<Map<string, string>> {
  const { planId, registrant, revises } = answers
  if (planId === undefined || !registrant || !turn.person) return new Map()
  const before = await turn.store.registrations.ofRound(planId, registrantOf(turn, registrant), turn.now)
  const others = before.filter(({ id }) => id !== revises?.id)
  return new Map(others.flatMap(({ code, body }) => contentsOf(body).map((content) => [contentKey(content), code])))
}

/** The contents to choose from: the plan's that are not registered yet, then one's own words. */
async function offered(ask: Ask): Promise<Content[]> {
  const { plan } = await campaignOf(ask)
  const before = await registeredBefore(ask)
  const ofPlan = plan.draft.contents.map(({ section, text }) => ({ section, content: text }))
  const free = ofPlan.filter(({ content }) => !before.has(contentKey(content)))
  const known = new Set(free.map(({ content }) => contentKey(content)))
  return [...free, ...ask.answers.items.filter(({ content }) => !known.has(contentKey(content)))]
}

const has = ({ items }: Answers, { content }: Content): boolean =>
  items.some((item) => contentKey(item.content) === contentKey(content))

function toggled(answers: Answers, content: Content): Answers {
  const { items } = answers
  const rest = items.filter((item) => contentKey(item.content) !== contentKey(content.content))
  return { ...answers, items: rest.length < items.length ? rest : [...items, content], contentsDone: false }
}

/** "1, 3" or "1 va 2": several of a list at once; null where the text is something else. */
export function readNumbers(text: string, count: number): number[] | null {
  const numbers = text.split(/[\s,;.+&]+|và|va/u).filter(Boolean)
  const picked = numbers.map(Number)
  return numbers.length > 1 && picked.every((number) => Number.isInteger(number) && number >= 1 && number <= count)
    ? [...new Set(picked)]
    : null
}

async function readOwnWords(text: string, ask: Ask) {
  const { turn, answers } = ask
  const content = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const shown = shorten(content, 60)
  if (!/\p{L}{2}/u.test(content)) return refused(turn, 'register.contents.unclear', { typed: shown })
  if (content.length > longestContent)
    return refused(turn, 'register.tooLong', { length: content.length, most: longestContent })
  const code = (await registeredBefore(ask)).get(contentKey(content))
  if (code) return refused(turn, 'register.contents.taken', { content: shown, code })
  const listed = (await offered(ask)).find((one) => contentKey(one.content) === contentKey(content))
  const stray = listed ? null : readStrayWords(turn, content, answers.items.length === 0)
  if (stray) return refused(turn, stray, { typed: shown })
  if (has(answers, { section: null, content })) return again(answers)
  return again(toggled(answers, listed ?? { section: null, content }))
}

export const contentsStep: Step<Answers> = {
  async ask(ask) {
    const { texts } = ask.turn
    const contents = await offered(ask)
    const lines = contents.map((content, index) => {
      const ticked = has(ask.answers, content) ? texts.t('register.contents.ticked') : ''
      return `${index + 1}. ${shorten(content.content, 140)}${ticked}`
    })
    const before = [...new Set((await registeredBefore(ask)).values())]
    const known = before.length > 0 ? texts.t('register.contents.before', { codes: before.join(', ') }) : ''
    const question = contents.length > 0 ? 'register.contents.ask' : 'register.contents.askOwn'
    return headed(ask, [describeCampaign(ask, await campaignOf(ask)), texts.t(question), ...lines, known])
  },
  async choices(ask) {
    const { answers, turn } = ask
    const picks = (await offered(ask)).map((content, index) => ({
      value: contentKey(content.content),
      label: turn.texts.t(has(answers, content) ? 'register.unchoose' : 'register.choose', { number: index + 1 }),
    }))
    const done = { value: 'done', label: turn.texts.t('register.continue'), stays: true }
    return answers.items.length > 0 ? [...picks, done] : picks
  },
  async read(input, ask) {
    const { turn, answers } = ask
    const contents = await offered(ask)
    if (input.kind === 'choice' && input.value === 'done') return took({ ...answers, contentsDone: true })
    if (input.kind === 'text') {
      const numbers = readNumbers(input.text, contents.length)
      if (!numbers) return readOwnWords(input.text, ask)
      const picked = numbers.flatMap((number) => contents[number - 1] ?? [])
      return again(picked.filter((one) => !has(answers, one)).reduce(toggled, answers))
    }
    const content =
      input.kind === 'choice' ? contents.find((one) => contentKey(one.content) === input.value) : undefined
    if (!content) return refused(turn, 'register.contents.unclear', { typed: '' })
    const next = toggled(answers, content)
    return next.items.length > mostItems ? refused(turn, 'register.contents.tooMany', { most: mostItems }) : again(next)
  },
}
