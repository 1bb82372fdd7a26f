import { HeadCell } from '@/ui/Table'
import { Term } from '@/ui/Term'
import { useTranslation } from 'react-i18next'

/** The columns of the history: their widths, names and definitions. */
export function RunTableHead() {
  const { t } = useTranslation('history')
  return (
    <>
      <colgroup>
        <col className="w-9" />
        <col className="w-16" />
        <col className="w-30" />
        <col />
        <col className="w-50 min-[1201px]:w-72 roomy:w-84" />
        <col className="w-22" />
        <col className="w-19" />
        <col className="w-22" />
        <col className="w-24" />
        <col className="w-16" />
      </colgroup>
      <thead className="sticky top-(--topbar) z-2 bg-surface">
        <tr>
          <HeadCell className="pl-3">
            <span className="sr-only">{t('selection.label')}</span>
          </HeadCell>
          <HeadCell>{t('column.run')}</HeadCell>
          <HeadCell>{t('column.status')}</HeadCell>
          <HeadCell>{t('column.message')}</HeadCell>
          <HeadCell>{t('column.lanes')}</HeadCell>
          <HeadCell end>
            <Term definition={t('definition.ttft')}>{t('column.ttft')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('definition.tokens')}>{t('column.tokens')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('definition.cost')}>{t('column.cost')}</Term>
          </HeadCell>
          <HeadCell end>
            <Term definition={t('definition.took')}>{t('column.took')}</Term>
          </HeadCell>
          <HeadCell end className="pr-3 last:pr-3">
            <Term definition={t('definition.at')}>{t('column.at')}</Term>
          </HeadCell>
        </tr>
      </thead>
    </>
  )
}
