/** Gives the browser a file to keep. */
export function downloadJson(name: string, value: unknown): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name as part of a file's name: what no system forbids there. */
export function fileName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}\p{M}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return plain.slice(0, 80) || 'prompt'
}
