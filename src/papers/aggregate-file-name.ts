import { fold } from '../domain/fold.ts'

const longest = 60

/** "tong-hop-thi-dua-120-nam-2024-03-27.xlsx": no marks and no spaces, which some phones and letters stumble over. */
export const aggregateFileName = (ending: string, ...parts: string[]): string =>
  `${parts
    .map((part) => fold(part).slice(0, longest).trim().replaceAll(' ', '-'))
    .filter((part) => part !== '')
    .join('-')}.${ending}`
