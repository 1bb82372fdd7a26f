import type { ImportConflict, ImportPromptsMutation } from '@/__generated__/graphql'
import type { DocumentPrompt } from '@/features/prompt/list/import-document'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { DialogActions } from '@/ui/Dialog'
import { Segments } from '@/ui/Segments'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

const LIST = 'max-h-48 overflow-y-auto rounded-m border border-line text-small'

interface ImportPreviewProps {
  prompts: readonly DocumentPrompt[]
  /** The names that are taken already; null where that is not known. */
  names: ReadonlySet<string> | null
  onConflict: ImportConflict
  onChange: (onConflict: ImportConflict) => void
}

/** What would become of a document. */
export function ImportPreview({ prompts, names, onConflict, onChange }: ImportPreviewProps) {
  const { t } = useTranslation('prompt')
  const taken = prompts.filter(({ name }) => names?.has(name)).length
  const made = onConflict === 'SKIP' ? prompts.length - taken : prompts.length
  return (
    <div className="flex flex-col gap-2">
      <p>{t('import.would', { count: made })}</p>
      <ul tabIndex={0} aria-label={t('import.prompts')} className={LIST}>
        {prompts.map(({ name, versions, labels }, place) => (
          <li key={place} className="flex items-center gap-2 border-b border-line px-2 py-1 last:border-b-0">
            <span className="min-w-0 grow truncate font-medium">{name}</span>
            {names?.has(name) && (
              <Badge tone="warn">{t(onConflict === 'SKIP' ? 'import.leftOut' : 'import.numbered')}</Badge>
            )}
            <span className="whitespace-nowrap text-ink-3 tabular-nums">
              {t('import.versions', { count: versions })}
              {labels > 0 && `, ${t('import.labels', { count: labels })}`}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-ink-2">{t('import.onConflict')}</span>
        <Segments
          label={t('import.onConflict')}
          value={onConflict}
          options={[
            ['RENAME', t('import.rename')],
            ['SKIP', t('import.skip')],
          ]}
          onChange={onChange}
        />
      </div>
    </div>
  )
}

interface ImportDoneProps {
  done: ImportPromptsMutation['importPrompts']
  onClose: () => void
}

/** What became of it. */
export function ImportDone({ done, onClose }: ImportDoneProps) {
  const { t } = useTranslation('prompt')
  const { prompts, takenNames } = done
  return (
    <div className="flex flex-col gap-2">
      <p role="status">{t('import.done', { count: prompts.length })}</p>
      {prompts.length > 0 && (
        <ul tabIndex={0} aria-label={t('import.prompts')} className={LIST}>
          {prompts.map(({ id, name }) => (
            <li key={id} className="truncate border-b border-line px-2 py-1 last:border-b-0">
              <Link to={`/prompts/${id}`} onClick={onClose} className="rounded-s text-accent hover:underline">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {takenNames.length > 0 && (
        <p className="text-ink-2">{t('import.taken', { count: takenNames.length, names: takenNames.join(', ') })}</p>
      )}
      <DialogActions>
        <Button look="primary" data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
    </div>
  )
}
