import { diffArrays } from 'diff'

/** What came of a merge: the text, and how often both sides changed the same lines in different ways. */
export interface Merged {
  text: string
  conflicts: number
}

/** Lines of the base, from `start` up to `end`, and what one side has in their place. */
interface Change {
  start: number
  end: number
  lines: readonly string[]
}

/**
 * What two people made of one text, in one: every change that only one of them made. Where both changed the same lines,
 * both versions stand between marks, for a person to choose; `names` are theirs.
 */
export function mergeTexts(
  base: string,
  mine: string,
  theirs: string,
  names: { mine: string; theirs: string },
): Merged {
  const lines = base.split('\n')
  const sides = [changesOf(lines, mine), changesOf(lines, theirs)] as const
  const merged: string[] = []
  let at = 0
  let conflicts = 0
  for (const region of regionsOf([...sides[0], ...sides[1]])) {
    merged.push(...lines.slice(at, region.start))
    const [my, their] = sides.map((changes) => sideOf(lines, region, changes))
    if (my === null || same(my, their)) merged.push(...(their ?? []))
    else if (their === null) merged.push(...(my ?? []))
    else {
      conflicts += 1
      merged.push(`<<<<<<< ${names.mine}`, ...(my ?? []), '=======', ...(their ?? []), `>>>>>>> ${names.theirs}`)
    }
    at = region.end
  }
  merged.push(...lines.slice(at))
  return { text: merged.join('\n'), conflicts }
}

function changesOf(base: readonly string[], text: string): Change[] {
  const changes: Change[] = []
  let at = 0
  for (const { added, removed, value } of diffArrays([...base], text.split('\n'))) {
    const last = changes.at(-1)
    const start = at
    if (!added) at += value.length
    if (!added && !removed) continue
    if (last?.end === start)
      changes[changes.length - 1] = { ...last, end: at, lines: [...last.lines, ...(added ? value : [])] }
    else changes.push({ start, end: at, lines: added ? value : [] })
  }
  return changes
}

/** Where something changed; changes that meet are one region. */
function regionsOf(changes: readonly Change[]): { start: number; end: number }[] {
  const regions: { start: number; end: number }[] = []
  for (const { start, end } of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = regions.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else regions.push({ start, end })
  }
  return regions
}

/** What one side has in a region; null where it has changed nothing there. */
function sideOf(
  base: readonly string[],
  region: { start: number; end: number },
  changes: readonly Change[],
): string[] | null {
  const own = changes.filter(({ start, end }) => start >= region.start && end <= region.end)
  if (own.length === 0) return null
  const lines: string[] = []
  let at = region.start
  for (const change of own) {
    lines.push(...base.slice(at, change.start), ...change.lines)
    at = change.end
  }
  return [...lines, ...base.slice(at, region.end)]
}

function same(a: readonly string[] | null | undefined, b: readonly string[] | null | undefined): boolean {
  return a?.length === b?.length && (a ?? []).every((line, place) => line === b?.[place])
}
