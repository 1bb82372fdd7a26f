import type { Edited, KnownServer } from '@/features/model/edited-model'
import { ModelsBody } from '@/features/model/ModelsBody'
import { ModelSheet } from '@/features/model/ModelSheet'
import { useLocalServers } from '@/features/model/use-local-servers'
import { useStatesPoll } from '@/features/model/use-refresh-states'
import { LocalServers, LocalServersLink } from '@/features/model/LocalServers'
import { useModelList } from '@/features/model/use-model-list'
import { useSearchText } from '@/features/model/use-search-text'
import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { PageBody } from '@/ui/PageBody'
import { PageTitle } from '@/ui/PageTitle'
import { SearchInput } from '@/ui/SearchInput'
import { useFormat } from '@/ui/use-format'
import { useHotkey } from '@/ui/use-hotkey'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const ADD_KEY = 'M'

/** The models that answers can be asked of, by server. */
export function ModelsPage() {
  const { t } = useTranslation('model')
  const format = useFormat()
  const search = useSearchText()
  const list = useModelList(search.settled)
  const [edited, setEdited] = useState<Edited | null>(null)
  const add = (server?: KnownServer) => setEdited({ kind: 'new', server: server ?? null })
  useStatesPoll()
  const local = useLocalServers()
  useHotkey(ADD_KEY, () => add())

  const none = list.length === 0 && search.typed === '' && search.settled === '' && !list.outdated
  const total = list.total === null || none ? null : { count: list.total, number: format.count(list.total) }
  return (
    <PageBody>
      <PageTitle title={t('title')} aside={total && (search.settled ? t('matching', total) : t('total', total))}>
        {!none && (
          <>
            <LocalServersLink servers={local.servers} />
            <SearchInput
              label={t('search')}
              value={search.typed}
              onChange={search.setTyped}
              className="w-60 phone:order-last phone:w-full"
            />
            <Button look="primary" aria-keyshortcuts={ADD_KEY} onClick={() => add()}>
              <Plus aria-hidden className="size-3.5" />
              {t('add')}
              <Kbd>{ADD_KEY}</Kbd>
            </Button>
          </>
        )}
      </PageTitle>
      <ModelsBody
        list={list}
        text={search.settled}
        onClearSearch={() => search.setTyped('')}
        onAdd={add}
        onEdit={(model) => setEdited({ kind: 'change', model })}
      />
      <LocalServers local={local} />
      <ModelSheet edited={edited} onClose={() => setEdited(null)} />
    </PageBody>
  )
}
