import { fileName } from '@/lib/download'
import { expect, it } from 'vitest'

it.each([
  ['Careful code reviewer', 'Careful-code-reviewer'],
  ['코드 검토', '코드-검토'],
  ['../../etc/passwd', 'etc-passwd'],
  ['???', 'prompt'],
])('%s is kept as %s', (name, file) => expect(fileName(name)).toBe(file))
