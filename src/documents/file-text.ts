import type { Refused } from './refusal.ts'

export type FileKind = 'text' | 'html' | 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf'

/** A file's words: lines kept, letters NFC. `pages` is null where the kind of file has none. */
export type FileText = { ok: true; text: string; kind: FileKind; pages: number | null }

export type FileTextResult = FileText | Refused
