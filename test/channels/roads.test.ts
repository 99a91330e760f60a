import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMemoryRig } from './contract/memory-rig.ts'
import type { Behind } from './contract/rig.ts'
import { openTelegramRig } from './contract/telegram-rig.ts'
import { openWebRig } from './contract/web-rig.ts'
import { openZaloBotRig } from './contract/zalo-bot-rig.ts'
import { openZaloOaRig } from './contract/zalo-oa-rig.ts'
import { approving } from './roads/approving.ts'
import { registering } from './roads/registering.ts'
import { reporting } from './roads/reporting.ts'
import type { Road } from './roads/road.ts'
import { openScene, plays } from './roads/scene.ts'
import { openStage, type Stage } from './roads/stage.ts'
import { wrongTurns } from './roads/wrong-turns.ts'

const channels = [
  { name: 'memory', open: (behind: Behind) => openMemoryRig(behind, 'other') },
  { name: 'web', open: openWebRig },
  { name: 'telegram', open: openTelegramRig },
  { name: 'zalo-oa', open: openZaloOaRig },
  { name: 'zalo bot', open: openZaloBotRig },
]

const roads = { registering, approving, reporting, 'wrong turns': wrongTurns }

describe.each(channels)('$name', ({ open }) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(open, '2024-03-27T09:12:00+07:00')
  })
  afterAll(() => stage.close())

  async function walks({ by, wish, before, does, hears = [], keeps, keptIn }: Road) {
    const scene = await openScene(stage, by, wish)
    const since = (await stage.rig.shows()).length
    try {
      await before?.(scene)
      await plays(scene, does)
      const said = (await stage.rig.shows()).slice(since).map(({ text }) => text)
      for (const words of hears) expect(said.join('\n')).toContain(words)
      expect(await (keptIn ?? scene.registrations)(scene)).toMatchObject(keeps)
    } finally {
      await scene.end('closed')
    }
  }

  describe.each(Object.entries(roads))('%s', (_, table) => {
    test.each(table)('$say', walks)
  })
})
