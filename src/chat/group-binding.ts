import { isCode } from '../domain/codes.ts'
import { fold } from '../domain/fold.ts'
import { mayBindGroup } from '../domain/group-rights.ts'
import type { Unit } from '../domain/unit.ts'
import { treeOrder } from '../domain/unit-tree.ts'
import { formatMoment } from '../texts/days.ts'
import { type Button, button } from './message.ts'
import type { Turn } from './turn.ts'

const codeHours = 24
const hourMs = 3_600_000
const mostNames = 4

/** The units that the speaker may bind a group to, in the order of the tree. */
export async function bindableUnits({ store, person }: Turn): Promise<Unit[]> {
  const units = await store.units.all()
  return treeOrder(units).flatMap(({ unit }) => (person && mayBindGroup(person, unit.id, units) ? [unit] : []))
}

const unbindButton = ({ texts, account }: Turn): Button =>
  button(texts.t('groups.button.unbind'), 'nhom', 'unbind', { accountId: account.id })

/** In a group: what it is bound to; binds it where a unit's name or a code is typed after the command. */
export async function answerInGroup(turn: Turn, tail: string): Promise<void> {
  const { store, account, texts } = turn
  if (isCode(tail)) return redeemGroupCode(turn, tail)
  if (tail !== '') return bindByName(turn, tail)
  const group = await store.groups.of(account.id)
  const units = await bindableUnits(turn)
  if (group) {
    const unit = (await store.units.byId(group.unitId))?.name ?? ''
    const mine = units.some(({ id }) => id === group.unitId)
    return turn.say('groups.isBound', { unit }, mine ? [unbindButton(turn)] : [])
  }
  const [first, ...others] = units
  if (!first) return turn.say('groups.refusal')
  if (others.length > 0) return turn.say('groups.which', { example: others[0]?.name })
  turn.say('groups.bindOne', { unit: first.name }, [
    button(texts.t('groups.button.bind'), 'nhom', 'bind', { unitId: first.id }),
  ])
}

async function bindByName(turn: Turn, typed: string): Promise<void> {
  const units = await bindableUnits(turn)
  const wanted = fold(typed)
  const exact = units.filter(({ name }) => fold(name) === wanted)
  const found = exact.length > 0 ? exact : units.filter(({ name }) => wanted !== '' && fold(name).includes(wanted))
  if (found.length === 1 && found[0]) return bindGroup(turn, found[0].id)
  const names = found
    .slice(0, mostNames)
    .map(({ name }) => name)
    .join('; ')
  const key = found.length === 0 ? 'groups.unknownUnit' : 'groups.severalUnits'
  turn.say(key, { typed: typed.slice(0, 80), count: found.length, names })
}

/** Binds the group that is spoken in to a unit, where the speaker may: asked now, buttons and codes are old. */
export async function bindGroup(turn: Turn, unitId: string): Promise<void> {
  const { store, account, incoming, now, person } = turn
  const { group } = incoming
  const unit = await mayBindHere(turn, unitId)
  if (!unit || !group || !person) return
  const binding = { accountId: account.id, unitId, title: group.title, boundBy: person.id }
  await store.groups.bind(binding, now)
  const detail = { account: account.id, title: group.title }
  await store.audit.write({ at: now, by: person.id, action: 'group.bound', subject: unitId, detail })
  turn.say('groups.bound', { unit: unit.name }, [unbindButton(turn)])
}

/** The unit, where the speaker may bind this group to it and take it from the one it has; otherwise says why not. */
async function mayBindHere(turn: Turn, unitId: string): Promise<Unit | null> {
  const { store, account } = turn
  const units = await bindableUnits(turn)
  const unit = units.find(({ id }) => id === unitId)
  const before = (await store.groups.of(account.id))?.unitId
  if (!turn.incoming.group) turn.say('groups.onlyThere')
  else if (!unit) turn.say('groups.notYours')
  else if (before !== undefined && !units.some(({ id }) => id === before))
    turn.say('groups.taken', { unit: (await store.units.byId(before))?.name ?? '' })
  else return unit
  return null
}

/** Redeems a code in a group: it says for which unit, the speaker's own rights still count. */
export async function redeemGroupCode(turn: Turn, typed: string): Promise<void> {
  const { store, realNow } = turn
  const code = await store.groups.openCode(typed, realNow)
  if (!code) return turn.say('groups.code.bad')
  if (!(await mayBindHere(turn, code.unit_id))) return
  if (!(await store.groups.takeCode(code.code_hash, realNow))) return turn.say('groups.code.bad')
  await bindGroup(turn, code.unit_id)
}

/** Takes a group from its unit; wherever this is asked, the speaker must be in charge of that unit. */
export async function unbindGroup(turn: Turn, accountId: string): Promise<void> {
  const { store, now, person } = turn
  const group = await store.groups.of(accountId)
  if (!group) return turn.say('groups.notBound')
  const unit = (await bindableUnits(turn)).find(({ id }) => id === group.unitId)
  if (!unit || !person) return turn.say('groups.notYours')
  await store.groups.unbind(accountId)
  const detail = { account: accountId, title: group.title }
  await store.audit.write({ at: now, by: person.id, action: 'group.unbound', subject: unit.id, detail })
  turn.say('groups.unboundNow', { title: group.title, unit: unit.name })
}

/** Makes a code that binds one group to a unit, and shows it with the link that brings the assistant there. */
export async function giveGroupCode(turn: Turn, unitId: string): Promise<void> {
  const { store, services, texts, person, realNow, now, zone } = turn
  const unit = (await bindableUnits(turn)).find(({ id }) => id === unitId)
  if (!unit || !person) return turn.say('groups.notYours')
  if (services.groupLinks('').length === 0) return turn.say('groups.mine.noChannel')
  const expiresAt = realNow + codeHours * hourMs
  const code = await store.groups.makeCode({ unitId, createdBy: person.id }, expiresAt)
  await store.audit.write({ at: now, by: person.id, action: 'group_code.made', subject: unitId })
  const [link] = services.groupLinks(code).map(({ link }) => link)
  turn.say('groups.code.made', { unit: unit.name, code, link, until: formatMoment(texts, expiresAt, zone) })
}
