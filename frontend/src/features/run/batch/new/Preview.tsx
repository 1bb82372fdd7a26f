import type { Item } from '@/features/run/batch/messages/items'
import { utf8Bytes } from '@/lib/bytes'
import { excerpt } from '@/lib/excerpt'
import { Cell, HeadCell, Table } from '@/ui/Table'
import { useFormat } from '@/ui/use-format'
import { useTranslation } from 'react-i18next'

const MOST_SHOWN = 50

interface PreviewProps {
  items: readonly Item[]
  /** The variables that columns fill in. */
  names: readonly string[]
}

/** The messages as they will be asked; of many, the first. */
export function Preview({ items, names }: PreviewProps) {
  const { t } = useTranslation('batch')
  const format = useFormat()
  const more = items.length - MOST_SHOWN
  return (
    <section aria-labelledby="preview" className="mt-4">
      <h2 id="preview" className="mb-1 text-small font-semibold">
        {t('preview.title')}
        {items.length > 0 && (
          <span className="ml-2 font-normal text-ink-3 tabular-nums">
            {t('new.messages', { count: items.length, text: format.count(items.length) })}
          </span>
        )}
      </h2>
      {items.length === 0 ? (
        <p className="text-ink-3">{t('preview.empty')}</p>
      ) : (
        <div className="overflow-x-auto">
          <Table className={names.length > 0 ? 'min-w-160' : undefined}>
            <colgroup>
              <col className="w-14" />
              <col />
              {names.map((name) => (
                <col key={name} className="w-40" />
              ))}
              <col className="w-20" />
            </colgroup>
            <thead>
              <tr>
                <HeadCell end>{t('preview.line')}</HeadCell>
                <HeadCell>{t('preview.message')}</HeadCell>
                {names.map((name) => (
                  <HeadCell key={name} className="truncate font-mono text-variable" translate="no">
                    {name}
                  </HeadCell>
                ))}
                <HeadCell end>{t('preview.size')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {items.slice(0, MOST_SHOWN).map(({ line, message, values }) => (
                <tr key={line}>
                  <Cell end className="text-ink-3 tabular-nums">
                    {format.count(line)}
                  </Cell>
                  <Cell>{excerpt(message)}</Cell>
                  {names.map((name) => (
                    <Cell key={name} className="text-ink-2">
                      {excerpt(values[name] ?? '', 60)}
                    </Cell>
                  ))}
                  <Cell end className="text-ink-3 tabular-nums">
                    {t('source.fileBytes', { size: format.kilobytes(utf8Bytes(message)) })}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {more > 0 && (
        <p className="mt-2 text-ink-3 tabular-nums">{t('preview.more', { count: more, text: format.count(more) })}</p>
      )}
    </section>
  )
}
