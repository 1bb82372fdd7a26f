import { formatSearch, isFiltered, parseSearch, refine, toRunFilter } from '@/features/run/history/search'
import { describe, expect, it } from 'vitest'

const parse = (text: string) => parseSearch(new URLSearchParams(text))

describe('the address of the history', () => {
  it.each([
    '',
    'text=%EB%B0%94%EB%8B%A4&scope=shared&batches=all',
    'status=running%2Cfailed',
    'model=0193',
    'from=2026-11-12&to=2026-11-18',
    'from=2026-11-12',
    'prompt=0194',
    'prompt=0194&version=0195',
    'status=stopped&model=0193&from=2026-11-12&to=2026-11-18&page=3&after=MTI0Ng',
  ])('survives being read and written: %s', (text) => {
    expect(formatSearch(parse(text)).toString()).toBe(text)
  })

  it('leaves out what makes no sense', () => {
    expect(parse('status=winner,failed,failed&from=tomorrow&to=2026-02-30&page=x&model=')).toEqual(
      parse('status=failed'),
    )
    expect(parse('page=7')).toMatchObject({ page: 1, after: null })
    expect(parse('after=MTI0Ng')).toMatchObject({ page: 2, after: 'MTI0Ng' })
  })

  it('puts days in their order', () => {
    expect(parse('from=2026-11-18&to=2026-11-12')).toMatchObject({ from: '2026-11-12', to: '2026-11-18' })
  })

  it('goes back to the first page when a filter changes', () => {
    const third = parse('model=0193&page=3&after=MTI0Ng')
    expect(formatSearch(refine(third, { standings: ['failed'] })).toString()).toBe('status=failed&model=0193')
  })
})

const PLAIN = { scope: 'MINE', isInBatch: false }

describe('what the server is asked', () => {
  it('names the text, and whose runs', () => {
    const search = parse('text= sky &scope=shared&batches=all')
    expect(toRunFilter(search)).toEqual({ scope: 'SHARED', text: 'sky' })
    expect(isFiltered(search)).toBe(true)
    expect(isFiltered(parse('scope=shared&batches=all'))).toBe(false)
  })

  it('is only the runs of the reader outside of batches where nothing is filtered, whatever the page', () => {
    const search = parse('page=3&after=MTI0Ng')
    expect(isFiltered(search)).toBe(false)
    expect(toRunFilter(search)).toEqual(PLAIN)
  })

  it('names every status that a word stands for', () => {
    expect(toRunFilter(parse('status=running,stopped'))).toEqual({
      ...PLAIN,
      status: ['PENDING', 'RUNNING', 'CANCELLED'],
    })
  })

  it('holds the whole last day, in the time zone', () => {
    expect(toRunFilter(parse('from=2026-11-12&to=2026-11-18'), 'Asia/Seoul')).toEqual({
      ...PLAIN,
      from: '2026-11-11T15:00:00.000Z',
      to: '2026-11-18T15:00:00.000Z',
    })
  })

  it('names the prompt, or the version of it', () => {
    expect(toRunFilter(parse('prompt=0194'))).toEqual({ ...PLAIN, promptId: '0194' })
    expect(toRunFilter(parse('prompt=0194&version=0195'))).toEqual({ ...PLAIN, promptVersionId: '0195' })
  })

  it('names the model', () => {
    expect(toRunFilter(parse('model=0193'))).toEqual({ ...PLAIN, modelId: '0193' })
  })
})
