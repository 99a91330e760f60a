import { z } from 'zod'
import { attachedFile } from './registration-body.ts'

/** How a paper came by hand or by post: the clerk's number, the day it arrived, its scan. */
export const paperArrival = z.object({
  number: z.string().nullable(),
  day: z.iso.date(),
  scan: attachedFile.nullable(),
})
export type PaperArrival = z.infer<typeof paperArrival>
