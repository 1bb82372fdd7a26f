import { copyText } from '@/lib/clipboard'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { toast } from 'sonner'

/** Copies the run's own address. */
export function CopyLink({ iconOnly }: { iconOnly?: boolean }) {
  const { t } = useTranslation('run')
  const copy = async () => {
    if (await copyText(window.location.href)) toast.success(t('race.linkCopied'))
    else toast.error(t('lane.notCopied'))
  }
  const icon = <Link2 aria-hidden className="size-4" />
  if (iconOnly) {
    return (
      <IconButton label={t('race.copyLink')} look="plain" onClick={() => void copy()}>
        {icon}
      </IconButton>
    )
  }
  return (
    <Button onClick={() => void copy()}>
      {icon}
      {t('race.copyLink')}
    </Button>
  )
}
