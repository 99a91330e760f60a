/** A child that never answers, like a reader caught in a loop. */
process.once('message', () => {
  for (;;);
})
