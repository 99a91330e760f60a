import type { Box, ScannedLine } from '../../domain/scanned-line.ts'

/** A document made out on pictures: its lines, and a way to cut a place out of a page's picture (PNG; null: no such page). */
export type Scan = {
  lines: ScannedLine[]
  cutOut(page: number, box: Box): Promise<Uint8Array | null>
  /** Of several photos: all of them in one file; null for what is one file already. */
  bound(): Promise<Uint8Array | null>
}
