import { ImportDialog } from '@/features/prompt/list/ImportDialog'
import { PromptFilters } from '@/features/prompt/list/PromptFilters'
import { PromptsBody } from '@/features/prompt/list/PromptsBody'
import { isFiltered } from '@/features/prompt/list/search'
import { usePromptList } from '@/features/prompt/list/use-prompt-list'
import { usePromptsSearch } from '@/features/prompt/list/use-prompts-search'
import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { SearchInput } from '@/ui/SearchInput'
import { useFormat } from '@/ui/use-format'
import { useHotkey } from '@/ui/use-hotkey'
import { Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'

const NEW_KEY = 'N'

/** The caller's prompts; the search stands in the address. */
export function PromptsPage() {
  const { t } = useTranslation('prompt')
  const format = useFormat()
  const navigate = useNavigate()
  const address = usePromptsSearch()
  const list = usePromptList(address.search)
  const [importing, setImporting] = useState(false)
  useHotkey(NEW_KEY, () => void navigate('/prompts/new'))

  const filtered = isFiltered(address.search)
  const none = list.prompts?.length === 0 && !filtered && address.typed === '' && !list.outdated
  const total = list.total === null || none ? null : { count: list.total, number: format.count(list.total) }
  return (
    <PageBody>
      <PageTitle title={t('title')} aside={total && (filtered ? t('matching', total) : t('total', total))}>
        {!none && (
          <>
            <SearchInput
              label={t('search')}
              value={address.typed}
              onChange={address.setTyped}
              className="w-60 phone:order-last phone:w-full"
            />
            <Button onClick={() => setImporting(true)}>
              <Upload aria-hidden className="size-3.5" />
              {t('import.action')}
            </Button>
            <Button asChild look="primary">
              <Link to="/prompts/new" aria-keyshortcuts={NEW_KEY}>
                <Plus aria-hidden className="size-3.5" />
                {t('new')}
                <Kbd>{NEW_KEY}</Kbd>
              </Link>
            </Button>
          </>
        )}
      </PageTitle>
      {!none && <PromptFilters address={address} />}
      <PromptsBody list={list} address={address} onImport={() => setImporting(true)} />
      <ImportDialog open={importing} onOpenChange={setImporting} />
    </PageBody>
  )
}
