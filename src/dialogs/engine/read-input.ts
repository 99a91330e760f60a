import type { What } from '../../chat/incoming.ts'
import { isSpelling } from '../../chat/spellings.ts'
import type { Language } from '../../domain/person.ts'
import { languages } from '../../domain/person.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Choice, Input } from './dialog.ts'

export type Control = 'skip' | 'back' | 'save' | 'cancel'
const controls: Control[] = ['skip', 'back', 'save', 'cancel']

/** "hủy", "quay lại", "bỏ qua", "lưu nháp" (or their English) typed in a dialog; null for anything else. */
export function readControl(text: string, texts: (language: Language) => Texts): Control | null {
  const label = (name: Control) => languages.map((language) => texts(language).t(`chat.dialog.${name}`))
  return controls.find((name) => isSpelling(text, label(name))) ?? null
}

// "2", "2.", "số 2", "so 2", "chọn 2", "chon so 2"
const numbered = /^(?<word>(?:chọn|chon|số|so|no)\s*)*(?<number>\d{1,3})\s*\.?$/iu

/** A choice by its number or its label. `plainNumbers`: a bare number is an answer, only "chọn 2" is a choice. */
function readChoice(text: string, choices: Choice[], plainNumbers: boolean): Choice | null {
  const match = numbered.exec(text.trim())
  const byNumber =
    match && (match.groups?.word || !plainNumbers) ? choices[Number(match.groups?.number) - 1] : undefined
  return byNumber ?? choices.find(({ label }) => isSpelling(text, [label])) ?? null
}

/** What came in → what a step reads; null where it is nothing that a step takes. */
export function readInput(what: What, choices: Choice[], plainNumbers: boolean): Input | null {
  if (what.kind === 'file') return { kind: 'file', file: what.file, caption: what.caption }
  if (what.kind === 'task') return { kind: 'task', name: what.name, result: what.result }
  if (what.kind !== 'text') return null
  const choice = readChoice(what.text, choices, plainNumbers)
  return choice ? { kind: 'choice', value: choice.value } : { kind: 'text', text: what.text }
}
