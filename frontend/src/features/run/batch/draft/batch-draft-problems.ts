import type { Draft } from '@/features/run/composer/draft'
import { problemsOf, variableAt, type FieldPath, type Problem } from '@/features/run/composer/draft-problems'

/** What is wrong with how messages are asked. Of values that columns fill in, the lines tell what is missing. */
export function laneProblems(draft: Draft, filled: readonly string[]): Record<FieldPath, Problem> {
  const problems = Object.entries(problemsOf(draft)).filter(([path, problem]) => {
    if (path === 'input.userMessage') return false
    return problem !== 'valueMissing' || !filled.includes(variableAt(path) ?? '')
  })
  return Object.fromEntries(problems)
}
