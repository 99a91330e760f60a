import { liveLong } from '../simulator/long.ts'
import { type Drilled, drillRegistration, drillReport, type Point } from './registration-drill.ts'
import { drillWaves, randomPoints } from './wave-drill.ts'

/**
 * `npm run drill`: the crash drills of `npm test` with many more points: after every update of registrations and reports,
 * the moments a quarter of a millisecond apart; and 500 random points of waves, of a seed that can be given: `npm run drill -- 42`.
 */
const updates = (count: number): Point[] =>
  Array.from({ length: count }, (_, index) =>
    index % 7 === 2 ? { answer: 'lost' } : index % 7 === 5 ? { answer: 'processed' } : { afterMs: index / 4 },
  )
const wavePoints = 500
/** Two programs on folders of their own share the points, and so the processors. */
const sides = 2
const peopleOfWave = 300

let failed = 0
function show(name: string, { points, repeated, answeredTwice, wrong }: Drilled): void {
  process.stdout.write(`${name}: ${points} points, ${repeated} repeated after an unknown outcome\n`)
  for (const one of [...answeredTwice.map((key) => `sent twice: ${key}`), ...wrong]) {
    failed += 1
    process.stdout.write(`  WRONG: ${one}\n`)
  }
}

const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 1_000_000))
process.stdout.write(`seed ${seed}\n`)
const points = randomPoints(wavePoints, seed)
const shares = Array.from({ length: sides }, (_, side) => points.filter((_point, index) => index % sides === side))
for (const [side, drilled] of (await Promise.all(shares.map((share) => drillWaves(share, peopleOfWave)))).entries())
  show(`waves of reminders to ${peopleOfWave} people, side ${side + 1}`, drilled)
show('a registration, killed after every update', await drillRegistration(updates(210)))
show('a report, killed after every update', await drillReport(updates(120)))
process.stdout.write(`five years of an agency, ${await liveLong(seed)}\n`)
process.exit(failed === 0 ? 0 : 1)
