import { createHash, timingSafeEqual } from 'node:crypto'

type Signed = {
  /** As the header gives it: `mac=` and 64 hexadecimal digits, or the digits alone. */
  signature: string
  /** The bytes as they came: written anew from the parsed JSON they would differ. */
  body: Uint8Array
  time: string
  /** Whose id stands first: the application's; some pages say the Official Account's. */
  ids: string[]
  secret: string
}

const given = /^(?:mac=)?(?<digest>[0-9a-f]{64})$/i
const time = /^\d{1,16}$/

/** Is this event signed with the Official Account's secret? Compared in constant time. */
export function isSigned(signed: Signed): boolean {
  const digest = given.exec(signed.signature.trim())?.groups?.digest
  // Anything but digits could move the seam between body and time.
  if (!digest || !time.test(signed.time)) return false
  const wanted = Buffer.from(digest, 'hex')
  return signed.ids.filter((id) => timingSafeEqual(wanted, digestFor(id, signed))).length > 0
}

const digestFor = (id: string, { body, time, secret }: Signed): Buffer =>
  createHash('sha256').update(id).update(body).update(time).update(secret).digest()
