import { itemsOf, mappingOf } from '@/features/run/batch/messages/items'
import { formatOf, readRows } from '@/features/run/batch/messages/read-rows'
import type { PromptVariable } from '@/lib/variables'
import { describe, expect, it } from 'vitest'

const messages = (text: string, format: 'lines' | 'blocks') =>
  readRows(text, format, true).rows.map(({ line, fields }) => [line, fields.message])

describe('plain text', () => {
  it('has one message a line, and blank lines only part them', () => {
    expect(messages('\uFEFFOne\r\n\r\n  Two  \nThree', 'lines')).toEqual([
      [1, 'One'],
      [3, 'Two'],
      [4, 'Three'],
    ])
  })

  it('has messages of several lines between blank ones', () => {
    expect(messages('\nOne\nand more\n \n\nTwo\n', 'blocks')).toEqual([
      [2, 'One\nand more'],
      [6, 'Two'],
    ])
  })

  it('is empty where nothing is written', () => {
    expect(messages('', 'lines')).toEqual([])
    expect(messages(' \n', 'blocks')).toEqual([])
  })
})

describe('CSV', () => {
  it('keeps quotes, commas and line breaks of a cell, and tells where a record begins', () => {
    const text = 'question,lang\n"He said ""no"",\nthen left",en\r\nWhy?,ko\n'
    expect(readRows(text, 'csv', true)).toEqual({
      columns: ['question', 'lang'],
      bad: [],
      rows: [
        { line: 2, fields: { question: 'He said "no",\nthen left', lang: 'en' } },
        { line: 4, fields: { question: 'Why?', lang: 'ko' } },
      ],
    })
  })

  it('takes semicolons and tabs too, and a single column', () => {
    expect(readRows('a;b\n1;2', 'csv', true).rows[0]?.fields).toEqual({ a: '1', b: '2' })
    expect(readRows('a\tb\n1\t2', 'csv', true).rows[0]?.fields).toEqual({ a: '1', b: '2' })
    expect(readRows('message\nWhy?', 'csv', true).rows[0]?.fields).toEqual({ message: 'Why?' })
  })

  it('names columns by number without a header, and those that share a name', () => {
    expect(readRows('Why?,en', 'csv', false)).toMatchObject({ columns: ['1', '2'], rows: [{ line: 1 }] })
    expect(readRows('a,a,\n1,2,3', 'csv', true).columns).toEqual(['a', 'a (2)', '3'])
  })

  it('names the lines that are wrong', () => {
    expect(readRows('a,b\n1,2,3\n4,5\n"6,7', 'csv', true)).toMatchObject({
      bad: [
        { line: 2, problem: 'tooManyFields' },
        { line: 4, problem: 'quotes' },
      ],
      rows: [{ line: 3 }],
    })
  })
})

describe('JSON lines', () => {
  it('are texts, or objects with values beside the message', () => {
    expect(readRows('"One"\n\n{"message":"Two","lang":"ko","n":3,"none":null}', 'jsonl', true)).toEqual({
      columns: ['message', 'lang', 'n', 'none'],
      bad: [],
      rows: [
        { line: 1, fields: { message: 'One' } },
        { line: 3, fields: { message: 'Two', lang: 'ko', n: '3', none: '' } },
      ],
    })
  })

  it('names the lines that are wrong', () => {
    expect(readRows('{"message"\n[1]\n{"text":"x"}\n{"message":5}\n"fine"', 'jsonl', true)).toMatchObject({
      bad: [
        { line: 1, problem: 'json' },
        { line: 2, problem: 'noMessage' },
        { line: 3, problem: 'noMessage' },
        { line: 4, problem: 'noMessage' },
      ],
      rows: [{ line: 5 }],
    })
  })
})

describe('items', () => {
  const lang: PromptVariable = { name: 'lang', type: 'TEXT', description: '', defaultValue: null, options: [] }
  const chosen = { message: null, variables: {} }
  const items = (text: string, variables: PromptVariable[] = [lang]) => {
    const reading = readRows(text, 'csv', true)
    return itemsOf(reading, mappingOf(reading, ['lang'], chosen), variables)
  }

  it('take the columns that are named like the message and the variables', () => {
    expect(items('Lang,Question\nko,Why?')).toEqual({
      items: [{ line: 2, message: 'Why?', values: { lang: 'ko' } }],
      problems: [],
    })
  })

  it('take the columns that somebody chose', () => {
    const columns = ['message', 'other', 'lang']
    expect(mappingOf({ columns }, ['lang'], { message: 'other', variables: { lang: '' } })).toEqual({
      message: 'other',
      variables: {},
    })
    expect(mappingOf({ columns }, ['lang'], { message: 'gone', variables: { lang: 'gone' } })).toEqual({
      message: 'message',
      variables: {},
    })
  })

  it('name each line that cannot be asked, in order', () => {
    const long = 'x'.repeat(10_241)
    expect(items(`message,lang\n,en\n${long},en\nOne,\nTwo,en\n1,2,3`)).toMatchObject({
      items: [{ line: 5 }],
      problems: [
        { line: 2, problem: 'empty' },
        { line: 3, problem: 'tooLong' },
        { line: 4, problem: 'value-missing', name: 'lang' },
        { line: 6, problem: 'tooManyFields' },
      ],
    })
  })

  it('leave a value out that has a default', () => {
    expect(items('message,lang\nOne,', [{ ...lang, defaultValue: 'en' }])).toEqual({
      items: [{ line: 2, message: 'One', values: {} }],
      problems: [],
    })
  })

  it('count bytes, not characters', () => {
    expect(items(`message\n${'가'.repeat(3_414)}`, []).problems).toMatchObject([{ line: 2, problem: 'tooLong' }])
    expect(items(`message\n${'가'.repeat(3_413)}`, []).problems).toEqual([])
  })
})

describe('the name of a file', () => {
  it.each([
    ['a.CSV', 'csv'],
    ['a.tsv', 'csv'],
    ['a.jsonl', 'jsonl'],
    ['a.txt', 'lines'],
    ['a', 'lines'],
  ])('%s is read as %s', (name, format) => expect(formatOf(name)).toBe(format))
})
