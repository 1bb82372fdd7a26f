/** A new test that begins with a version of a prompt. */
export function testLink(promptId: string, number: number): string {
  return `/test?prompt=${promptId}&version=${number}`
}

/** The runs that used a version of a prompt. */
export function runsLink(promptId: string, versionId: string): string {
  return `/history?prompt=${promptId}&version=${versionId}`
}
