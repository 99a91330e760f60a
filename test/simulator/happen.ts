import { blocks, givesMoreTime, goesAway, leaves, moves, saysSomething, setsLadder, storms } from './office-deeds.ts'
import { arrives, decides, putsOff, putsOffAnHour, saysSent, submits } from './paper-deeds.ts'
import type { Deed, Scene } from './scene.ts'

/** What may happen in an hour of an office, and how often. */
const deeds: [share: number, deed: Deed][] = [
  [40, submits],
  [8, saysSent],
  [8, arrives],
  [12, decides],
  [8, putsOff],
  [4, putsOffAnHour],
  [10, saysSomething],
  [4, blocks],
  [2, moves],
  [2, givesMoreTime],
  [0.4, setsLadder],
  [2, goesAway],
  [0.3, storms],
  [0.5, leaves],
]
const all = deeds.reduce((sum, [share]) => sum + share, 0)

export async function happens(scene: Scene): Promise<void> {
  let left = (scene.random.int(0, 9999) / 10_000) * all
  for (const [share, deed] of deeds) {
    left -= share
    if (left < 0) return deed(scene)
  }
}
