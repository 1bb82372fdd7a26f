/** What a stretch of code is, as far as most languages agree. */
export interface CodePiece {
  kind: 'plain' | 'keyword' | 'string' | 'comment'
  text: string
}

const WORDS =
  'abstract and as assert async await begin between break by case catch class const continue create def default delete desc do elif else elseif end enum except export extends false final finally fn for foreach from func function go group having if impl implements import in index inner insert interface into is join lambda left let like limit match module mut new nil none not null of offset on or order outer package pass private protected pub public raise return right select self set static struct super switch table then this throw throws trait true try type union update use using val values var void when where while with yield'
const KEYWORDS = new Set(WORDS.split(' '))
const HASH_COMMENTS = new Set(['', 'bash', 'python', 'py', 'ruby', 'rb', 'sh', 'shell', 'toml', 'yaml', 'yml', 'zsh'])
const DASH_COMMENTS = new Set(['', 'haskell', 'lua', 'sql'])
const MARKUP = new Set(['html', 'markdown', 'md', 'svg', 'text', 'txt', 'xml'])

/**
 * Code cut into pieces that are coloured apart. It knows strings, comments and the keywords that most languages share, and
 * leaves markup alone: enough to read by, at a cost that bears doing again with every token.
 */
export function highlight(code: string, language: string): CodePiece[] {
  const name = language.trim().split(/\s/)[0]?.toLowerCase() ?? ''
  if (MARKUP.has(name)) return [{ kind: 'plain', text: code }]
  const comments = ['/\\*[\\s\\S]*?(?:\\*/|$)', '//[^\\n]*']
  if (HASH_COMMENTS.has(name)) comments.push('(?<![^\\s])#[^\\n]*')
  if (DASH_COMMENTS.has(name)) comments.push('--(?= |\\n|$)[^\\n]*')
  const strings = [`"(?:\\\\.|[^"\\\\\\n])*"?`, `'(?:\\\\.|[^'\\\\\\n])*'?`, '`(?:\\\\.|[^`\\\\])*`?']
  const pattern = new RegExp(`(${comments.join('|')})|(${strings.join('|')})|([A-Za-z_]\\w*)`, 'g')
  return cut(code, pattern)
}

function cut(code: string, pattern: RegExp): CodePiece[] {
  const pieces: CodePiece[] = []
  let plainFrom = 0
  for (const match of code.matchAll(pattern)) {
    const [text, comment, string, word] = match
    const keyword = word !== undefined && KEYWORDS.has(word.toLowerCase())
    if (word !== undefined && !keyword) continue
    if (match.index > plainFrom) pieces.push({ kind: 'plain', text: code.slice(plainFrom, match.index) })
    pieces.push({ kind: comment !== undefined ? 'comment' : string !== undefined ? 'string' : 'keyword', text })
    plainFrom = match.index + text.length
  }
  if (plainFrom < code.length) pieces.push({ kind: 'plain', text: code.slice(plainFrom) })
  return pieces
}
