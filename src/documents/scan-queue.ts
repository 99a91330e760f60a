/** `start` is called when its turn has come; `onPlace` with how many are before it, at first and whenever that changes. */
type Waiting = { start: () => void; onPlace: (place: number) => void }

/** Scans take the whole machine: one is read at a time, the others wait here in order; the first of the list is being read. */
const scans: Waiting[] = []

/** Queues a scan. Gives a way to leave the queue: when it is done, and as well while it still waits. */
export function takeTurn(mine: Waiting): () => void {
  scans.push(mine)
  if (scans.length === 1) mine.start()
  else mine.onPlace(scans.length - 1)
  return () => leave(mine)
}

function leave(mine: Waiting) {
  const at = scans.indexOf(mine)
  if (at === -1) return
  scans.splice(at, 1)
  if (at === 0) scans[0]?.start()
  for (const [place, one] of scans.entries()) if (place > 0 && place >= at) one.onPlace(place)
}
