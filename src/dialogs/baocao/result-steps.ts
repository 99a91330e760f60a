import { isCountable, isDoubtful, longestResult, readResult, shareOf } from '../../domain/result.ts'
import { formatShare } from '../../texts/shares.ts'
import type { Step } from '../engine/dialog.ts'
import type { AnswerItem, Answers } from './answers.ts'
import { aboutItem, again, headed, itemAt, refused, reportedOf, tidy, took, withItem } from './ask.ts'

/** A result that is settled; an earlier doubt goes. */
const settled = (result: NonNullable<AnswerItem['result']>) => ({ result, doubtful: undefined })

export const resultStep: Step<Answers> = {
  async ask(ask) {
    const { texts } = ask.turn
    const { target, doubtful } = itemAt(ask)
    if (doubtful) {
      const share = formatShare(texts, shareOf(target, doubtful) ?? 0)
      return headed(ask, [texts.t('reports.result.doubtful', { typed: doubtful.text, target: target?.text, share })])
    }
    const { closing } = await reportedOf(ask)
    return headed(ask, [
      aboutItem(texts, ask),
      texts.t(isCountable(target) ? 'reports.result.ask' : 'reports.result.askWords'),
      closing ? texts.t('reports.result.closing', { words: closing.words }) : '',
    ])
  },
  choices(ask) {
    const { texts } = ask.turn
    const { target, doubtful } = itemAt(ask)
    if (doubtful)
      return [
        { value: 'right', label: texts.t('reports.result.right') },
        { value: 'anew', label: texts.t('reports.result.anew') },
      ]
    if (!target) return []
    const reached = { value: 'reached', label: texts.t('reports.result.reached') }
    return isCountable(target) ? [reached, { value: 'words', label: texts.t('reports.result.words') }] : [reached]
  },
  plainNumbers: true,
  read(input, ask) {
    const { turn } = ask
    const { target, doubtful } = itemAt(ask)
    if (input.kind === 'choice' && input.value === 'right' && doubtful) return took(withItem(ask, settled(doubtful)))
    if (input.kind === 'choice' && input.value === 'anew') return again(withItem(ask, { doubtful: undefined }))
    if (input.kind === 'choice' && input.value === 'words')
      return took(ask.answers, { step: 'resultWords', item: ask.at.item })
    if (input.kind === 'choice' && target) return took(withItem(ask, settled(target)))
    const typed = input.kind === 'text' ? tidy(input.text) : ''
    const read = readResult(typed, target)
    if (!read.ok)
      return refused(turn, `reports.result.${read.reason}`, {
        ...{ typed: typed.slice(0, 60), length: typed.length, most: longestResult },
        ...{ unit: target?.unit ?? '', target: target?.text ?? '' },
      })
    return isDoubtful(target, read.result)
      ? again(withItem(ask, { doubtful: read.result }))
      : took(withItem(ask, settled(read.result)))
  },
}

/** A result that is not counted, in words alone. */
export const resultWordsStep: Step<Answers> = {
  ask: (ask) => headed(ask, [aboutItem(ask.turn.texts, ask), ask.turn.texts.t('reports.result.wordsAsk')]),
  read(input, ask) {
    const text = input.kind === 'text' ? tidy(input.text) : ''
    if (!/\p{L}{2}/u.test(text)) return refused(ask.turn, 'reports.result.empty', { typed: text.slice(0, 60) })
    if (text.length > longestResult)
      return refused(ask.turn, 'reports.result.too_long', { length: text.length, most: longestResult })
    return took(withItem(ask, settled({ value: null, unit: null, text })))
  },
}

const longestAccount = 1000

export const accountStep: Step<Answers> = {
  ask: (ask) => headed(ask, [aboutItem(ask.turn.texts, ask), ask.turn.texts.t('reports.account.ask')]),
  optional: true,
  read(input, ask) {
    if (input.kind === 'skip') return took(withItem(ask, { account: '' }))
    const account = input.kind === 'text' ? tidy(input.text) : ''
    if (!/\p{L}{2}/u.test(account)) return refused(ask.turn, 'reports.account.unclear')
    return account.length > longestAccount
      ? refused(ask.turn, 'register.tooLong', { length: account.length, most: longestAccount })
      : took(withItem(ask, { account }))
  },
}
