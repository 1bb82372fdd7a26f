import { HistoryPromptDocument } from '@/__generated__/graphql'
import type { HistorySearch } from '@/features/run/history/search'
import { FilterChip } from '@/ui/FilterChip'
import { skipToken, useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

interface PromptFilterProps {
  search: HistorySearch
  onChange: (change: Partial<HistorySearch>) => void
}

/** Runs that used one prompt, or one version of it. It is chosen where the prompt stands, and goes there. */
export function PromptFilter({ search, onChange }: PromptFilterProps) {
  const { t } = useTranslation('history')
  const navigate = useNavigate()
  const { promptId, promptVersionId } = search
  const { data } = useQuery(HistoryPromptDocument, promptId === null ? skipToken : { variables: { id: promptId } })
  if (promptId === null && promptVersionId === null) return null
  const prompt = data?.prompt
  const number = prompt?.versions.find(({ id }) => id === promptVersionId)?.number
  return (
    <FilterChip
      clearLabel={t('filter.clearPrompt')}
      onClear={() => onChange({ promptId: null, promptVersionId: null })}
      onClick={() => void navigate(`/prompts/${promptId ?? ''}`)}
    >
      <span className="phone:sr-only">{t('filter.promptIs')} </span>
      <span translate="no">{prompt?.name ?? t('filter.unknownPrompt')}</span>
      {number !== undefined && ` v${number}`}
    </FilterChip>
  )
}
