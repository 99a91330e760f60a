import { createHash, timingSafeEqual } from 'node:crypto'

/** Is a secret the wanted one? The time it takes tells nothing of either. */
export function sameSecret(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
