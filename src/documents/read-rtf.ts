import type { FileTextResult } from './file-text.ts'
import { refuse } from './refusal.ts'
import { control, newRtf, write } from './rtf-controls.ts'

const token = /\{|\}|\\'([0-9a-f]{2})|\\([a-z]+)(-?\d{1,9})? ?|\\([^a-z])|[\r\n]+|([^\\{}\r\n]+)/gi
const deepest = 500

/** The words of a rich text file (RTF 1.9): letters by number (`\u7871`), and bytes in the code page of the document or of their font. */
export function readRtf(bytes: Uint8Array): FileTextResult {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const rtf = newRtf()
  for (const [whole, byte, word, number, sign, letters] of source.matchAll(token)) {
    if (whole === '{') rtf.groups.push({ ...rtf.group })
    else if (whole === '}') rtf.group = rtf.groups.pop() ?? rtf.group
    else if (byte) write(rtf, Number.parseInt(byte, 16))
    else if (word) control(rtf, word, number === undefined ? null : Number(number))
    else if (sign) control(rtf, sign, null)
    else for (const letter of letters ?? '') write(rtf, letter.charCodeAt(0))
    if (rtf.groups.length > deepest) return refuse('corrupt')
  }
  // A file that did not arrive whole leaves groups open.
  if (rtf.groups.length > 0) return refuse('corrupt')
  return { ok: true, text: rtf.text.join(''), kind: 'rtf', pages: null }
}
