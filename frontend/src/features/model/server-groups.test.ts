import { groupByServer } from '@/features/model/server-groups'
import { describe, expect, it } from 'vitest'

const model = (name: string, id: string, endpointUrl: string, isSimulated = false) => ({
  name,
  server: { id, endpointUrl, isSimulated },
})

describe('models by server', () => {
  it('stand under their server by name, simulated servers last', () => {
    const groups = groupByServer([
      model('Swift 8B', 's', 'http://127.0.0.1:9/v1', true),
      model('Qwen 14B', 'g', 'http://gpu-01:8000/v1'),
      model('gpt-4.1', 'o', 'https://api.openai.com/v1'),
      model('qwen 8B', 'g', 'http://gpu-01:8000/v1'),
    ])
    expect(groups.map(({ host, models }) => [host, models.map(({ name }) => name)])).toEqual([
      ['api.openai.com', ['gpt-4.1']],
      ['gpu-01:8000', ['qwen 8B', 'Qwen 14B']],
      ['127.0.0.1:9', ['Swift 8B']],
    ])
  })

  it('keep two owners of one address apart', () => {
    expect(groupByServer([model('a', '1', 'http://gpu/v1'), model('b', '2', 'http://gpu/v1')])).toHaveLength(2)
    expect(groupByServer([])).toEqual([])
  })
})
