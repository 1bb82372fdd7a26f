import { batchFile, runFile, runsFile } from '@/features/run/export/addresses'
import { describe, expect, it } from 'vitest'

describe('the address of a file', () => {
  it('names a run', () => {
    expect(runFile('0193', 'csv')).toBe('/export/runs/0193.csv')
  })

  it('names a batch', () => {
    expect(batchFile('0193', 'md')).toBe('/export/batches/0193.md')
  })

  it('names every run', () => {
    expect(runsFile(null, 'json')).toBe('/export/runs.json')
    expect(runsFile({}, 'md')).toBe('/export/runs.md')
  })

  it('holds the filter, a list as one parameter for each of its items', () => {
    const filter = { status: ['PENDING', 'RUNNING'], modelId: '0193', from: '2026-11-11T15:00:00.000Z' } as const
    expect(runsFile({ ...filter, status: [...filter.status] }, 'json')).toBe(
      '/export/runs.json?status=PENDING&status=RUNNING&modelId=0193&from=2026-11-11T15%3A00%3A00.000Z',
    )
    expect(runsFile({ modelId: null, isInBatch: false }, 'json')).toBe('/export/runs.json?isInBatch=false')
  })
})
