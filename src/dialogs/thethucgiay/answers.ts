import { z } from 'zod'
import { type PaperUnit, paperUnitSchema } from '../../papers/paper-unit.ts'

/** A paper to be made again when all is said. */
export const paperToMake = z.object({ kind: z.enum(['registration', 'report']), id: z.string() })
export type PaperToMake = z.infer<typeof paperToMake>

/** A line break parts lines; an empty answer: it is not written. */
const said = z.string().optional()

export const answersSchema = z.object({
  unitId: z.string().optional(),
  /** Its name, by which the questions are chosen. */
  unit: z.string().default(''),
  paper: paperToMake.nullable().default(null),
  shape: paperUnitSchema.shape.shape.optional(),
  superior: said,
  issuer: said,
  symbol: said,
  drafter: said,
  place: said,
  signing: said,
  alsoTitle: said,
  name: said,
})
export type Answers = z.infer<typeof answersSchema>

const orNone = (words: string | undefined) => words || null

/** What was answered, as it is kept; null while something is missing. */
export function toPaperUnit({ shape, superior, issuer, place, signing, ...given }: Answers): PaperUnit | null {
  const lines = (signing ?? '').split('\n')
  const signer = { lines, alsoTitle: orNone(given.alsoTitle), name: orNone(given.name) }
  // Said before somebody went back and chose another shape: numbers are given by who has a seal.
  const ofLetters = shape === 'sealed' ? given : { symbol: undefined, drafter: undefined }
  const symbols = { symbol: orNone(ofLetters.symbol), drafter: orNone(ofLetters.drafter) }
  const read = paperUnitSchema.safeParse({ shape, superior: orNone(superior), issuer, ...symbols, place, signer })
  return read.success ? read.data : null
}
