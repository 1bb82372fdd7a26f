/** A lane's letter: A to Z, then AA, AB and so on. */
export function laneLetter(position: number): string {
  const last = String.fromCharCode(65 + (position % 26))
  return position < 26 ? last : laneLetter(Math.floor(position / 26) - 1) + last
}
