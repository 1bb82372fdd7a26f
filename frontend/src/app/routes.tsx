import { AppLayout } from '@/app/AppLayout'
import { CrashPage } from '@/app/CrashPage'
import { NotFoundPage } from '@/app/NotFoundPage'
import { createBrowserRouter, Navigate } from 'react-router'

/** `/test` and `/runs/:id` are one screen under one parent, so that pressing Run does not remount it. */
export const router = createBrowserRouter([
  {
    element: <AppLayout />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Navigate to="/test" replace /> },
      {
        lazy: async () => ({ Component: (await import('@/features/run/TestPage')).TestPage }),
        children: [
          { path: 'test', element: null },
          { path: 'runs/:id', element: null },
        ],
      },
      {
        path: 'history',
        lazy: async () => ({ Component: (await import('@/features/run/history/HistoryPage')).HistoryPage }),
      },
      { path: 'models', lazy: async () => ({ Component: (await import('@/features/model/ModelsPage')).ModelsPage }) },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
])
