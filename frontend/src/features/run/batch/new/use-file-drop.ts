import type { BatchSource } from '@/features/run/batch/draft/batch-source'
import { formatOf } from '@/features/run/batch/messages/read-rows'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** A table may have columns that are not sent, so a file may be larger than a request. */
const MOST_MEGABYTES = 32

/** Takes the text of a file that is chosen, or dropped on what carries the handlers. */
export function useFileDrop(change: (part: Partial<BatchSource>) => void) {
  const { t } = useTranslation('batch')
  const [dragging, setDragging] = useState(false)

  const read = async (file: File) => {
    const { name } = file
    if (file.size > MOST_MEGABYTES * 1_048_576) {
      toast.error(t('source.tooLarge', { name, most: MOST_MEGABYTES }))
      return
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
      change({ text, fileName: name, format: formatOf(name), messageColumn: null, variableColumns: {} })
    } catch {
      toast.error(t('source.unreadable', { name }))
    }
  }
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) void read(file)
  }
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')

  return {
    dragging,
    take,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFile(event)) return
        event.preventDefault()
        setDragging(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false)
      },
      onDrop: (event: DragEvent) => {
        if (!hasFile(event)) return
        event.preventDefault()
        setDragging(false)
        take(event.dataTransfer.files)
      },
    },
  }
}
