import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rig } from './contract/rig.ts'
import { openTelegramRig } from './contract/telegram-rig.ts'
import { openWebRig } from './contract/web-rig.ts'
import { openZaloBotRig } from './contract/zalo-bot-rig.ts'
import { openZaloOaRig } from './contract/zalo-oa-rig.ts'
import { type Column, parityTable, worseThan } from './parity.ts'

const page = new URL('../../docs/channels.md', import.meta.url)
const intro = `# Channels

The same commands, dialogs and reminders everywhere; what a platform lacks is shown in what it has. This table is made from the
capabilities that the contract suite (\`test/channels/contract.test.ts\`) holds each channel to, and a cell that gets worse fails
the tests. \`npx vitest run test/channels/parity.test.ts -u\` writes it anew when one gets better.
`
const outro = `
Files by link and the upload page want a public https address (\`PUBLIC_URL\`); without one people are told to use another linked
channel. More of each: [telegram.md](telegram.md), [zalo-bot.md](zalo-bot.md), [zalo-oa.md](zalo-oa.md).
`

let rigs: Rig[] = []
let columns: Column[] = []
beforeAll(async () => {
  rigs = [await openTelegramRig(), await openZaloBotRig(), await openZaloOaRig(), await openWebRig()]
  const names = ['Telegram', 'Zalo Bot', 'Zalo Official Account', 'Web chat']
  columns = rigs.map(({ channel: { can } }, index) => ({ name: names[index] ?? '', can }))
})
afterAll(() => Promise.all(rigs.map((rig) => rig.close())))

test('no channel has become worse than the printed table says', () => {
  expect(worseThan(readFileSync(page, 'utf8'), columns)).toEqual([])
})

test('the printed table is that of the channels as they are', async () => {
  await expect(`${intro}\n${parityTable(columns)}\n${outro}`).toMatchFileSnapshot(page.pathname)
})

test('a cell that gets worse is named', () => {
  const [telegram] = columns
  if (!telegram) throw new Error('There is no channel.')
  const before = parityTable([telegram])
  const poorer = { ...telegram, can: { ...telegram.can, edit: false, groups: false } }
  expect(worseThan(before, [poorer])).toEqual([
    'A message that changes on Telegram: ✓ → a new short message',
    'Group chats on Telegram: ✓ → –',
  ])
  expect(worseThan(parityTable([poorer]), [telegram])).toEqual([])
})
