import type { Arrived } from './engine.ts'
import { isStillReported, type Morning, type Office, type Owed, owedOn, remindedKey, stillSays } from './oracle.ts'
import { at, back, type Day } from './own-calendar.ts'
import type { Hour, State } from './simulate.ts'
import type { Bound, Person, World } from './world.ts'

/** `revisions` null: as it stands. */
type Said = { concern: string; token: string; rungs: Set<number>; revisions: Set<number> | null }

/** A message that somebody is to get today: what it is to say, on which rungs. */
export type Letter = { person: Person; day: Day; dueAt: number; said: Map<string, Said>; owed: Owed[] }

/** This morning's letters: one a person, with all that is owed to them, at the hour they chose. */
export function lettersOf(world: World, morning: Morning, now: number, office: Office): Letter[] {
  const letters = new Map<string, Letter>()
  const owed = owedOn(world, morning, office)
  world.owed.clear()
  const told = new Set<string>()
  for (const one of owed) {
    const { personId, concern, bound, rung } = one
    if (world.told.has(toldKey(one)) && one.isOfLadder) continue
    const person = world.people.get(personId)
    if (!person) throw new Error(`${personId} is nobody.`)
    const dueAt = person.hour ? Math.max(now, at(morning.today, person.hour)) : now
    const letter: Letter = letters.get(personId) ?? { person, day: morning.today, dueAt, said: new Map(), owed: [] }
    const blank = { concern, token: bound.work.token, rungs: new Set<number>(), revisions: new Set<number>() }
    const said = letter.said.get(concern) ?? blank
    said.rungs.add(rung)
    said.revisions?.add(bound.revision)
    letter.said.set(concern, said)
    letter.owed.push(one)
    told.add(toldKey(one))
    letters.set(personId, letter)
    const key = remindedKey(personId, bound)
    world.reminded.set(key, [...(world.reminded.get(key) ?? []), morning.today])
  }
  for (const key of told) world.told.add(key)
  return [...letters.values()]
}

const toldKey = ({ personId, bound, rung }: Owed) => `${remindedKey(personId, bound)} ${rung}`

const isQuestion = ({ text }: Arrived) => text.includes('được báo đã gửi') || /báo đã gửi .* ngày/.test(text)

/** What must have gone out by now, and what did: the same people, the same matters, once. */
export function compare(state: State, hour: Hour, office: Office): void {
  const { engine, wish } = state
  const news = engine.arrived.slice(state.seenArrived)
  state.seenArrived = engine.arrived.length
  const fail = (what: string): never => {
    throw new Error(`seed ${wish.seed}, ${hour.today} ${hour.time}: ${what}`)
  }
  if (!hour.isOffice && news[0]) fail(`somebody heard outside office hours: ${news[0].text}`)
  compareQuestions(state, hour, news.filter(isQuestion), fail)

  const heard = Map.groupBy(
    news.filter((one) => !isQuestion(one)),
    ({ chat }) => chat,
  )
  const judged = {
    state,
    hour,
    office,
    fail,
    hears: ({ accounts }: Person) => accounts.flatMap(({ chat }) => heard.get(chat) ?? []),
  }
  const unsure = state.unsure
  state.unsure = []
  const expected = new Set([...repeatsOf(unsure, judged), ...judgeLetters(judged)])
  for (const [chat, [first]] of heard)
    if (!expected.has(chat)) fail(`${chat} heard what was not for them: ${first?.text}`)
  engine.unsure.clear()
}

type Judged = {
  state: State
  hour: Hour
  office: Office
  hears(person: Person): Arrived[]
  fail(what: string): never
}

/** What may have arrived is said once more at the next occasion, where there still is something to say; gives to whom. */
function repeatsOf(unsure: Letter[], { state, hour, office, hears, fail }: Judged): string[] {
  const chats: string[] = []
  for (const letter of unsure) {
    const fate = fateOf(letter, state, hour, office)
    if (fate === 'waits') state.unsure.push(letter)
    if (typeof fate === 'string') continue
    const wrong = differenceOf(hears(letter.person), fate, hour)
    if (wrong) fail(`${letter.person.id}, once more, ${wrong} (${wordsOf(letter)})`)
    state.result.repeated += 1
    chats.push(...letter.person.accounts.map(({ chat }) => chat))
  }
  return chats
}

/** Each letter of this morning that can go out now has, and says what it must; gives to whom. */
function judgeLetters({ state, hour, office, hears, fail }: Judged): string[] {
  const { engine, result } = state
  const chats: string[] = []
  const waiting: Letter[] = []
  for (const letter of state.letters) {
    const fate = fateOf(letter, state, hour, office)
    if (fate === 'waits') waiting.push(letter)
    if (fate === 'lost') owe(letter, state)
    if (typeof fate === 'string') continue
    chats.push(...letter.person.accounts.map(({ chat }) => chat))
    if (fate.length === 0) result.nothingLeft += 1
    else result.reminders += 1
    const wrong = differenceOf(withoutRepeat(hears(letter.person), state), fate, hour)
    if (wrong) fail(`${letter.person.id} ${wrong} (${wordsOf(letter)})`)
    if (letter.person.accounts.some(({ chat }) => engine.unsure.has(chat))) state.unsure.push(letter)
  }
  state.letters = waiting
  return chats
}

