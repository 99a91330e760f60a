import { z } from 'zod'
import { message } from '../chat/message.ts'
import type { Unit } from '../domain/unit.ts'
import { longestUnitName, sameName } from '../domain/unit-lines.ts'
import { childrenOf } from '../domain/unit-tree.ts'
import { defineDialog, type Step } from './engine/dialog.ts'
import { chooseUnit, ruledUnit } from './units/choose-unit.ts'
import { renameUnit } from './units/write-units.ts'

const answers = z.object({ unitId: z.string().optional(), name: z.string().optional() })
type Answers = z.infer<typeof answers>

const isTaken = (units: Unit[], unit: Unit, name: string) =>
  childrenOf(units, unit.parentId).some((other) => other.id !== unit.id && sameName(other.name, name))

const newName: Step<Answers> = {
  async ask({ turn, answers: { unitId = '' } }) {
    const unit = await turn.store.units.byId(unitId)
    return message(turn.texts.t('people.units.newName', { unit: unit?.name ?? '' }))
  },
  async read(input, { turn, answers }) {
    const { store, texts } = turn
    const name = input.kind === 'text' ? input.text.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    const refuse = (key: 'badLine' | 'taken') => {
      const words = { typed: name.slice(0, longestUnitName), name, most: longestUnitName }
      return {
        ok: false as const,
        message: message(texts.t(key === 'taken' ? 'people.units.nameTaken' : 'people.setup.badLine', words)),
      }
    }
    if (!/\p{L}/u.test(name) || name.length > longestUnitName) return refuse('badLine')
    const unit = await store.units.byId(answers.unitId ?? '')
    if (unit && isTaken(await store.units.all(), unit, name)) return refuse('taken')
    return { ok: true, answers: { ...answers, name } }
  },
}

/** Renames a unit; papers sent before keep the name that they have. */
export default defineDialog<Answers>({
  version: 1,
  answers,
  keepDays: 30,
  first: () => ({ step: 'unit' }),
  next: (_answers, { step }) => (step === 'unit' ? { step: 'name' } : null),
  steps: { unit: chooseUnit(() => ['people.units.renameWhich']), name: newName },
  async finish({ turn, answers: { unitId, name = '' } }) {
    const unit = await ruledUnit(turn, unitId)
    if (!unit) return 'done'
    await renameUnit(turn, unit, name)
    turn.say('people.units.renamed', { before: unit.name, after: name })
    return 'done'
  },
})
