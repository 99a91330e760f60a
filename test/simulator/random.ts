export type Random = ReturnType<typeof createRandom>

/** The same choices for the same seed (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    int,
    chance: (share: number) => next() < share,
    pick: <Of>(all: readonly Of[]): Of => all[int(0, all.length - 1)] as Of,
    /** So many of them, each once. */
    some<Of>(all: readonly Of[], count: number): Of[] {
      const left = [...all]
      return Array.from({ length: Math.min(count, all.length) }, () => left.splice(int(0, left.length - 1), 1)[0] as Of)
    },
  }
}
