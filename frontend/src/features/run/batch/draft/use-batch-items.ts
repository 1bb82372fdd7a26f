import { variablesToFill } from '@/features/run/batch/draft/batch-variables'
import { recallSource, rememberSource, type BatchSource } from '@/features/run/batch/draft/batch-source'
import { itemsOf, mappingOf } from '@/features/run/batch/messages/items'
import { readRows } from '@/features/run/batch/messages/read-rows'
import type { Draft } from '@/features/run/composer/draft'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'

/** The messages of the next batch: as they were written, remembered in this browser, and as they were read. */
export function useBatchItems(draft: Draft) {
  const [source, setSource] = useState(recallSource)
  const edited = useRef(false)
  // A long text is read and kept between the strokes of its writer.
  const settled = useDeferredValue(source)

  useEffect(() => {
    if (edited.current) rememberSource(settled)
  }, [settled])

  const { text, format, hasHeader, messageColumn, variableColumns } = settled
  const reading = useMemo(() => readRows(text, format, hasHeader), [text, format, hasHeader])
  const variables = useMemo(() => variablesToFill(draft), [draft])
  const mapping = useMemo(() => {
    const names = variables.map(({ name }) => name)
    return mappingOf(reading, names, { message: messageColumn, variables: variableColumns })
  }, [reading, variables, messageColumn, variableColumns])
  const { items, problems } = useMemo(() => itemsOf(reading, mapping, variables), [reading, mapping, variables])

  return {
    source,
    change: (part: Partial<BatchSource>) => {
      edited.current = true
      setSource((known) => ({ ...known, ...part }))
    },
    columns: reading.columns,
    variables,
    mapping,
    items,
    problems,
  }
}

export type BatchItems = ReturnType<typeof useBatchItems>
