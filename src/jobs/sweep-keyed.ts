import type { Core } from '../chat/core.ts'
import type { KeyedAreas } from '../store/keyed.ts'
import type { TimetableRow } from './job.ts'

type Sweeping = Pick<Core, 'realClock'> & { keyed: Pick<KeyedAreas, 'sweep'> }

/** Takes out drafts, buttons and counts that have expired: nobody reads most of them again. */
export const sweepKeyed = ({ keyed, realClock }: Sweeping): TimetableRow => ({
  name: 'sweep_keyed',
  when: { on: 'day', time: '02:20' },
  quiet: true,
  job: async () => void (await keyed.sweep(realClock.now())),
})
