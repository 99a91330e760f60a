import { simulate, type Wish } from './simulate.ts'

/** Five years of a large agency: as much as `npm run drill` lives through. */
const fiveYears: Omit<Wish, 'seed'> = {
  ...{ units: 200, people: 2000, plans: 60, bound: 16, deedsADay: 20, from: '2024-01-02', to: '2028-12-29' },
}

/** Lives through them and says what happened; throws with the seed, the hour and the message that was not as it must be. */
export async function liveLong(seed: number): Promise<string> {
  const started = performance.now()
  const { days, mornings, reminders, questions, downtimes, lost, repeated } = await simulate({ ...fiveYears, seed })
  const took = Math.round((performance.now() - started) / 1000)
  const heard = `${days} days, ${mornings} mornings, ${reminders} reminders, ${questions} questions`
  return `seed ${seed}: ${heard}, ${downtimes} downtimes, ${lost} owed over, ${repeated} repeated, in ${took} s`
}