type Speaks = { said: Said; about: Bound }
type Fate = 'waits' | 'unreachable' | 'lost' | Speaks[]

/** What becomes of a letter in this hour; in the end what it still has to say. */
function fateOf(letter: Letter, { engine, world }: State, hour: Hour, office: Office): Fate {
  const { person, dueAt, said } = letter
  if (dueAt > hour.now) return 'waits'
  if (!hasChannel(letter)) return 'unreachable'
  const reached = person.accounts.filter(({ isKnown }) => !isKnown)
  if (!hour.isOffice) return 'lost'
  if (engine.faults.isDown) return 'waits'
  if (reached.every(({ blocked }) => blocked)) {
    for (const account of reached) account.isKnown = true
    return 'unreachable'
  }
  return [...said.values()].flatMap((one) => {
    const about = stillSays(world, person, one, hour.today, office)
    return about ? [{ said: one, about }] : []
  })
}

/** Is there a channel that the program has not given up? */
export const hasChannel = ({ person }: Letter): boolean =>
  !person.left && person.accounts.some(({ isKnown }) => !isKnown)

/** It found no channel in the office hours of its day: what it was to say is owed on the next morning. */
export function owe(letter: Letter, { world, result }: State): void {
  result.lost += 1
  for (const one of letter.owed) {
    const { bound, rung, personId } = one
    world.told.delete(toldKey(one))
    const key = remindedKey(personId, bound)
    world.owed.set(key, (world.owed.get(key) ?? new Set()).add(rung))
    world.reminded.set(
      key,
      (world.reminded.get(key) ?? []).filter((day) => day !== letter.day),
    )
  }
}

/** What may have arrived is said once more, at once where there is more to send. */
function withoutRepeat(heard: Arrived[], { engine, result }: State): Arrived[] {
  const [first, second, ...others] = heard
  if (!first || !second || first.text !== second.text || !engine.unsure.delete(first.chat)) return heard
  result.repeated += 1
  return [first, ...others]
}

/** How what somebody heard differs from what they were to hear; null: not at all. */
function differenceOf(heard: Arrived[], speaks: Speaks[], { today }: Hour): string | null {
  const tokens = [...new Set(speaks.map(({ said }) => said.token))].sort()
  if (speaks.length === 0) return heard[0] ? `heard though nothing was left to say: ${heard[0].text}` : null
  const [first, ...others] = heard
  if (!first) return `did not hear of ${tokens}`
  if (others.length > 0) return `heard ${heard.length} times: ${heard.map(({ text }) => text).join(' | ')}`
  const told = [...new Set(first.text.match(/K\d{4}/g))].sort()
  if (told.join() !== tokens.join()) return `heard of ${told} instead of ${tokens}: ${first.text}`
  const lines = first.text.match(/^\d+\. /gm)?.length ?? 1
  if (lines !== speaks.length) return `heard of ${lines} things instead of ${speaks.length}: ${first.text}`
  for (const { about, said } of speaks) {
    // Where two days stand for the same matter, the nearer is told.
    if (said.revisions?.size !== 1) continue
    const last = back(about.lastDay)
    const words = `${last.slice(8)}/${last.slice(5, 7)}`
    if (today < last && !first.text.includes(words)) return `did not hear that ${words} is the last day: ${first.text}`
    if (today > about.lastDay && speaks.length === 1 && !/qua thời hạn|thời hạn .* là/.test(first.text))
      return `was not told that it is over: ${first.text}`
  }
  return null
}

const wordsOf = ({ owed }: Letter) =>
  owed.map(({ as, rung, bound }) => `${as} ${rung} of ${bound.work.token} ${bound.lastDay}`).join(', ')

/** The admin is asked of what was reported sent, each once, as soon as there is a channel. */
function compareQuestions(state: State, hour: Hour, heard: Arrived[], fail: (what: string) => never): void {
  const { engine, world, result } = state
  const [admin] = world.people.values()
  const chats = new Set(admin?.accounts.map(({ chat }) => chat))
  const stranger = heard.find(({ chat }) => !chats.has(chat))
  if (stranger) fail(`somebody who is no admin was asked: ${stranger.text}`)
  const isAsked = hour.isOffice && !engine.faults.isDown
  const due = isAsked ? state.asked.filter((bound) => isStillReported(world, bound)) : []
  if (heard.length !== due.length) fail(`the admin was asked ${heard.length} times instead of ${due.length}`)
  if (isAsked) state.asked = []
  result.questions += heard.length
}
