import { readDocument } from '@/features/prompt/list/import-document'
import { describe, expect, it } from 'vitest'

const version = { number: 1, content: 'Be brief.' }
const document = {
  format: 'assay.prompts',
  formatVersion: 1,
  prompts: [
    {
      name: '짧게',
      versions: [version, { ...version, number: 2 }],
      labels: [{ name: 'production', versionNumber: 1 }],
    },
  ],
}

describe('a text to import', () => {
  it('is a document, with all that is in it', () => {
    const reading = readDocument(JSON.stringify(document))
    expect(reading).toEqual({ kind: 'document', document, prompts: [{ name: '짧게', versions: 2, labels: 1 }] })
  })

  it('may have no labels', () => {
    const prompts = [{ name: 'x', versions: [version] }]
    expect(readDocument(JSON.stringify({ ...document, prompts }))).toMatchObject({ prompts: [{ labels: 0 }] })
  })

  it.each([
    ['', { kind: 'empty' }],
    ['  \n', { kind: 'empty' }],
    ['{', { kind: 'wrong', problem: 'syntax' }],
    ['[]', { kind: 'wrong', problem: 'format' }],
    [JSON.stringify({ ...document, format: 'other' }), { kind: 'wrong', problem: 'format' }],
    [JSON.stringify({ ...document, prompts: [] }), { kind: 'wrong', problem: 'format' }],
    [JSON.stringify({ ...document, prompts: [{ name: 'x' }] }), { kind: 'wrong', problem: 'format' }],
  ])('%j may be none', (text, reading) => expect(readDocument(text)).toEqual(reading))
})
