import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Counts, countTexts } from '../../../src/reading/restore/counts.ts'

const folders = ['plans/', 'plans-more/'].map((name) => new URL(`../../../../shared/${name}`, import.meta.url))
const words = new URL('../../../tools/administrative-words.txt', import.meta.url)

/** A document beside the project. */
export type SharedText = { name: string; text: string }

/** The real documents beside the project; none, said loudly, where they do not lie there. */
export function sharedTexts(): SharedText[] {
  const found = folders.filter((folder) => existsSync(folder))
  if (found.length === 0) console.warn('NOT PROVED: the documents beside the project are not here')
  return found.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8').normalize('NFC') })),
  )
}

/** The one that really lost letters; its words are in no counts. */
export const damagedName = 'vp-ubnd-tinh-dak-lak-2025-thi-dua-dac-biet'

/** What a reader knows that has never seen this document. */
export function countsWithout(name: string, texts: readonly SharedText[]): Counts {
  const others = texts.filter((one) => one.name !== name && !one.name.startsWith(damagedName))
  return countTexts([...others.map(({ text }) => text), ...readFileSync(words, 'utf8').split(/[,\n]+/)])
}
