/** A child whose heap grows without end, like a reader that builds a tree from a bomb. */
process.once('message', () => {
  const kept: object[] = []
  for (;;) kept.push({ kept: kept.length, more: [kept.length] })
})
