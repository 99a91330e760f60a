import { fold } from './fold.ts'

/** What a receipt is of: DK a registration, BC a report. */
export const receiptKinds = { DK: 'registration', BC: 'report' } as const
export type ReceiptCode = { code: string; kind: (typeof receiptKinds)[keyof typeof receiptKinds] }

const shape = /^(?:ma )?(dk|bc)? ?(\d{4}) ?(\d{1,5})$/

/** "dk 2024 137", "DK-2024-0137", "dk20240137", "2024/137" → DK-2024-0137; without letters a registration's; null for anything else. */
export function readReceiptCode(typed: string): ReceiptCode | null {
  // A voice or a keyboard may make Đ of D: fold takes it back.
  const [, letters = 'dk', year, number] = shape.exec(fold(typed)) ?? []
  if (!year || !number || Number(number) === 0) return null
  const stem = letters.toUpperCase() as keyof typeof receiptKinds
  return { code: `${stem}-${year}-${String(Number(number)).padStart(4, '0')}`, kind: receiptKinds[stem] }
}
