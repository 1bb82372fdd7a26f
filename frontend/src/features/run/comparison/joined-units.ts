/** Two numbers with one unit after the second: `340–558 ms` for `340 ms` and `558 ms`. Other units stay as they are. */
export function withOneUnit(first: string, second: string, between: string): string {
  const unit = /[^\d.,]+$/.exec(second)?.[0] ?? ''
  const bare = unit !== '' && first.endsWith(unit) ? first.slice(0, -unit.length) : first
  return bare + between + second
}
