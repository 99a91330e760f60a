/** What one file may cost. A file beyond any of these is refused. */
export type Limits = {
  maxBytes: number
  maxPages: number
  /** Pages that have to be made out from their pictures. */
  maxScannedPages: number
  /** Of one picture; four bytes each once it is unpacked. */
  maxPixels: number
  /** Bytes of a packed file (DOCX) once it is unpacked. */
  maxUnpackedBytes: number
  timeoutMs: number
  /** The same for a scan, from when its turn has come: so much for itself, and so much for each page. */
  scanBaseMs: number
  scanPageMs: number
  maxMemoryMb: number
}

export const defaultLimits: Limits = {
  maxBytes: 20 * 1024 * 1024,
  maxPages: 300,
  maxScannedPages: 100,
  maxPixels: 64_000_000,
  maxUnpackedBytes: 200 * 1024 * 1024,
  timeoutMs: 60_000,
  scanBaseMs: 10_000,
  scanPageMs: 4_000,
  maxMemoryMb: 512,
}
