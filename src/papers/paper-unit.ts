import { z } from 'zod'

const line = z.string().trim().min(1).max(200)

/**
 * How a unit's papers begin and end. It is asked once per unit and never guessed: a seal, the body above it, the place,
 * who signs and by what right are habits of the house that no file tells.
 */
export const paperUnitSchema = z.object({
  /** sealed: letters with a number and a seal; unsealed: signed by the head alone; plain: Party and mass organisations, which have forms of their own. */
  shape: z.enum(['sealed', 'unsealed', 'plain']),
  /** The body right above it as it stands in the head ("UBND XÃ EA SƯƠNG"); null where none is written (UBND, HĐND). */
  superior: line.nullable(),
  /** Its own name as it stands in the head; a line break where the house breaks it. */
  issuer: line,
  /** Its abbreviation in symbols of documents ("UBND"); null: all after the stroke is left to the clerk. */
  symbol: line.nullable(),
  /** The office that drafts, as in "Lưu: VT, VHXH" and at the end of a letter's symbol; null where none is written. */
  drafter: line.nullable(),
  /** The administrative unit where it sits, without "xã" or "phường" unless that belongs to the name ("Phường 1"). */
  place: line,
  signer: z.object({
    /** By what right and in what post, each a line: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] or ["TRƯỞNG PHÒNG"]. */
    lines: z.array(line).min(1).max(3),
    /** The post in the agency of one who signs for a council. */
    alsoTitle: line.nullable(),
    /** Given and family name alone, no degree or title; null: left blank. */
    name: line.nullable(),
  }),
})
export type PaperUnit = z.infer<typeof paperUnitSchema>

/** The key of a unit's papers among the settings. */
export const paperUnitKey = (unitId: string): string => `paper:${unitId}`
