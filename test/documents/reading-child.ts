/** Functions that a test lets the child call on a file's words. */
export const countLines = (text: string) => text.split('\n').length

export const neverReturns = () => {
  for (;;);
}

export const throws = () => {
  throw new Error('a bug')
}

export const environment = () => Object.keys(process.env)

export const recursesForEver = (text: string): string => recursesForEver(`${text} `)
