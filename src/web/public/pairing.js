const pauseMs = 1500
const longestMs = 10 * 60 * 1000

/** Asks whether the chat has answered; then the page itself comes in, or says why not. */
async function look() {
  const answer = await fetch('/session/pair/state').catch(() => null)
  if (answer?.ok && !(await answer.json()).waiting) location.reload()
  else if (performance.now() < longestMs) setTimeout(look, pauseMs)
  else location.reload()
}
setTimeout(look, pauseMs)
// Whoever comes back from the chat does not wait for the next turn.
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void look())
