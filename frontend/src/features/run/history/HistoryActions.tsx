import { copyText } from '@/lib/clipboard'
import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { useHotkey } from '@/ui/use-hotkey'
import { Check, Link2, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'

const NEW_KEY = 'N'

export function HistoryActions() {
  const { t } = useTranslation('history')
  const navigate = useNavigate()
  useHotkey(NEW_KEY, () => void navigate('/test'))
  return (
    <>
      <CopyLink />
      <Button asChild look="primary">
        <Link to="/test" aria-keyshortcuts={NEW_KEY}>
          <Plus aria-hidden className="size-3.5" />
          {t('newTest')}
          <Kbd>{NEW_KEY}</Kbd>
        </Link>
      </Button>
    </>
  )
}

/** Copies the address, which holds the filters and the page. */
function CopyLink() {
  const { t } = useTranslation('history')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const Icon = copied ? Check : Link2
  return (
    <Button className="phone:hidden" onClick={() => void copyText(window.location.href).then(setCopied)}>
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite">{copied ? t('copied') : t('copyLink')}</span>
    </Button>
  )
}
