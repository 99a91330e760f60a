import { type Drilled, drillRegistration, type Point } from './registration-drill.ts'
import { drillWaves, mostWaves } from './wave-drill.ts'

/** `npm run drill`: the crash drills of `npm test` with ten times their points, the moments a quarter of a millisecond apart. */
const registration: Point[] = Array.from({ length: 210 }, (_, index) =>
  index % 7 === 2 ? { answer: 'lost' } : index % 7 === 5 ? { answer: 'processed' } : { afterMs: index / 4 },
)
const waves = (round: number): Point[] =>
  Array.from({ length: mostWaves }, (_, index) =>
    index % 2 === 0
      ? { afterMs: index * 2 + round / 2 }
      : { answer: index % 4 === 1 ? 'lost' : 'processed', skip: (index + round) % 12 },
  )

let failed = 0
function show(name: string, { points, repeated, answeredTwice, wrong }: Drilled): void {
  process.stdout.write(`${name}: ${points} points, ${repeated} repeated after an unknown outcome\n`)
  for (const one of [...answeredTwice.map((key) => `sent twice: ${key}`), ...wrong]) {
    failed += 1
    process.stdout.write(`  WRONG: ${one}\n`)
  }
}

show('a registration, killed after every update', await drillRegistration(registration))
for (let round = 0; round < 5; round += 1)
  show(`waves of reminders, round ${round + 1}`, await drillWaves(waves(round)))
process.exit(failed === 0 ? 0 : 1)
