// When the machine was too busy with other things for a measurement to count.

/** Of all cores' time, what other processes may have used in a phase, in percent. */
export const MOST_OTHER = 5
/** And what the host may have kept to itself. */
export const MOST_STOLEN = 3

export const isQuiet = ({ percent }) => percent.other <= MOST_OTHER && percent.stolen <= MOST_STOLEN

/**
 * What a figure comes to over several rounds: the median of the quiet ones; `noisy` where fewer than half were quiet.
 *
 * @param figure computes it from a round; NaN where the round has none
 */
export function judge(rounds, figure, median) {
  const quiet = rounds.filter((round) => phasesOf(round).every(({ spent }) => isQuiet(spent)))
  const values = quiet.map(figure).filter((value) => !Number.isNaN(value))
  const noisy = values.length === 0 || quiet.length * 2 < rounds.length
  return {
    noisy,
    value: noisy ? median(rounds.map(figure)) : median(values),
    rounds: rounds.length,
    quiet: quiet.length,
  }
}

/** The measurements of a round, whose values are phases by the kind of what was measured. */
export const phasesOf = (round) => Object.values(round)
