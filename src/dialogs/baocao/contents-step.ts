import { contentKey } from '../../domain/registration-body.ts'
import { itemsOfPlan } from '../../domain/report.ts'
import { shorten } from '../dangky/ask.ts'
import { readStrayWords } from '../dangky/stray-words.ts'
import type { Read, Step } from '../engine/dialog.ts'
import { type Answers, answers as schema } from './answers.ts'
import { type Ask, again, headed, refused, reportedOf, tidy, took } from './ask.ts'

const mostItems = 20
const longestContent = 300

type Item = Answers['items'][number]

/** The contents of the plan, then one's own words. */
async function offered(ask: Ask): Promise<Item[]> {
  const { plan } = await reportedOf(ask)
  const ofPlan = schema.parse({ items: itemsOfPlan(plan.draft) }).items
  const known = new Set(ofPlan.map(({ content }) => contentKey(content)))
  return [...ofPlan, ...ask.answers.items.filter(({ content }) => !known.has(contentKey(content)))]
}

const isSame = (one: Item, other: Item) => contentKey(one.content) === contentKey(other.content)

function toggled(answers: Answers, item: Item): Answers {
  const rest = answers.items.filter((one) => !isSame(one, item))
  return { ...answers, items: rest.length < answers.items.length ? rest : [...answers.items, item] }
}

/** "1, 3": places in a list of `count`; null where the text is something else. */
function readPlaces(text: string, count: number): number[] | null {
  const numbers = text
    .split(/[\s,;.+&]+|và|va/u)
    .filter(Boolean)
    .map(Number)
  const good = numbers.length > 0 && numbers.every((one) => Number.isInteger(one) && one >= 1 && one <= count)
  return good ? [...new Set(numbers)] : null
}

function noted({ turn, answers }: Ask, next: Answers): Read<Answers> {
  if (next.items.length > mostItems) return refused(turn, 'reports.contents.tooMany', { most: mostItems })
  return answers.items === next.items ? again(answers) : again(next)
}

export const contentsStep: Step<Answers> = {
  async ask(ask) {
    const { texts } = ask.turn
    const contents = await offered(ask)
    const lines = contents.map((item, index) => {
      const ticked = ask.answers.items.some((one) => isSame(one, item)) ? texts.t('register.contents.ticked') : ''
      return `${index + 1}. ${shorten(item.content, 140)}${ticked}`
    })
    return headed(ask, [texts.t(contents.length > 0 ? 'reports.contents.ask' : 'reports.contents.askOwn'), ...lines])
  },
  async choices(ask) {
    const { texts } = ask.turn
    const contents = await offered(ask)
    const { items } = ask.answers
    const all = { value: 'all', label: texts.t('reports.contents.all') }
    const done = { value: 'done', label: texts.t('register.continue') }
    const wantsAll = contents.length > items.length && contents.length <= mostItems
    return [...(items.length > 0 ? [done] : []), ...(wantsAll ? [all] : [])]
  },
  // Bare numbers name contents of the list.
  plainNumbers: true,
  async read(input, ask) {
    const { turn, answers } = ask
    if (input.kind === 'choice' && input.value === 'done') return took({ ...answers, itemsDone: true })
    const contents = await offered(ask)
    if (input.kind === 'choice') return took({ ...answers, items: contents, itemsDone: true })
    const text = input.kind === 'text' ? tidy(input.text) : ''
    const places = readPlaces(text, contents.length)
    if (places) return noted(ask, places.flatMap((place) => contents[place - 1] ?? []).reduce(toggled, answers))
    if (!/\p{L}{2}/u.test(text)) return refused(turn, 'register.contents.unclear', { typed: text.slice(0, 60) })
    if (text.length > longestContent)
      return refused(turn, 'register.tooLong', { length: text.length, most: longestContent })
    const listed = contents.some(({ content }) => contentKey(content) === contentKey(text))
    const stray = listed ? null : readStrayWords(turn, text, answers.items.length === 0)
    if (stray) return refused(turn, stray, { typed: text.slice(0, 60) })
    const own = { contentSection: null, content: text, work: '', target: null, finishDay: null }
    return noted(ask, toggled(answers, { ...own, evidence: [], evidenceDone: false, keeping: [] }))
  },
}
