import type { AddModel, EditModel } from '@/features/model/edited-model'
import { ModelRow } from '@/features/model/ModelRow'
import type { ServerGroup } from '@/features/model/server-groups'
import { ServerHead } from '@/features/model/ServerHead'
import { HeadCell, Table } from '@/ui/Table'
import { Term } from '@/ui/Term'
import { useTranslation } from 'react-i18next'

/** How many columns a server's head spans. */
export const COLUMNS = 9

export interface ModelListProps {
  groups: readonly ServerGroup[]
  onEdit: EditModel
  onAdd: AddModel
}

/** Every server with its models, on the same columns. */
export function ModelTable({ groups, onEdit, onAdd }: ModelListProps) {
  return (
    <Table>
      <ModelTableHead />
      {groups.map((group) => (
        <tbody key={group.server.id} className="border-t border-line-strong [&>tr:nth-last-child(2)>td]:border-b-0">
          <tr>
            <th scope="rowgroup" colSpan={COLUMNS} className="pt-2.5 pb-1 text-left font-normal">
              <ServerHead group={group} onAdd={onAdd} />
            </th>
          </tr>
          {group.models.map((model) => (
            <ModelRow key={model.id} model={model} simulatedServer={group.server.isSimulated} onEdit={onEdit} />
          ))}
          <tr aria-hidden className="h-2" />
        </tbody>
      ))}
    </Table>
  )
}

export function ModelTableHead() {
  const { t } = useTranslation('model')
  return (
    <>
      <colgroup>
        <col />
        <col className="w-[22%]" />
        <col className="w-24 roomy:w-36" />
        <col className="w-24 roomy:w-28" />
        <col className="w-20 roomy:w-24" />
        <col className="w-36 roomy:w-40" />
        <col className="w-28 roomy:w-32" />
        <col className="w-16" />
        <col className="w-9" />
      </colgroup>
      <thead className="sticky top-(--topbar) z-2 bg-surface">
        <tr>
          <HeadCell className="border-b-0">{t('column.name')}</HeadCell>
          <HeadCell className="border-b-0">
            <Term definition={t('definition.modelName')}>{t('column.modelName')}</Term>
          </HeadCell>
          <HeadCell className="border-b-0">
            <Term definition={t('definition.type')}>{t('column.type')}</Term>
          </HeadCell>
          <HeadCell end className="border-b-0">
            <Term definition={t('definition.contextLength')}>{t('column.contextLength')}</Term>
          </HeadCell>
          <HeadCell end className="border-b-0">
            <Term definition={t('definition.maxTokens')}>{t('column.maxTokens')}</Term>
          </HeadCell>
          <HeadCell end className="border-b-0">
            <Term definition={t('definition.prices')}>{t('column.prices')}</Term>
          </HeadCell>
          <HeadCell end className="border-b-0">
            <Term definition={t('definition.lastUsed')}>{t('column.lastUsed')}</Term>
          </HeadCell>
          <HeadCell end className="border-b-0">
            <Term definition={t('definition.active')}>{t('column.active')}</Term>
          </HeadCell>
          <HeadCell className="border-b-0">
            <span className="sr-only">{t('column.menu')}</span>
          </HeadCell>
        </tr>
      </thead>
    </>
  )
}
