/** A child that takes memory beside the heap without end, like a reader that unpacks a bomb. */
const taken: Buffer[] = []
process.once('message', () => {
  setInterval(() => taken.push(Buffer.alloc(20_000_000, 1)), 1)
})
