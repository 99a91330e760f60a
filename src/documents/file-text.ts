import type { ScannedLine } from '../domain/scanned-line.ts'
import type { Refused } from './refusal.ts'

export type FileKind = 'text' | 'html' | 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'photo'

/**
 * A file's words: lines kept, letters NFC. `pages` is null where the kind of file has none. `lines` are those made out on
 * pictures (scans, photos), as they were made out.
 */
export type FileText = { ok: true; text: string; kind: FileKind; pages: number | null; lines?: ScannedLine[] }

export type FileTextResult = FileText | Refused
