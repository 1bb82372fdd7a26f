import type { EditModel } from '@/features/model/edited-model'
import { ModelRow } from '@/features/model/ModelRow'
import type { ListedModel, ServerGroup } from '@/features/model/server-groups'
import { ServerHead } from '@/features/model/ServerHead'
import { HeadCell, Table } from '@/ui/Table'
import { Term } from '@/ui/Term'
import { useTranslation } from 'react-i18next'

export interface ModelListProps {
  servers: readonly ServerGroup<ListedModel>[]
  onEdit: EditModel
  onAdd: (endpointUrl: string) => void
}

/** Every server with its models, on the same columns. */
export function ModelTable({ servers, onEdit, onAdd }: ModelListProps) {
  return (
    <Table>
      <ModelTableHead />
      {servers.map((server) => (
        <tbody
          key={`${server.protocol} ${server.endpointUrl}`}
          className="border-t border-line-strong [&>tr:nth-last-child(2)>td]:border-b-0"
        >
          <tr>
            <th scope="rowgroup" colSpan={7} className="pt-2.5 pb-1 text-left font-normal">
              <ServerHead server={server} onAdd={onAdd} />
            </th>
          </tr>
          {server.models.map((model) => (
            <ModelRow key={model.id} model={model} simulatedServer={server.isSimulated} onEdit={onEdit} />
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
        <col className="w-[26%]" />
        <col className="w-32 roomy:w-44" />
        <col className="w-24 roomy:w-28" />
        <col className="w-22 roomy:w-28" />
        <col className="w-36 roomy:w-40" />
        <col className="w-11" />
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
          <HeadCell className="border-b-0">
            <span className="sr-only">{t('column.menu')}</span>
          </HeadCell>
        </tr>
      </thead>
    </>
  )
}
