import { type Message, message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Unit } from '../../domain/unit.ts'
import { longestUnitName, readUnitLines, type UnitLineProblem } from '../../domain/unit-lines.ts'
import { childrenOf } from '../../domain/unit-tree.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Asked, Step } from '../engine/dialog.ts'
import type { Question } from '../joining/line-step.ts'
import { formatLines } from './format-tree.ts'

export type LinesAnswers = { lines?: string | undefined }
/** Below which unit the lines go. */
type Above<Answers> = (asked: Pick<Asked<Answers>, 'turn' | 'answers'>) => Promise<Unit | null>

const mostProblems = 8

/** Typed lines, read as units below one that is there. */
export async function readLines({ store }: Turn, above: Unit, lines: string) {
  const taken = childrenOf(await store.units.all(), above.id).map(({ name }) => name)
  return readUnitLines(lines, taken, above.relation, above.name)
}

type Lines = Awaited<ReturnType<typeof readLines>>

/** What is wrong with lines that were not taken: each bad one with its reason. */
export function linesProblem(texts: Texts, read: Exclude<Lines, { ok: true }>): Message {
  if (read.reason !== 'bad_lines') return message(texts.t(`people.units.${read.reason}`))
  const shown = read.problems.slice(0, mostProblems).map((problem) => formatProblem(texts, problem))
  const rest = read.problems.length - shown.length
  const problems = rest > 0 ? [...shown, texts.t('people.units.more', { count: rest })] : shown
  return message(texts.t('people.units.wrong', { count: read.problems.length, problems: problems.join('\n') }))
}

const formatProblem = (texts: Texts, { line, text, reason }: UnitLineProblem): string =>
  texts.t(`people.units.problem.${reason}`, { line, text: text.slice(0, longestUnitName), most: longestUnitName })

/** Asks for units as lines, below the unit named in the question as {{parent}}; where one is bad, none is taken. */
export function linesStep<Answers extends LinesAnswers>(
  ask: Question<Answers>,
  above: Above<Answers>,
  optional = false,
): Step<Answers> {
  return {
    optional,
    async ask(asked) {
      const { t } = asked.turn.texts
      const [key, values] = ask(asked)
      const parent = (await above(asked))?.name
      return message(t(key, { ...values, parent, example: t('people.units.example') }))
    },
    async read(input, asked) {
      const { turn, answers } = asked
      if (input.kind === 'skip') return { ok: true, answers: { ...answers, lines: '' } }
      const unit = await above(asked)
      if (!unit) return { ok: false, message: message(turn.texts.t('people.units.gone')) }
      const lines = input.kind === 'text' ? input.text : ''
      const read = await readLines(turn, unit, lines)
      return read.ok
        ? { ok: true, answers: { ...answers, lines } }
        : { ok: false, message: linesProblem(turn.texts, read) }
    },
  }
}

/** Shows the tree as it was understood; "again" forgets the lines, so that they are asked for once more. */
export function checkStep<Answers extends LinesAnswers>(
  above: Above<Answers>,
  heading?: Question<Answers>,
): Step<Answers> {
  const readAgain = async (asked: Asked<Answers>) => {
    const unit = await above(asked)
    return unit && { unit, read: await readLines(asked.turn, unit, asked.answers.lines ?? '') }
  }
  return {
    async ask(asked) {
      const { texts } = asked.turn
      const found = await readAgain(asked)
      if (!found) return message(texts.t('people.units.gone'))
      const { unit, read } = found
      if (!read.ok) return linesProblem(texts, read)
      const tree = formatLines(texts, read.units)
      const words = texts.t('people.units.check', { count: read.units.length, parent: unit.name, tree })
      return message([...(heading ? [texts.t(...heading(asked))] : []), words].join('\n'))
    },
    async choices(asked) {
      const { texts } = asked.turn
      const again = { value: 'again', label: texts.t('people.units.again') }
      const isRight = (await readAgain(asked))?.read.ok
      return isRight ? [{ value: 'right', label: texts.t('people.units.right') }, again] : [again]
    },
    read(input, { turn, answers }) {
      if (input.kind !== 'choice') return { ok: false, message: message(turn.texts.t('people.units.answerCheck')) }
      return { ok: true, answers: input.value === 'again' ? { ...answers, lines: undefined } : answers }
    },
  }
}
