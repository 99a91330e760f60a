/** The 47 steps of likelihood of T.88 (table E.1): how unlikely, where to after the likely sign, after the unlikely one, and whether they change places. */
const steps =
  `5601 1 1 1, 3401 2 6 0, 1801 3 9 0, 0ac1 4 12 0, 0521 5 29 0, 0221 38 33 0, 5601 7 6 1, 5401 8 14 0, 4801 9 14 0,
3801 10 14 0, 3001 11 17 0, 2401 12 18 0, 1c01 13 20 0, 1601 29 21 0, 5601 15 14 1, 5401 16 14 0, 5101 17 15 0, 4801 18 16 0,
3801 19 17 0, 3401 20 18 0, 3001 21 19 0, 2801 22 19 0, 2401 23 20 0, 2201 24 21 0, 1c01 25 22 0, 1801 26 23 0, 1601 27 24 0,
1401 28 25 0, 1201 29 26 0, 1101 30 27 0, 0ac1 31 28 0, 09c1 32 29 0, 08a1 33 30 0, 0521 34 31 0, 0441 35 32 0, 02a1 36 33 0,
0221 37 34 0, 0141 38 35 0, 0111 39 36 0, 0085 40 37 0, 0049 41 38 0, 0025 42 39 0, 0015 43 40 0, 0009 44 41 0, 0005 45 42 0,
0001 45 43 0, 5601 46 46 0`
    .split(',')
    .map((step) => step.trim().split(' '))
    .map(([rare, likely, unlikely, swap]) => ({
      rare: Number.parseInt(rare ?? '', 16),
      likely: Number(likely),
      unlikely: Number(unlikely),
      swap: swap === '1',
    }))

/** Packs bits by how likely each is in its context (T.88, annex E). `end` gives the bytes. */
export function createArithmeticCoder() {
  const at = new Uint8Array(1 << 16)
  const usual = new Uint8Array(1 << 16)
  const bytes = [0]
  let [interval, code, room] = [0x8000, 0, 12]

  const last = () => bytes.length - 1
  const put = (shift: number) => {
    bytes.push(Math.floor(code / 2 ** shift) & 0xff)
    code %= 2 ** shift
    room = shift === 20 ? 7 : 8
  }
  const putByte = () => {
    if (bytes[last()] === 0xff) return put(20)
    if (code < 0x8000000) return put(19)
    bytes[last()] = (bytes[last()] ?? 0) + 1
    code %= 0x8000000
    put(bytes[last()] === 0xff ? 20 : 19)
  }
  const widen = () => {
    do {
      interval *= 2
      code *= 2
      room -= 1
      if (room === 0) putByte()
    } while (interval < 0x8000)
  }

  return {
    encode(context: number, bit: number) {
      const step = steps[at[context] ?? 0] ?? { rare: 0, likely: 0, unlikely: 0, swap: false }
      const isUsual = bit === usual[context]
      interval -= step.rare
      // The larger part goes to the usual sign.
      if (isUsual === interval < step.rare) interval = step.rare
      else code += step.rare
      if (isUsual && interval >= 0x8000) return
      if (!isUsual && step.swap) usual[context] = 1 - (usual[context] ?? 0)
      at[context] = isUsual ? step.likely : step.unlikely
      widen()
    },
    end(): Buffer {
      const most = code + interval
      code = Math.floor(code / 0x10000) * 0x10000 + 0xffff
      if (code >= most) code -= 0x8000
      code *= 2 ** room
      putByte()
      code *= 2 ** room
      putByte()
      return Buffer.from([...bytes.slice(1), 0xff, 0xac])
    },
  }
}
