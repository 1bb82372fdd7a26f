import { AppLayout } from '@/app/AppLayout'
import { CrashPage } from '@/app/CrashPage'
import { NotFoundPage } from '@/app/NotFoundPage'
import { SessionGate } from '@/features/identity/SessionGate'
import { SignedInPage } from '@/features/identity/SignedInPage'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'

/** `/test` and `/runs/:id` are one screen under one parent, so that pressing Run does not remount it. */
const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/test" replace /> },
  {
    lazy: async () => ({ Component: (await import('@/features/run/TestPage')).TestPage }),
    children: [
      { path: 'test', element: null },
      { path: 'runs/:id', element: null },
    ],
  },
  {
    path: 'runs/compare',
    lazy: async () => ({ Component: (await import('@/features/run/comparison/runs/RunsPage')).RunsPage }),
  },
  {
    path: 'batches',
    lazy: async () => ({ Component: (await import('@/features/run/batch/list/BatchesPage')).BatchesPage }),
  },
  {
    path: 'batches/new',
    lazy: async () => ({ Component: (await import('@/features/run/batch/new/NewBatchPage')).NewBatchPage }),
  },
  {
    path: 'batches/:id',
    lazy: async () => ({ Component: (await import('@/features/run/batch/page/BatchPage')).BatchPage }),
  },
  {
    path: 'history',
    lazy: async () => ({ Component: (await import('@/features/run/history/HistoryPage')).HistoryPage }),
  },
  {
    path: 'prompts',
    lazy: async () => ({ Component: (await import('@/features/prompt/list/PromptsPage')).PromptsPage }),
  },
  {
    path: 'prompts/new',
    lazy: async () => ({ Component: (await import('@/features/prompt/editor/NewPromptPage')).NewPromptPage }),
  },
  {
    path: 'prompts/:id',
    lazy: async () => ({ Component: (await import('@/features/prompt/PromptPage')).PromptPage }),
  },
  { path: 'models', lazy: async () => ({ Component: (await import('@/features/model/ModelsPage')).ModelsPage }) },
  {
    path: 'profile',
    lazy: async () => ({ Component: (await import('@/features/identity/profile/ProfilePage')).ProfilePage }),
  },
  {
    path: 'people',
    lazy: async () => ({ Component: (await import('@/features/identity/people/PeoplePage')).PeoplePage }),
  },
  { path: '*', element: <NotFoundPage /> },
]

/** The way in, and behind the gate everything else. */
export const router = createBrowserRouter([
  {
    errorElement: <CrashPage />,
    hydrateFallbackElement: <></>,
    children: [
      { path: 'sign-in', lazy: async () => ({ Component: (await import('@/app/SignInScreen')).SignInScreen }) },
      { path: 'signed-in', element: <SignedInPage /> },
      {
        element: (
          <SessionGate>
            <AppLayout />
          </SessionGate>
        ),
        children: pages,
      },
    ],
  },
])
