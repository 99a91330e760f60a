import { z } from 'zod'

/** What Nghị định 30/2020/NĐ-CP leaves to an agency (Phụ lục I, Phần I, Mục I and II.6), within the decree's ranges. */
export const layoutSchema = z.object({
  /** Margins in mm. */
  top: z.number().min(20).max(25).default(20),
  bottom: z.number().min(20).max(25).default(20),
  left: z.number().min(30).max(35).default(30),
  right: z.number().min(15).max(20).default(20),
  /** Size of the body's letters, in points. */
  size: z.union([z.literal(13), z.literal(14)]).default(14),
  /** First-line indent in mm. */
  indent: z.union([z.literal(10), z.literal(12.7)]).default(12.7),
  /** Lines apart. */
  spacing: z.number().min(1).max(1.5).default(1.15),
  /** Points between paragraphs. */
  gap: z.number().min(6).max(12).default(6),
})
export type Layout = z.infer<typeof layoutSchema>

export const defaultLayout: Layout = layoutSchema.parse({})

/** A4, in mm. */
export const page = { width: 210, height: 297 }

/** The width in mm that text may take. */
export const textWidth = ({ left, right }: Layout, landscape = false): number =>
  (landscape ? page.height : page.width) - left - right
