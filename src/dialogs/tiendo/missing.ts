import { agencyWords } from '../../chat/agency-words.ts'
import { message } from '../../chat/message.ts'
import { digestTitle } from '../../chat/read-digest.ts'
import type { Turn } from '../../chat/turn.ts'
import { formatDeedOf } from '../../chat/write-coverage.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { digestReach } from '../../domain/digest.ts'
import { isCounted, isOpen, type Obligation } from '../../domain/obligation.ts'
import { unitsUnder } from '../../domain/rights.ts'
import { treeOrder } from '../../domain/unit-tree.ts'
import { docxMime } from '../../papers/draft-file-name.ts'
import { layMissingList, type MissingGroup, type MissingRow } from '../../papers/missing-list.ts'
import { formatMoment } from '../../texts/days.ts'
import { formatDeadline, formatLastDay } from '../../texts/deadlines.ts'
import { sendFile } from '../papers/send-file.ts'

type Missing = Obligation & { lastDay: Day }

/** For whom nothing is recorded under the reader, near today: superior bodies are not listed, who is away for long neither. */
async function readMissing({ store, person, today }: Turn): Promise<Missing[]> {
  const units = await store.units.all()
  const unitIds = person ? [...unitsUnder(person, units, 'head', 'admin')] : []
  const lastDay = { from: addDays(today, -digestReach.behind), to: addDays(today, digestReach.ahead) }
  const place = new Map(treeOrder(units).map(({ unit }, index) => [unit.id, index]))
  return (await store.obligations.find({ lastDay, today, unitIds }))
    .filter((one): one is Missing => one.lastDay !== null && isOpen(one) && isCounted(one))
    .filter(({ unitRelation }) => unitRelation !== 'superior')
    .sort((one, other) => (place.get(one.unitId) ?? 0) - (place.get(other.unitId) ?? 0))
}

function groupsOf({ texts, calendar }: Turn, missing: Missing[], nameOf: (id: string) => string): MissingGroup[] {
  const byDeadline = Map.groupBy(missing, ({ deadlineId, round }) => `${deadlineId} ${round ?? ''}`)
  const rowOf = ({ unitName: unit, personId }: Missing): MissingRow => ({ unit, name: personId && nameOf(personId) })
  const aboutOf = (one: Missing) => {
    const { kind, deadline, lastDay } = one
    const last = formatLastDay(texts, calendar, { kind, precision: deadline.precision, lastDay })
    return texts.t('progress.missing.group', {
      ...{ deed: formatDeedOf(texts, one), deadline: formatDeadline(texts, deadline), last },
    })
  }
  return [...byDeadline.values()]
    .sort((one, other) => (one[0]?.lastDay ?? '').localeCompare(other[0]?.lastDay ?? ''))
    .flatMap((group) => (group[0] ? [{ about: aboutOf(group[0]), rows: group.map(rowOf) }] : []))
}

/** Who is missing, by deadline and unit with names, as a DOCX file: the message itself has numbers only. */
export async function sendMissing(turn: Turn): Promise<void> {
  const { store, texts, person, now, zone } = turn
  if (!person) return
  const missing = await readMissing(turn)
  if (missing.length === 0) return turn.say('progress.missing.noneMissing')
  const people = new Map((await store.people.all()).map((one) => [one.id, one]))
  const nameOf = (id: string) => [people.get(id)?.name, people.get(id)?.position].filter(Boolean).join(', ')
  const { agency } = await agencyWords(store, texts)
  const list = {
    ...{ of: await digestTitle(store, person), agency, asOf: formatMoment(texts, now, zone) },
    groups: groupsOf(turn, missing, nameOf),
  }
  const counts = {
    people: new Set(missing.flatMap(({ personId }) => personId ?? [])).size,
    units: new Set(missing.flatMap(({ personId, unitId }) => (personId === null ? [unitId] : []))).size,
  }
  const draft = { kind: 'paper' as const, paper: layMissingList(texts, list) }
  const file = { draft, name: texts.t('progress.missing.file'), mime: docxMime }
  await sendFile(turn, 'tiendo', message(texts.t('progress.missing.done', counts)), file)
}
