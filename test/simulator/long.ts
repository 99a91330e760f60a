import { simulate, type Wish } from './simulate.ts'

/** Five years of a large agency: as much as `npm run drill` lives through. */
export const fiveYears: Omit<Wish, 'seed'> = {
  ...{ units: 200, people: 2000, plans: 60, bound: 16, deedsADay: 20, from: '2024-01-02', to: '2028-12-29' },
}

/** Lives through them and says what happened; null where all was as it must be, else what was wrong. */
export async function liveLong(seed: number): Promise<{ said: string; wrong: string | null }> {
  const started = performance.now()
  try {
    const { days, mornings, reminders, questions, downtimes, lost, repeated } = await simulate({ ...fiveYears, seed })
    const took = Math.round((performance.now() - started) / 1000)
    const said = `${days} days, ${mornings} mornings, ${reminders} reminders, ${questions} questions, ${downtimes} downtimes`
    return { said: `seed ${seed}: ${said}, ${lost} owed over, ${repeated} repeated, in ${took} s`, wrong: null }
  } catch (error) {
    return { said: `seed ${seed}`, wrong: error instanceof Error ? error.message : String(error) }
  }
}
