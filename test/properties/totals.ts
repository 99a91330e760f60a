import readWorkbook from 'read-excel-file/node'
import { expect } from 'vitest'
import { aggregateWork } from '../../src/aggregate-work.ts'
import { presentMyReports } from '../../src/dialogs/baocao/my-reports.ts'
import { presentMyRegistrations, registrationsOf } from '../../src/dialogs/dangky/my-registrations.ts'
import type { Aggregate } from '../../src/domain/aggregate.ts'
import { instantOf } from '../../src/domain/day.ts'
import { reportRows, reportTotals } from '../../src/domain/report.ts'
import type { Registration } from '../../src/store/registration-row.ts'
import type { Report } from '../../src/store/report-row.ts'
import { createTexts } from '../../src/texts/texts.ts'
import { type Town, turnOf, zone } from './town.ts'

const texts = createTexts()('vi')

/** What all of them together find in their lists, each paper once; each list says how many it has. */
async function listed(town: Town) {
  const registrations = new Map<string, Registration>()
  const reports = new Map<string, Report>()
  for (const personId of town.people) {
    const turn = await turnOf(town, personId)
    const mine = await registrationsOf(turn)
    const shown = await presentMyRegistrations(turn)
    expect(shown?.text.split('\n')[0] ?? '').toBe(
      mine.length === 0 ? '' : texts.t('register.mine.title', { count: mine.length }),
    )
    for (const one of mine) registrations.set(one.id, one)
    const units = (turn.person?.memberships ?? []).filter(({ role }) => role === 'head' || role === 'clerk')
    const reported = await town.store.reports.ofPerson(
      personId,
      units.map(({ unitId }) => unitId),
    )
    const told = await presentMyReports(turn)
    expect(told?.text.split('\n')[0] ?? '').toBe(
      reported.length === 0 ? '' : texts.t('reports.mine.title', { count: reported.length }),
    )
    for (const one of reported) reports.set(one.id, one)
  }
  return { registrations: [...registrations.values()], reports: [...reports.values()] }
}

type Made = { ok: true; total: Aggregate['total']; units: Aggregate['units'] }

/** The admin's aggregate as the slow work makes it, and its XLSX as a stranger's reader sees it. */
async function aggregated({ store, today, planId, people }: Town) {
  const kept = new Map<string, Uint8Array>()
  const files = {
    async keep(bytes: Uint8Array) {
      kept.set(`file-${kept.size}`, bytes)
      return `file-${kept.size - 1}`
    },
  }
  const now = instantOf(today, '10:00', zone)
  const work = aggregateWork({ database: { store }, files, clock: { now: () => now }, zone, texts })
  const account = { person_id: people[0] } as Parameters<typeof work>[1]
  const made = (await work({ planId }, account, { signal: new AbortController().signal, report: () => {} })) as Made
  const sheets = await readWorkbook(Buffer.from(kept.get('file-0') ?? []))
  return { made, rows: sheets[0]?.data ?? [] }
}

/** The same totals in the lists, in the aggregate, and in its XLSX. */
export async function sameTotals(town: Town): Promise<void> {
  const { registrations, reports } = await listed(town)
  const counted = registrations.filter(({ state }) => state !== 'withdrawn')
  const { made, rows } = await aggregated(town)
  const { total } = made
  expect(total.registrations).toBe(counted.length)
  expect(total.late).toBe(counted.filter(({ late }) => late).length)
  for (const state of ['waiting', 'returned', 'approved', 'received', 'aggregated'] as const)
    expect(total[state]).toBe(counted.filter((one) => one.state === state).length)
  const sum = rows.find((row) => row[1] === texts.t('papers.aggregate.total'))
  expect(sum?.slice(3, 5)).toEqual([total.registrations, total.people])
  for (const { id, name } of await town.store.units.all()) {
    const ofUnit = counted.filter(({ unitId }) => unitId === id).length
    expect(rows.find((row) => row[1] === name)?.[3]).toBe(ofUnit)
  }
  const totalsOf = (some: Report[]) => reportTotals(some.flatMap(({ body }) => reportRows(body)))
  const live = reports.filter(({ state }) => state !== 'withdrawn')
  expect(totalsOf(live)).toEqual(totalsOf(await town.store.reports.ofPlan(town.planId)))
}
