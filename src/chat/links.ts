import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../domain/day.ts'

/** What a link is for; each opens a page of its own path. */
const paths = { file: 'tep', upload: 'gui', dashboard: 'bang' } as const
export type LinkPurpose = keyof typeof paths

export type Links = {
  /** The path of a page that `subject` may be had at until then, signed; a link for one purpose opens no other. */
  path(purpose: LinkPurpose, subject: string, lifeMs: number): string
  /** The same as an address that the world can reach; null without a public https address. */
  address(purpose: LinkPurpose, subject: string, lifeMs: number): string | null
  /** The page of an invitation, where the world can reach it. */
  invitation(code: string): string | null
  /** The address of a calendar behind its secret, for programs; null without a public https address. */
  calendar(secret: string): string | null
  /** What a token (the last part of the path) stands for; or why it does not count. */
  read(purpose: LinkPurpose, token: string): { ok: true; subject: string } | { ok: false; reason: 'expired' | 'wrong' }
}

const signatureLength = 22

/** Signed links with a purpose and an expiry (real time): `/tep/<subject>.<until>.<signature>`. */
export function createLinks(options: { secret: string; publicUrl: string | null; realNow: () => Instant }): Links {
  const { secret, publicUrl, realNow } = options
  const sign = (purpose: LinkPurpose, rest: string) =>
    createHmac('sha256', secret).update(`${purpose}.${rest}`).digest('base64url').slice(0, signatureLength)
  const path = (purpose: LinkPurpose, subject: string, lifeMs: number) => {
    const rest = `${Buffer.from(subject).toString('base64url')}.${Math.ceil((realNow() + lifeMs) / 1000).toString(36)}`
    return `/${paths[purpose]}/${rest}.${sign(purpose, rest)}`
  }
  return {
    path,
    address: (purpose, subject, lifeMs) =>
      publicUrl?.startsWith('https:') ? `${publicUrl}${path(purpose, subject, lifeMs)}` : null,
    invitation: (code) => (publicUrl?.startsWith('https:') ? `${publicUrl}/moi/${code}` : null),
    calendar: (secret) => (publicUrl?.startsWith('https:') ? `${publicUrl}/lich/${secret}.ics` : null),
    read(purpose, token) {
      const [subject, until, signature, ...more] = token.split('.')
      const wanted = Buffer.from(sign(purpose, `${subject}.${until}`))
      const given = Buffer.from(signature ?? '')
      if (!subject || !until || more.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted))
        return { ok: false, reason: 'wrong' }
      if (Number.parseInt(until, 36) * 1000 < realNow()) return { ok: false, reason: 'expired' }
      return { ok: true, subject: Buffer.from(subject, 'base64url').toString() }
    },
  }
}
