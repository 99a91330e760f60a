import type { TemplateData } from './fill-template.ts'
import { type TemplateKind, type TemplateTag, templateTags } from './tags.ts'

/** Rows of a group in a preview: two, so that it is seen to repeat. */
const rows = [1, 2]

const sampleOf = (tags: TemplateTag[], row: number): TemplateData =>
  Object.fromEntries(
    tags.map(({ name, sample = '', each }) => [
      name,
      each ? rows.map((number) => sampleOf(each, number)) : name === 'STT' ? String(row) : sample,
    ]),
  )

/** Data made up for a preview of a template of this kind. */
export const sampleData = (kind: TemplateKind): TemplateData => sampleOf(templateTags[kind], 1)
