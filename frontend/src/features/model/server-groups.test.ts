import { groupByServer } from '@/features/model/server-groups'
import { describe, expect, it } from 'vitest'

const model = (name: string, endpointUrl: string, more: { hasApiKey?: boolean; isSimulated?: boolean } = {}) => ({
  name,
  endpointUrl,
  protocol: 'OPENAI' as const,
  hasApiKey: false,
  isSimulated: false,
  ...more,
})

describe('models by server', () => {
  it('stand under the address that they share, by name', () => {
    const groups = groupByServer([
      model('Swift 8B', 'http://127.0.0.1:9/v1', { isSimulated: true }),
      model('Qwen 14B', 'http://gpu-01:8000/v1'),
      model('gpt-4.1', 'https://api.openai.com/v1', { hasApiKey: true }),
      model('qwen 8B', 'http://gpu-01:8000/v1'),
    ])
    expect(groups.map(({ host, models }) => [host, models.map(({ name }) => name)])).toEqual([
      ['api.openai.com', ['gpt-4.1']],
      ['gpu-01:8000', ['qwen 8B', 'Qwen 14B']],
      ['127.0.0.1:9', ['Swift 8B']],
    ])
    expect(groups.map(({ hasApiKey, isSimulated }) => [hasApiKey, isSimulated])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ])
  })

  it('keep two paths of one host apart', () => {
    expect(groupByServer([model('a', 'http://gpu/a/v1'), model('b', 'http://gpu/b/v1')])).toHaveLength(2)
    expect(groupByServer([])).toEqual([])
  })
})
