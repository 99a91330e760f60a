/** A place on the picture of a page, in its pixels from the upper left. */
export type Box = { x: number; y: number; width: number; height: number }

/** A word as it was made out on a scan; `confidence` from 0 to 1, of its least sure sign. */
export type ScannedWord = { text: string; confidence: number; box: Box }

/** A line of a scan: what was made out, on which page (from 1), how surely (0 to 1), and where. */
export type ScannedLine = { text: string; page: number; confidence: number; box: Box; words: ScannedWord[] }
