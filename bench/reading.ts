import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPlanFile } from '../src/read-plan-file.ts'
import { readPlanOrRefuse } from '../src/reading/read-plan-or-refuse.ts'
import { type BenchRow, median } from './row.ts'

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const goal = 'goal 100 ms'

/** Reading each plain-text plan: in a running program, in the child that guards it, and as a command from nothing. */
export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const file of planFiles()) {
    const [bytes, text] = [readFileSync(file), readFileSync(file, 'utf8')]
    const warm = median(times(20, () => readPlanOrRefuse(text)).slice(10))
    const guarded = median(await timesAsync(5, () => readPlanFile(bytes)))
    const cold = median(times(5, () => readFromCommandLine(file)))
    const name = basename(file)
    rows.push(row(`read ${name}`, warm, `${goal}, in a running program`))
    rows.push(row(`read ${name} in a child`, guarded, 'the start of its process included'))
    rows.push(row(`read-plan ${name}`, cold, `${goal}, cold: two processes started, npm itself left out`))
  }
  return rows
}

/** Our own plans, and the real ones where they lie beside the project. */
function planFiles(): string[] {
  const folders = ['./plans', '../../shared/plans'].map(pathOf).filter((folder) => existsSync(folder))
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => join(folder, file)),
  )
}

const readFromCommandLine = (file: string) =>
  execFileSync(process.execPath, [pathOf('../src/cli.ts'), 'read-plan', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const row = (name: string, ms: number, beside: string): BenchRow => ({
  name,
  figure: Math.round(ms * 10) / 10,
  unit: 'ms',
  beside,
})

function times(count: number, work: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const before = performance.now()
    work()
    return performance.now() - before
  })
}

async function timesAsync(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const figures: number[] = []
  while (figures.length < count) {
    const before = performance.now()
    await work()
    figures.push(performance.now() - before)
  }
  return figures
}
