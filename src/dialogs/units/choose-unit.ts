import { agencyWords } from '../../chat/agency-words.ts'
import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import { fold } from '../../domain/fold.ts'
import { unitsUnder } from '../../domain/rights.ts'
import type { Unit } from '../../domain/unit.ts'
import { sameName } from '../../domain/unit-lines.ts'
import { treeOrder } from '../../domain/unit-tree.ts'
import type { Choice, Step } from '../engine/dialog.ts'
import type { Question } from '../joining/line-step.ts'

const mostNames = 4

/** The units that whoever is speaking may administer, in the order of the tree. */
export async function ruledUnits({ store, person }: Turn): Promise<Unit[]> {
  const units = await store.units.all()
  const ruled = person ? unitsUnder(person, units, 'admin') : new Set()
  return treeOrder(units).flatMap(({ unit }) => (ruled.has(unit.id) ? [unit] : []))
}

/** Is this unit still there and in the speaker's charge? Otherwise says which of the two. */
export async function ruledUnit(turn: Turn, id: string | undefined): Promise<Unit | null> {
  const unit = id === undefined ? null : await turn.store.units.byId(id)
  const ruled = (await ruledUnits(turn)).find((one) => one.id === id) ?? null
  if (!unit) turn.say('people.units.gone')
  else if (!ruled) turn.say('people.units.notYours', await agencyWords(turn.store, turn.texts))
  return ruled
}

/** Asks for one of some units (by default those that the speaker administers): by button, number, name or a part of it. */
export function chooseUnit<Answers extends { unitId?: string | undefined }>(
  ask: Question<Answers>,
  from: (turn: Turn) => Promise<Unit[]> = ruledUnits,
): Step<Answers> {
  return {
    ask: (asked) => message(asked.turn.texts.t(...ask(asked))),
    choices: async ({ turn }) => unitChoices(turn, await from(turn), await turn.store.units.all()),
    async read(input, { turn, answers }) {
      if (input.kind === 'choice') return { ok: true, answers: { ...answers, unitId: input.value } }
      const typed = input.kind === 'text' ? input.text.trim() : ''
      const found = (await from(turn)).filter(({ name }) => fold(typed) !== '' && fold(name).includes(fold(typed)))
      if (found.length === 1 && found[0]) return { ok: true, answers: { ...answers, unitId: found[0].id } }
      const names = found
        .slice(0, mostNames)
        .map(({ name }) => name)
        .join('; ')
      const key = found.length === 0 ? 'people.units.unknown' : 'people.units.several'
      return {
        ok: false,
        message: message(turn.texts.t(key, { typed: typed.slice(0, 80), count: found.length, names })),
      }
    },
  }
}

/** Names as choices; where two units have one name, with the unit above. */
function unitChoices({ texts }: Turn, shown: Unit[], all: Unit[]): Choice[] {
  return shown.map((unit) => {
    const parent = all.find(({ id }) => id === unit.parentId)
    const isTwin = shown.some((other) => other.id !== unit.id && sameName(other.name, unit.name))
    const { name } = unit
    return {
      value: unit.id,
      label: isTwin && parent ? texts.t('people.units.below', { name, parent: parent.name }) : name,
    }
  })
}
