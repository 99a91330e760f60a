export const themes = ['light', 'dark'] as const
/** On what a picture is drawn: what its reader's screen is kinder to. */
export type Theme = (typeof themes)[number]

/** The colours of the pages (page.css): one accent on quiet neutrals; `done` and `past` are never alone, a number stands on them. */
export type Palette = {
  ground: string
  ink: string
  quiet: string
  line: string
  /** Days on which nobody works. */
  rest: string
  accent: string
  cell: string
  done: string
  past: string
}

// biome-ignore format: a table keeps its columns
export const palettes: Record<Theme, Palette> = {
  light: { ground: '#ffffff', ink: '#211e1b', quiet: '#5f5952', line: '#cfc8c0', rest: '#f0ece7', accent: '#9b1c1f', cell: '#ebe6e0', done: '#a9d8b8', past: '#f0cf94' },
  dark:  { ground: '#1b1816', ink: '#eeeae4', quiet: '#b4aca3', line: '#4d463f', rest: '#27231f', accent: '#f0a19b', cell: '#37312c', done: '#22653c', past: '#74500f' },
}
