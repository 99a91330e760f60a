import { laddersSchema } from './ladders.ts'

/** "14, 7, 3, 1, 0" → days before the last safe day, the longest first, that day always among them; null: unreadable or out of bounds. */
export function readLeads(text: string): number[] | null {
  const words = text.trim().split(/[\s,;]+/u)
  if (words.some((word) => !/^\d{1,3}$/u.test(word))) return null
  const leads = [...new Set([...words.map(Number), 0])].sort((a, b) => b - a)
  const fits = laddersSchema.shape.usual.safeParse({ leads, counts: 'calendar', afterwards: true }).success
  return fits ? leads : null
}
