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
type Opens = { mark: string; choices: TypedChoice[] }

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
  const isReply = row.account_id !== null
  const mark = isReply || can.buttons ? '' : await markFor(showing, account)
  const upload = message.wantsFile ? links.address('upload', `${account.id} ${row.key}`, uploadLifeMs) : null
  const shown = renderFor(can, message, { texts: texts(await languageOf(showing, account)), mark, download, upload })
  const closes = message.question !== undefined && !can.buttons
  const opens = shown.choices || closes ? { mark, choices: shown.choices ?? [] } : null
  return { message: shown.message, opens, address: download }
}

async function languageOf({ database }: Showing, account: AccountRow) {
  const member = account.person_id ? await database.store.members.byId(account.person_id) : null
  return member?.language ?? account.language ?? 'vi'
}

/** No letter where nobody is writing just now; else the one after the last that was given. */
async function markFor({ database, clock }: Showing, account: AccountRow): Promise<string> {
  if (clock.now() - Number(account.last_seen_at ?? 0) > conversingMs) return ''
  const last = (await database.store.openChoices.of(account.id)).find(({ mark }) => mark !== '')
  return letters[(letters.indexOf(last?.mark ?? '') + 1) % letters.length] ?? ''
}

/** Opens what a message lets people type, in the transaction in which it begins to go out. */
export async function openChoices(store: Store, account: AccountRow, opens: Opens | null, now: number): Promise<void> {
  if (opens) await store.openChoices.put(account.id, opens.mark, opens.choices, now)
}
