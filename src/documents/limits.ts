/** What one file may cost. A file beyond any of these is refused. */
export type Limits = {
  maxBytes: number
  maxPages: number
  /** Bytes of a packed file (DOCX) once it is unpacked. */
  maxUnpackedBytes: number
  timeoutMs: number
  maxMemoryMb: number
}

export const defaultLimits: Limits = {
  maxBytes: 20 * 1024 * 1024,
  maxPages: 300,
  maxUnpackedBytes: 200 * 1024 * 1024,
  timeoutMs: 60_000,
  maxMemoryMb: 512,
}
