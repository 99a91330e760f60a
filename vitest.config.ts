import { defineConfig } from 'vitest/config'
import { WaitingFirst } from './test/waiting-first.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // Much of it waits for child processes and a browser, so there are more workers than cores of a small machine.
    maxWorkers: 4,
    sequence: { sequencer: WaitingFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
