import { createApolloClient } from '@/app/apollo'
import { startI18n } from '@/app/i18n'
import { router } from '@/app/routes'
import '@/app/style/index.css'
import { startTheme } from '@/app/theme'
import { openSession } from '@/features/identity/open-session'
import { watchSession } from '@/lib/session/session'
import { Toaster } from '@/ui/Toaster'
import { ApolloProvider } from '@apollo/client/react'
import { Tooltip } from 'radix-ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'

startTheme()
startI18n()
watchSession()

const client = createApolloClient()
// Asked while the page's own code is still on its way.
void openSession(client)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <Tooltip.Provider delayDuration={400}>
        {/* Lanes render every frame while they stream; a navigation that yields to them would never come to its end. */}
        <RouterProvider router={router} useTransitions={false} />
        <Toaster />
      </Tooltip.Provider>
    </ApolloProvider>
  </StrictMode>,
)
