const encoder = new TextEncoder()

/** The most that a message or a prompt may have. */
export const MAX_TEXT_BYTES = 10_240

/** The length of a text in UTF-8, which is what the limits count. A lone surrogate counts as the three bytes of U+FFFD. */
export function utf8Bytes(text: string): number {
  return encoder.encode(text).length
}
