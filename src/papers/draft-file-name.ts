import { fold } from '../domain/fold.ts'

const longest = 60

/**
 * "du-thao-dang-ky-thi-dua-120-nam-dk-2024-0137.docx": that it is a draft stands in the name of the file, never on the
 * page; no marks and no spaces, which some phones stumble over.
 */
export const draftFileName = (...parts: string[]): string =>
  `${['dự thảo', ...parts]
    .map((part) => fold(part).slice(0, longest).trim().replaceAll(' ', '-'))
    .filter((part) => part !== '')
    .join('-')}.docx`

export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
