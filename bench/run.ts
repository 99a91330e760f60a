import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type BenchRow, median } from './row.ts'

/** `npm run bench`: every file of this folder that measures something, one table. After `--` names choose some of them, `--full` measures at full size. */
const folder = new URL('./', import.meta.url)
const parts = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !['run.ts', 'row.ts'].includes(file) && !file.endsWith('-load.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const full = process.argv.includes('--full')
const chosen = process.argv.slice(2).filter((word) => word !== '--full')
const unknown = chosen.filter((name) => !parts.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No such measurement: ${unknown.join(', ')}; there are: ${parts.join(', ')}.\n`)
  process.exit(1)
}

/** Each in a process of its own, so that none warms or burdens the next. */
function measure(part: string): BenchRow[] {
  const script = `import(${JSON.stringify(new URL(`${part}.ts`, folder).href)})
    .then(({ bench }) => bench({ full: ${full} }))
    .then((rows) => process.stdout.write('\\nROWS' + JSON.stringify(rows) + '\\n', () => process.exit(0)))`
  const printed = execFileSync(process.execPath, ['--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  return JSON.parse(printed.split('\nROWS').at(-1) ?? '[]') as BenchRow[]
}

const { version } = new DatabaseSync(':memory:').prepare('select sqlite_version() as version').get() as {
  version: string
}
/** What this disk takes to sync one small commit: the floor below every figure that waits for it. */
function commitMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const db = new DatabaseSync(join(folder, 'commit.sqlite'))
  db.exec('pragma journal_mode = wal; pragma synchronous = full; create table note (text)')
  const insert = db.prepare('insert into note values (?)')
  const took = Array.from({ length: 300 }, () => {
    const began = performance.now()
    insert.run('x'.repeat(500))
    return performance.now() - began
  })
  db.close()
  rmSync(folder, { recursive: true })
  return Math.round(median(took) * 100) / 100
}

const rows = parts.filter((part) => chosen.length === 0 || chosen.includes(part)).flatMap(measure)
const wide = (values: string[]) => Math.max(...values.map(({ length }) => length))
const name = wide(rows.map((row) => row.name))
const figure = wide(rows.map((row) => `${row.figure} ${row.unit}`))

process.stdout.write(
  [
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}, SQLite ${version}, write-ahead log, synchronous = FULL (one synced commit: ${commitMs()} ms)`,
    '',
    ...rows.map((row) => `${row.name.padEnd(name)}  ${`${row.figure} ${row.unit}`.padStart(figure)}  ${row.beside}`),
    '',
  ].join('\n'),
)
