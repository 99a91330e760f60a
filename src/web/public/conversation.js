/** Adds what arrived: each entry once, in order; one that replaces another takes its place and keeps its key. */
export function addEntries(all, arrived) {
  const next = [...all]
  for (const entry of arrived) {
    if (next.some(({ id }) => id === entry.id)) continue
    const replaced = entry.replaces === null ? -1 : next.findIndex(({ id }) => id === entry.replaces)
    if (replaced >= 0) next[replaced] = { ...entry, key: next[replaced].key }
    else next.push({ ...entry, key: `entry-${entry.id}` })
  }
  return next
}
