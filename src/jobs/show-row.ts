import type { Channel } from '../channels/channel.ts'
import type { Core } from '../chat/core.ts'
import type { Links } from '../chat/links.ts'
import type { QueuedMessage } from '../chat/message.ts'
import { renderFor, type TypedChoice } from '../chat/render.ts'
import type { AccountRow, OutboxRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'

const dayMs = 86_400_000
const uploadLifeMs = 30 * 60_000
const fileLifeMs = 7 * dayMs
/** Somebody who was heard from so recently may be in the middle of something: news gets a letter of its own. */
const conversingMs = 30 * 60_000
const letters = ['A', 'B', 'C', 'D', 'E']

type Showing = Pick<Core, 'database' | 'texts' | 'clock'> & { links: Links }
/** The list of choices that a message opens in its chat; none: it closes what was open. */
type Opens = { mark: string; choices: TypedChoice[]; source: string }

/** A message as this account's channel shows it, with the address of its file, and what may be typed in answer from then on. */
export async function showRow(
  showing: Showing,
  row: OutboxRow,
  account: AccountRow,
  { can }: Channel,
  message: QueuedMessage,
): Promise<{ message: QueuedMessage; opens: Opens | null; address: string | null }> {
  const { links, texts } = showing
  const download = message.attachment
    ? links.address(
        'file',
        `${message.attachment.hash} ${message.attachment.mime} ${message.attachment.name}`,
        fileLifeMs,
      )
    : null
  if (can.buttons && can.filesIn && can.filesOut) return { message, opens: null, address: download }
  const mark = can.buttons ? '' : await markFor(showing, row, account)
  const upload = message.wantsFile ? links.address('upload', `${account.id} ${row.key}`, uploadLifeMs) : null
  const shown = renderFor(can, message, { texts: texts(await languageOf(showing, account)), mark, download, upload })
  const closes = message.question !== undefined && !can.buttons
  const opens = shown.choices || closes ? { mark, choices: shown.choices ?? [], source: row.key } : null
  return { message: shown.message, opens, address: download }
}

async function languageOf({ database }: Showing, account: AccountRow) {
  const member = account.person_id ? await database.store.members.byId(account.person_id) : null
  return member?.language ?? account.language ?? 'vi'
}

/** "reply:7:": the answers of one turn. */
const turnOf = (key: string) => /^reply:\d+:/.exec(key)?.[0]

/** No letter for an answer, nor where nobody is writing just now; a turn's second list and news get the letter after the last. */
async function markFor({ database, clock }: Showing, row: OutboxRow, account: AccountRow): Promise<string> {
  const lists = await database.store.openChoices.of(account.id)
  const plain = lists.find(({ mark, choices }) => mark === '' && choices.length > 0)
  const isReply = row.account_id !== null
  const isSecond = plain !== undefined && plain.source !== row.key && turnOf(plain.source) === turnOf(row.key)
  const isQuiet = clock.now() - Number(account.last_seen_at ?? 0) > conversingMs
  if (isReply ? !isSecond : isQuiet) return ''
  const last = lists.find(({ mark }) => mark !== '')
  return letters[(letters.indexOf(last?.mark ?? '') + 1) % letters.length] ?? ''
}

/** Opens what a message lets people type, in the transaction in which it begins to go out. */
export async function openChoices(store: Store, account: AccountRow, opens: Opens | null, now: number): Promise<void> {
  if (opens) await store.openChoices.put(account.id, opens, now)
}
