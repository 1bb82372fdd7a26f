import type { ServerKind } from '@/__generated__/graphql'
import { isNew, type FoundServer, type LocalServersState } from '@/features/model/use-local-servers'
import { hostOf } from '@/lib/host'
import { Button } from '@/ui/Button'
import { useFormat } from '@/ui/use-format'
import { Plus, Server } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const ID = 'local-servers'

const KINDS: Record<ServerKind, string> = {
  VLLM: 'vLLM',
  OLLAMA: 'Ollama',
  LM_STUDIO: 'LM Studio',
  LLAMA_CPP: 'llama.cpp',
  SGLANG: 'SGLang',
}

/** Beside the title, where nothing moves for it: the way to what was found. On a phone there is no such room. */
export function LocalServersLink({ servers }: Pick<LocalServersState, 'servers'>) {
  const { t } = useTranslation('model')
  if (servers.length === 0) return null
  const go = () => {
    const panel = document.getElementById(ID)
    panel?.scrollIntoView({ block: 'center' })
    panel?.focus({ preventScroll: true })
  }
  return (
    <Button look="quiet" className="text-accent phone:hidden" onClick={go}>
      <Server aria-hidden className="size-3.5" />
      {t('local.link', { count: servers.length })}
    </Button>
  )
}

/** Model servers that run on Assay's machine and are not registered yet. Under the list, so that nothing moves for it. */
export function LocalServers({ local: { servers, busy, add } }: { local: LocalServersState }) {
  const { t } = useTranslation('model')
  if (servers.length === 0) return null
  return (
    <section id={ID} tabIndex={-1} aria-labelledby={`${ID}-title`} className="mt-6 rounded-l bg-accent-soft px-4 py-3">
      <h2 id={`${ID}-title`} className="text-section font-semibold">
        {t('local.title')}
      </h2>
      <ul>
        {servers.map((server) => (
          <LocalServerLine key={server.endpointUrl} server={server} busy={busy} add={add} />
        ))}
      </ul>
    </section>
  )
}

function LocalServerLine({ server, busy, add }: { server: FoundServer } & Pick<LocalServersState, 'busy' | 'add'>) {
  const { t } = useTranslation('model')
  const format = useFormat()
  const { kind, endpointUrl, models } = server
  const news = models.filter(isNew)
  const host = hostOf(endpointUrl)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line py-2 not-first:border-t">
      <div className="min-w-0 grow basis-80">
        <p>
          <span className="font-medium" translate="no">
            {KINDS[kind]}
          </span>{' '}
          <code className="text-small text-ink-2" translate="no">
            {endpointUrl}
          </code>
        </p>
        <ul className="mt-1 flex flex-wrap gap-1.5">
          {news.map((model) => (
            <li key={model.modelName}>
              <Button
                size="small"
                disabled={busy}
                aria-label={t('local.addOne', { name: model.modelName })}
                title={
                  model.contextLength === null
                    ? undefined
                    : t('fact.context', { tokens: format.count(model.contextLength) })
                }
                onClick={() => void add(server, [model])}
                className="max-w-full font-normal"
              >
                <Plus aria-hidden className="size-3 shrink-0" />
                <span className="truncate" translate="no">
                  {model.name}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {news.length > 1 && (
        <Button
          look="primary"
          disabled={busy}
          aria-label={t('local.addAllOf', { count: news.length, host })}
          onClick={() => void add(server, news)}
        >
          {t('local.addAll', { count: news.length })}
        </Button>
      )}
    </li>
  )
}
