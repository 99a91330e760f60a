import { type Button, button, type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { allWaiting, paperKind } from './paper-kinds.ts'
import type { WaitingPaper } from './waiting-paper.ts'

/** More names than these no head reads before pressing. */
const mostAtOnce = 20
const mostButtons = 6
const countOf = { registration: 'register.waiting.count', report: 'reports.waiting.countReports' } as const

/** The paper after `after` with what may be done, under a first line; null where nothing waits. */
async function presentNext(turn: Turn, after: string, first = ''): Promise<Message | null> {
  const { texts } = turn
  const waiting = await allWaiting(turn)
  const place = waiting.findIndex(({ id }) => id === after)
  const one = waiting[place + 1] ?? waiting[0]
  const card = one && (await paperKind(one.kind).card(turn, one.id))
  if (!one || !card) return null
  const kinds = new Set(waiting.map(({ kind }) => kind))
  const counted = kinds.size > 1 ? 'reports.waiting.count' : countOf[one.kind === 'report' ? 'report' : 'registration']
  const count = texts.t(counted, { count: waiting.length })
  const next = waiting.length > 1 ? [nextButton(turn, one.id)] : []
  const lines = [first, count, ...card.lines].filter((line) => line !== '')
  const buttons = [...card.buttons, ...next, ...allButton(turn, waiting, one)]
  return message(lines.join('\n'), buttons.slice(0, mostButtons))
}

const nextButton = ({ texts }: Turn, after: string): Button =>
  button(texts.t('register.button.next'), 'duyet', 'next', { after })

/** "Duyệt cả 5 bản": offered beside a plain paper where others of its plan are plain too. */
function allButton({ texts }: Turn, waiting: WaitingPaper[], shown: WaitingPaper): Button[] {
  const count = Math.min(plainOf(waiting, shown).length, mostAtOnce)
  if (!shown.plain || count < 2) return []
  const { planId, kind } = shown
  return [button(texts.t('register.button.approveAll', { count }), 'duyet', 'all', { planId, kind })]
}

const plainOf = (waiting: WaitingPaper[], { planId, kind }: Pick<WaitingPaper, 'planId' | 'kind'>) =>
  waiting.filter((one) => one.plain && one.planId === planId && one.kind === kind)

/** Answers with the next paper that waits, or that none does. */
export async function showNext(turn: Turn, after: string): Promise<void> {
  const card = await presentNext(turn, after)
  if (card) turn.reply(card)
  else turn.say('register.waiting.none')
}

/**
 * Confirms a decision and shows what waits after it in the same message. `others`: buttons where nothing waits;
 * `always`: what may still be said of the paper decided.
 */
export async function replyAndNext(
  turn: Turn,
  done: string,
  after: string,
  others: Button[] = [],
  always: Button[] = [],
): Promise<void> {
  const none = message(`${done}\n${turn.texts.t('register.decided.none')}`, others)
  const said = (await presentNext(turn, after, `${done}\n`)) ?? none
  turn.reply({ ...said, buttons: [...said.buttons, ...always].slice(0, mostButtons) })
}

/** Names all the plain papers of a plan before any is approved. */
export async function previewAll(turn: Turn, of: { planId: string; kind: string }): Promise<void> {
  const { texts, store } = turn
  const plain = plainOf(await allWaiting(turn), of).slice(0, mostAtOnce)
  if (plain.length < 2) return showNext(turn, '')
  const lines = await Promise.all(
    plain.map(async ({ kind, id }, at) => `${at + 1}. ${await paperKind(kind).line(turn, id)}`),
  )
  const values = { count: plain.length, plan: (await store.plans.byId(of.planId))?.shortName ?? '' }
  const seen = plain.map(({ id, version }) => ({ id, version }))
  turn.reply(
    message([texts.t('register.approveAll.ask', values), ...lines, texts.t('register.approveAll.plain')].join('\n'), [
      button(texts.t('register.button.approveNow', values), 'duyet', 'allNow', { ...of, seen }),
      nextButton(turn, ''),
    ]),
  )
}

/** Approves the papers that were named; those that changed since are left and said. */
export async function approveAll(
  turn: Turn,
  { kind, seen }: { kind: string; seen: { id: string; version: number }[] },
): Promise<void> {
  const { texts } = turn
  const left: string[] = []
  for (const one of seen)
    if (!(await paperKind(kind).approveQuietly(turn, one))) left.push(await paperKind(kind).line(turn, one.id))
  const count = seen.length - left.length
  const done = texts.t(count > 0 ? 'register.approveAll.done' : 'register.approveAll.nothing', { count })
  const rest = left.map((line) => texts.t('register.approveAll.left', { line }))
  await replyAndNext(turn, [done, ...rest].join('\n'), '')
}
