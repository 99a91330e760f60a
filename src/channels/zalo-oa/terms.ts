/**
 * What Zalo's terms and interfaces for Official Accounts are taken to be, as named settings. ALL OF IT IS SECOND-HAND,
 * gathered in November 2026 from public copies of Zalo's pages and from programs of others, never tried on a live
 * account: CHECK EVERY LINE WITH ZALO BEFORE CONTRACTING, and on live traffic before relying on it. Sources:
 *
 * - [A] a third party's reading of Zalo's own pages of 22/09/2026, docs.zaloplatforms.com/docs/OA: bat-dau/xac-thuc-…-new
 *   (tokens), tin-nhan/tin-tu-van/… (texts, windows), phu-luc/ma-loi (codes), phu-luc/gioi-han-toc-do-api (rate)
 * - [B] a third party's specification of 20/08/2026 over the same pages and stc-developers.zdn.vn/docs/v2/official-account
 *   (signature, uploads, templates by user id), which marks what it could not verify
 * - [C] nextlevelbuilder/goclaw, internal/channels/zalo/oa: a client in production, with what it observed
 * - [D] hoangnd25/monorepo, wip/zalo-platform-integration.md, 10/01/2026 (windows, webhook, 20 requests a second)
 * - [E] stc-developers.zdn.vn/…/phu-luc/cau-truc-cua-tham-so-buttons as quoted by a third party on 14/07/2026 (buttons),
 *   and developers.esms.vn, "Tin Zalo Tư vấn dạng button" (a reseller's page with the body of such a message)
 */
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Where Zalo answers. [A, B] */
export const roots = { api: 'https://openapi.zalo.me', auth: 'https://oauth.zaloapp.com' }

/** The version belongs to each path: uploads are still 2.0 while messages are 3.0. [B, C] */
export const paths = {
  token: '/v4/oa/access_token',
  message: '/v3.0/oa/message/cs',
  uploadFile: '/v2.0/oa/upload/file',
  uploadImage: '/v2.0/oa/upload/image',
  /** To a user id, under the API's root; by telephone number it would be business.openapi.zalo.me/message/template. [B, E] */
  template: '/v3.0/oa/message/template',
}

export const tokenTerms = {
  /** An access token lives 25 hours [A, B]; so long before its end it is renewed, which leaves a working day to mend a refusal. */
  aheadMs: 14 * hourMs,
  /** Taken where the answer does not say for how long (`expires_in`, seconds, as a string [A, C]). */
  usualLifeMs: 25 * hourMs,
  /** A refresh token that was refused is not tried again before this: no code tells "used up" from other trouble for certain. [A] */
  refusedAgainMs: hourMs,
}

export const messageTerms = {
  /** "2.000 ký tự" [A]; whether these are code points or UTF-16 units is not said, so the smaller. */
  textLength: 2_000,
  /** [E] */
  mostButtons: 5,
  titleLength: 100,
  /** Consultation messages: free so long after the person was last heard from [A, B, D] … */
  freeMs: 48 * hourMs,
  /** … then paid for, until this; after it they are refused (-230) [A, B, D]. */
  openMs: 7 * dayMs,
  /** Whether messages that cost money are sent at all (55 đ each by hearsay of 2026). */
  usePaid: true,
}

export const fileTerms = {
  /** "PDF/DOC/DOCX" [C: others are silently dropped]; [B] adds CSV, which is left out until somebody has seen it. */
  documents: /\.(?:pdf|docx?)$/iu,
  documentBytes: 5 * 1024 * 1024,
  /** "jpg/png, 1 MB" [B, C] */
  pictures: /\.(?:jpe?g|png)$/iu,
  pictureBytes: 1024 * 1024,
}

/** A template of Zalo's approval carries one short text of ours, under this name; 200 is the longest a parameter may be. [B] */
export const templateTerms = { parameter: 'noi_dung', length: 200 }

export const webhookTerms = {
  /** sha256 over the id, the raw body, the time and the Official Account's secret; not an HMAC. [B, C, E] */
  header: 'x-zevent-signature',
  /** The time stands in the body (`timestamp`) [B, C]; where this header is there, it is taken instead. */
  timeHeader: 'x-zevent-timestamp',
}

/** Where files and pictures of people lie [C; hosts as seen in events quoted by others]; nothing is fetched from elsewhere. */
export const fileHosts = ['.zdn.vn', '.zadn.vn', '.zalo.me', '.dlfl.vn']

/** "20 requests/second" for sending [D]; 4,000 a minute for all calls [A]. Chats are not limited by Zalo: a person would mind. */
export const rate = {
  overall: { most: 20, perMs: 1_030 },
  chat: { most: 1, perMs: 550, burst: 5 },
}

/** What a code in an answer means for a message; a code that is not here is given up and recorded. [A, B, C] */
export const codes = {
  /** Access token invalid, expired or removed; some calls answer with other signs and magnitudes [C]. */
  token: [-216, -220, 216, 401, -401],
  /** Not followed any more, banned or 45 days away, has refused this kind of message. */
  gone: [-213, -227, -244],
  /** No interaction within the window. */
  window: [-230, -232],
  /** Too many calls in a minute. */
  rate: [-32],
  /** Sending failed for once; the upload has expired (after 7 days). */
  again: [-200, -100],
  /** Only the operator can mend it: account, application, package, permission, money. */
  operator: [-204, -205, -209, -211, -212, -219, -221, -223, -224, -234, -235, -240, -242, -320, -321],
} as const
