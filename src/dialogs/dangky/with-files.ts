import type { Step } from '../engine/dialog.ts'
import type { Answers } from './answers.ts'
import { again } from './ask.ts'
import { withAttachment } from './attach-step.ts'
import { takeListResult } from './list-file.ts'

type Steps = Record<string, Step<Answers>>

/**
 * Steps that take the end of reading a list or keeping a file wherever the person stands by then. What was begun for a
 * draft that is gone, or was answered otherwise meanwhile, changes nothing.
 */
export function withFiles(steps: Steps): Steps {
  const take = ({ read, ...step }: Step<Answers>): Step<Answers> => ({
    ...step,
    async read(input, ask) {
      const { what } = ask.turn.incoming
      if (input.kind !== 'task' || what.kind !== 'task') return read(input, ask)
      const { list, attaching } = ask.answers
      if (what.taskId === list?.taskId) return again(await takeListResult(input.result, ask))
      if (what.taskId === attaching?.taskId) return again(withAttachment(input.result, ask.answers))
      return again(ask.answers)
    },
  })
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, take(step)]))
}
