import { z } from 'zod'
import { fold } from './fold.ts'

const target = z.object({ value: z.number().nullable(), unit: z.string().nullable(), text: z.string() })

/** One line of the paper: a content of the plan (or one's own), the work, what is promised and by when. */
const item = z.object({
  contentSection: z.string().nullable(),
  content: z.string(),
  work: z.string(),
  target: target.nullable(),
  finishDay: z.iso.date().nullable(),
})
export type RegistrationItem = z.infer<typeof item>

/** Somebody on a unit's list: the name and what the columns of a list give; what was not given is absent. */
export const listedPerson = z.object({
  name: z.string(),
  position: z.string(),
  /** The part of the unit they work in, as their list names it. */
  unit: z.string().optional(),
  title: z.string().optional(),
  commendation: z.string().optional(),
  initiative: z.string().optional(),
})
export type ListedPerson = z.infer<typeof listedPerson>

/** A file sent with it, kept by its hash. */
export const attachedFile = z.object({ hash: z.string(), name: z.string(), mime: z.string() })
export type AttachedFile = z.infer<typeof attachedFile>

export const registrationShapes = ['campaign', 'yearly'] as const
/** By campaign (contents and targets), or yearly (titles, commendations, initiative; its items are the lines of the giao ước). */
export type RegistrationShape = (typeof registrationShapes)[number]

/**
 * What is registered, as stored. No birth dates, no citizen numbers: only what the paper shows. What later versions of the
 * program added has a default, so that what was stored before them still reads.
 */
export const registrationBody = z
  .object({
    shape: z.enum(registrationShapes).default('campaign'),
    items: z.array(item),
    people: z.array(listedPerson),
    note: z.string().nullable(),
    /** Of the registrant: one's own, or the unit's as a collective. */
    commendation: z.string().nullable(),
    title: z.string().nullable(),
    /** The name of an initiative or research (sáng kiến, đề tài). */
    initiative: z.string().nullable().default(null),
    attachments: z.array(attachedFile).default([]),
  })
  .refine(({ shape, items }) => shape === 'yearly' || items.length > 0, 'A campaign is registered for with a content.')
export type RegistrationBody = z.infer<typeof registrationBody>

/** Two wordings of one content are one: letters and digits alone, at most 400, which a unique index can hold. */
export const contentKey = (content: string): string => fold(content).slice(0, 400)

/** Who registers, in which capacity: the same person may register for two units, each once. */
export const subjectKey = (subject: 'unit' | 'person', unitId: string, personId: string | null): string =>
  subject === 'unit' ? `unit:${unitId}` : `person:${personId}@${unitId}`

/** The contents of a body, each once, in order. */
export const contentsOf = ({ items }: { items: Pick<RegistrationItem, 'content'>[] }): string[] => [
  ...new Map(items.map(({ content }) => [contentKey(content), content])).values(),
]

/** What nobody registers twice for a plan: each content; of a yearly registration the year as a whole. */
export const claimsOf = (body: RegistrationBody): { key: string; content: string }[] =>
  body.shape === 'yearly'
    ? [{ key: '=yearly', content: body.title ?? body.items[0]?.content ?? '' }]
    : contentsOf(body).map((content) => ({ key: contentKey(content), content }))

/** "2 nội dung, 3 chỉ tiêu". */
export const countsOf = (body: Pick<RegistrationBody, 'items'>): { contents: number; targets: number } => ({
  contents: contentsOf(body).length,
  targets: body.items.filter(({ target }) => target !== null).length,
})

/** Of a yearly registration: who is registered for a title or commendation, on the list and the registrant. */
export const honoursOf = ({
  title,
  commendation,
  people,
}: RegistrationBody): { titles: number; commendations: number } => ({
  titles: people.filter((person) => person.title).length + (title ? 1 : 0),
  commendations: people.filter((person) => person.commendation).length + (commendation ? 1 : 0),
})
