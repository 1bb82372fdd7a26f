import { DeleteAccountDialog } from '@/features/identity/profile/DeleteAccountDialog'
import { Section } from '@/features/identity/profile/Section'
import type { Viewer } from '@/features/identity/open-session'
import { Button } from '@/ui/Button'
import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Taking one's data along, and leaving for good. */
export function OwnData({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('identity')
  const [deleting, setDeleting] = useState(false)
  return (
    <Section title={t('data.title')}>
      <div className="border-t border-line">
        <Line title={t('data.export.title')} text={t('data.export.text')}>
          <Button asChild>
            <a href="/account/export" download>
              <Download aria-hidden className="size-3.5" />
              {t('data.export.action')}
            </a>
          </Button>
        </Line>
        <Line title={t('data.delete.title')} text={t('data.delete.text')}>
          <Button look="danger" onClick={() => setDeleting(true)}>
            {t('data.delete.action')}
          </Button>
        </Line>
      </div>
      <DeleteAccountDialog viewer={viewer} open={deleting} onClose={() => setDeleting(false)} />
    </Section>
  )
}

function Line({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0">
      <div className="min-w-0 grow basis-72 prose-wrap">
        <h3 className="font-medium">{title}</h3>
        <p className="text-small text-ink-3">{text}</p>
      </div>
      {children}
    </div>
  )
}
