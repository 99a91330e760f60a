import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that mostly wait: for a platform's limits, for processes, for a browser. The longest first. */
const waiting = ['/test/emulator/', '/test/drills/', '/test/web/']

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = waiting.findIndex((folder) => moduleId.includes(folder))
  return place < 0 ? waiting.length : place
}

/** Begins what waits before what computes, so that the wait passes while others work, and none is left for the end. */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
